import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

export type RoundLine = Answer<'/api/v1/public/rounds'>['items'][number];
export type PublicRound = Answer<'/api/v1/public/rounds/{id}'>;
export type AwardPage = Answer<'/api/v1/public/rounds/{id}/awards'>;
export type PublicNotice = AwardPage['notices'][number];
export type Award = AwardPage['items'][number];
export type Showcase = Answer<'/api/v1/public/rounds/{id}/showcase'>;
export type ShownProject = Answer<'/api/v1/public/rounds/{id}/showcase/projects'>['items'][number];
export type DrawLine = Answer<'/api/v1/public/draws'>['items'][number];
export type SeasonLine = Answer<'/api/v1/public/seasons'>['items'][number];
export type Progress = Answer<'/api/v1/public/progress/{caseNo}/{code}'>;
export type PanelDraw = Answer<'/api/v1/public/rounds/{id}/panel-draws'>['items'][number];

/** What changes seldom is not asked for at every step of a reader. */
const A_WHILE = 30_000;

const of = (id: string) => ({ path: { id } });

/** A page of a public list. */
export const paged = (limit: number, cursor: string | undefined) => ({
  limit,
  ...(cursor === undefined ? {} : { cursor }),
});

/** Published rounds, the newest first; `open`: those that take applications now. */
export const publicRounds = (open: boolean, limit: number, cursor?: string) =>
  answered(
    api.GET('/api/v1/public/rounds', { params: { query: { ...paged(limit, cursor), open: open ? 'true' : 'false' } } }),
  );

/** Draws that were committed to, the newest first. */
export const publicDraws = (limit: number, cursor?: string) =>
  answered(api.GET('/api/v1/public/draws', { params: { query: paged(limit, cursor) } }));

/** Seasons with public figures, the latest year first. */
export const publicSeasons = (limit: number, cursor?: string) =>
  answered(api.GET('/api/v1/public/seasons', { params: { query: paged(limit, cursor) } }));

/** A published round. */
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['public', 'round', id],
    queryFn: () => answered(api.GET('/api/v1/public/rounds/{id}', { params: of(id) })),
    staleTime: A_WHILE,
    retry: false,
  });

/** Notices of a round, and the first of its awards. */
export const awardsQuery = (id: string, limit: number) =>
  queryOptions({
    queryKey: ['public', 'awards', id, limit],
    queryFn: () => awardsOf(id, limit),
    staleTime: A_WHILE,
    retry: false,
  });

/** A page of what was awarded, with the notices. */
export const awardsOf = (id: string, limit: number, cursor?: string) =>
  answered(api.GET('/api/v1/public/rounds/{id}/awards', { params: { ...of(id), query: paged(limit, cursor) } }));

/** Scores and ranks. */
export const resultsQuery = (id: string) =>
  queryOptions({
    queryKey: ['public', 'results', id],
    queryFn: () => answered(api.GET('/api/v1/public/rounds/{id}/results', { params: of(id) })),
    staleTime: A_WHILE,
    retry: false,
  });

/** How its judges were drawn. */
export const panelDrawsQuery = (id: string) =>
  queryOptions({
    queryKey: ['public', 'panel-draws', id],
    queryFn: () => answered(api.GET('/api/v1/public/rounds/{id}/panel-draws', { params: of(id) })),
    staleTime: A_WHILE,
    retry: false,
  });

/** What a round came to. */
export const showcaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['public', 'showcase', id],
    queryFn: () => answered(api.GET('/api/v1/public/rounds/{id}/showcase', { params: of(id) })),
    staleTime: A_WHILE,
    retry: false,
  });

/** A page of its projects, with figures and pictures. */
export const shownProjects = (id: string, limit: number, cursor?: string) =>
  answered(
    api.GET('/api/v1/public/rounds/{id}/showcase/projects', { params: { ...of(id), query: paged(limit, cursor) } }),
  );
