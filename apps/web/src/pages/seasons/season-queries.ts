import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

export type Season = Answer<'/api/v1/seasons/{caseNo}'>;
export type Progress = Answer<'/api/v1/seasons/{caseNo}/progress'>;
export type Figure = Answer<'/api/v1/seasons/{caseNo}/figures'>['own'][number];
export type BoardRow = Answer<'/api/v1/seasons/{caseNo}/returns'>['items'][number];

const OPENING_MS = 2_000;
const path = (caseNo: string) => ({ params: { path: { caseNo } } });

/** Whether a season is still opening the cases of its organisations. */
export const isOpening = ({ opening, state }: Season): boolean =>
  state.slug !== 'PLANNED' && state.slug !== 'CANCELLED' && opening?.done !== true;

/** A season with how far it is; read again every other second while it opens. */
export const seasonQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'season', caseNo, 'view'],
    queryFn: () => answered(api.GET('/api/v1/seasons/{caseNo}', path(caseNo))),
    refetchInterval: ({ state }) => (state.data !== undefined && isOpening(state.data) ? OPENING_MS : false),
  });

/** How many returns stand where, and how the filings came in. */
export const progressQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'season', caseNo, 'progress'],
    queryFn: () => answered(api.GET('/api/v1/seasons/{caseNo}/progress', path(caseNo))),
  });

/** The figures of a season, now or as they were frozen for a day. */
export const figuresQuery = (caseNo: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['live', 'season', caseNo, 'figures', asOf ?? ''],
    queryFn: () =>
      answered(
        api.GET('/api/v1/seasons/{caseNo}/figures', {
          params: { path: { caseNo }, query: asOf === undefined ? {} : { asOf } },
        }),
      ),
  });

/** The days that the season of a year would have. */
export const planQuery = (inspectedYear: number) =>
  queryOptions({
    queryKey: ['season-plan', inspectedYear],
    queryFn: () => answered(api.GET('/api/v1/seasons/plan', { params: { query: { inspectedYear } } })),
    staleTime: 60_000,
  });

/** Whether the season of one's registry is opened each year by itself. */
export const scheduleQuery = queryOptions({
  queryKey: ['live', 'season-schedule'],
  queryFn: () => answered(api.GET('/api/v1/seasons/schedule')),
});

/** What the board is narrowed to; the values are those of the interface. */
export interface BoardFilter {
  readonly standing?: 'REQUIRED' | 'EXEMPT' | 'OUTSIDE' | 'UNDECIDED';
  readonly state?: string;
  readonly filed?: 'YES' | 'NO';
  readonly timeliness?: 'IN_TIME' | 'LATE' | 'AFTER_CLOSE';
  readonly conclusion?: 'PASS' | 'BASIC_PASS' | 'FAIL' | 'NOT_PARTICIPATED' | 'EXEMPT';
  readonly published?: 'YES' | 'NO';
  readonly search?: string;
}

/** A page of the organisations of a season. */
export const boardPage = (caseNo: string, filter: BoardFilter, limit: number, cursor: string | undefined) =>
  answered(
    api.GET('/api/v1/seasons/{caseNo}/returns', {
      params: { path: { caseNo }, query: { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );
