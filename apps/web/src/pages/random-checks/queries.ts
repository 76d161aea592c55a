import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

export type DrawView = Answer<'/api/v1/random-checks/{caseNo}'>;
export type Terms = DrawView['terms'];
export type CheckView = Answer<'/api/v1/drawn-checks/{caseNo}'>;
export type SheetView = Answer<'/api/v1/drawn-checks/{caseNo}/sheet'>;
export type Outlook = Answer<'/api/v1/random-checks/outlook'>;
export type PublicDraw = Answer<'/api/v1/public/draws/{id}'>;

const path = (caseNo: string) => ({ params: { path: { caseNo } } });

/** A draw as its registry sees it. */
export const drawQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'draw', caseNo],
    queryFn: () => answered(api.GET('/api/v1/random-checks/{caseNo}', path(caseNo))),
  });

/** One check of a draw. */
export const checkQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'drawn-check', caseNo],
    queryFn: () => answered(api.GET('/api/v1/drawn-checks/{caseNo}', path(caseNo))),
  });

/** The newest version of a check's sheet; refused to the organisation that is checked. */
export const sheetQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'check-sheet', caseNo],
    queryFn: () => answered(api.GET('/api/v1/drawn-checks/{caseNo}/sheet', path(caseNo))),
  });

/** What a draw of that registry would be made from now. */
export const outlookQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['live', 'draw-outlook', unitId],
    queryFn: () => answered(api.GET('/api/v1/random-checks/outlook', { params: { query: { unitId } } })),
  });

/** A draw as everybody may read it: its commitment, and after the draw everything. */
export const publicDrawQuery = (id: string) =>
  queryOptions({
    queryKey: ['public-draw', id],
    queryFn: () => answered(api.GET('/api/v1/public/draws/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });
