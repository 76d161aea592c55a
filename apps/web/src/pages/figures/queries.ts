import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

/** A figure of any page: what was counted, out of how many, and the value that is shown. */
export interface Figure {
  readonly metric: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: string | null;
}

export type RoundFigures = Answer<'/api/v1/rounds/{id}/figures'>;

/** Whose figures, and of which days. */
export interface Span {
  readonly unitId?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Applications for temporary Party organisations. */
export const applicationsQuery = (span: Span) =>
  queryOptions({
    queryKey: ['figures', 'temp-party-org', span],
    queryFn: () => answered(api.GET('/api/v1/figures/temp-party-org', { params: { query: { ...span } } })),
  });

/** Coverage by Party organisations. */
export const coverageQuery = (unitId: string | undefined) =>
  queryOptions({
    queryKey: ['figures', 'coverage', unitId ?? ''],
    queryFn: () =>
      answered(api.GET('/api/v1/figures/coverage', { params: { query: unitId === undefined ? {} : { unitId } } })),
  });

/** Random checks of a year. */
export const checksQuery = (unitId: string | undefined, year: number) =>
  queryOptions({
    queryKey: ['figures', 'random-checks', unitId ?? '', year],
    queryFn: () =>
      answered(
        api.GET('/api/v1/figures/random-checks', {
          params: { query: { year, ...(unitId === undefined ? {} : { unitId }) } },
        }),
      ),
  });

/** Seasons that the reader may see. */
export const seasonsQuery = queryOptions({
  queryKey: ['figures', 'seasons'],
  queryFn: () => answered(api.GET('/api/v1/seasons')),
});

/** The figures of a season, as they stand now. */
export const seasonFiguresQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['figures', 'season', caseNo],
    queryFn: () => answered(api.GET('/api/v1/seasons/{caseNo}/figures', { params: { path: { caseNo } } })),
  });

/** Rounds that are published or one's own. */
export const roundsQuery = queryOptions({
  queryKey: ['figures', 'rounds'],
  queryFn: () => answered(api.GET('/api/v1/rounds', { params: { query: { limit: 50 } } })),
});

/** The figures of a round. */
export const roundFiguresQuery = (id: string) =>
  queryOptions({
    queryKey: ['figures', 'round', id],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/figures', { params: { path: { id } } })),
  });
