import { queryOptions } from '@tanstack/react-query';

import type { Answer } from './answer.js';
import { answered, api } from './client.js';

export type CaseView = Answer<'/api/v1/cases/{caseNo}'>;
export type TaskView = CaseView['tasks'][number];
export type Action = Answer<'/api/v1/cases/{caseNo}/actions'>['items'][number];
export type TimelineEntry = Answer<'/api/v1/cases/{caseNo}/timeline'>['items'][number];

const path = (caseNo: string) => ({ params: { path: { caseNo } } });

/** Everything about a case; read again whenever one of its records is heard of. */
export const caseQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'case', caseNo, 'view'],
    queryFn: () => answered(api.GET('/api/v1/cases/{caseNo}', path(caseNo))),
  });

/** What the reader may do now. */
export const actionsQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'case', caseNo, 'actions'],
    queryFn: () => answered(api.GET('/api/v1/cases/{caseNo}/actions', path(caseNo))),
  });

/** What the case went through, earliest first. */
export const timelineQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'case', caseNo, 'timeline'],
    queryFn: () => answered(api.GET('/api/v1/cases/{caseNo}/timeline', path(caseNo))),
  });

/** The papers that the reader may read. */
export const papersQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'case', caseNo, 'papers'],
    queryFn: () => answered(api.GET('/api/v1/cases/{caseNo}/papers', path(caseNo))),
  });

/** The holiday calendar of a year; it changes about once a year. */
export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: () => answered(api.GET('/api/v1/calendars/{year}', { params: { path: { year } } })),
    staleTime: 3_600_000,
  });
