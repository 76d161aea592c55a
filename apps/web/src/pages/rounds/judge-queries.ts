import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

/** A judge of the pool. */
export type Judge = Answer<'/api/v1/judges'>['items'][number];
/** A judge of a round's panel. */
export type Member = Answer<'/api/v1/rounds/{id}/panel'>['items'][number];
/** A draw of judges. */
export type Draw = Answer<'/api/v1/rounds/{id}/panel-draws'>['items'][number];
/** A computed assignment. */
export type Job = Answer<'/api/v1/rounds/{id}/assignments/{jobId}'>;

const PAGE = 100;
const of = (caseNo: string) => ({ params: { path: { id: caseNo } } });

async function wholePool(cursor?: string): Promise<Judge[]> {
  const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
  const { items, nextCursor } = await answered(api.GET('/api/v1/judges', { params: { query } }));
  return nextCursor === null ? items : [...items, ...(await wholePool(nextCursor))];
}

/** Everybody in the pool of judges. */
export const poolQuery = queryOptions({ queryKey: ['live', 'judges', 'all'], queryFn: () => wholePool() });

/** Users who hold the role of a judge and are not in the pool. */
export const candidatesQuery = queryOptions({
  queryKey: ['live', 'judges', 'candidates'],
  queryFn: () => answered(api.GET('/api/v1/judges/candidates')),
});

/** The panel of a round. */
export const panelQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'round', caseNo, 'panel'],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/panel', of(caseNo))),
  });

/** The draws by which judges came to the panel. */
export const drawsQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'round', caseNo, 'draws'],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/panel-draws', of(caseNo))),
  });

/** Who of the panel may not score what. */
export const conflictsQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'round', caseNo, 'conflicts'],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/conflicts', of(caseNo))),
  });

/** Assignments that were computed, the newest first. */
export const jobsQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'round', caseNo, 'jobs'],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/assignments', of(caseNo))),
  });

const POLL_MS = 1_000;

/** Whether a job has not come to its end. */
export const isUnderWay = (status: string): boolean => status === 'QUEUED' || status === 'RUNNING';

/** One assignment; asked for again while it is being computed. */
export const jobQuery = (caseNo: string, jobId: string) =>
  queryOptions({
    queryKey: ['live', 'round', caseNo, 'job', jobId],
    queryFn: () =>
      answered(api.GET('/api/v1/rounds/{id}/assignments/{jobId}', { params: { path: { id: caseNo, jobId } } })),
    refetchInterval: ({ state }) => (state.data === undefined || isUnderWay(state.data.status) ? POLL_MS : false),
  });
