import { queryOptions } from '@tanstack/react-query';

import type { paths } from '../../generated/api.js';
import { answered, api } from './client.js';

/** The lists that people wait for. */
export type Box = 'todo' | 'overdue' | 'done' | 'started' | 'copied' | 'followed' | 'all';

type Query = NonNullable<paths['/api/v1/tasks']['get']['parameters']['query']>;

/** What a list is narrowed by, as it stands in an address; each list takes what it knows of it. */
export type ListFilter = Readonly<
  Pick<Query, 'q' | 'matter' | 'state' | 'kind' | 'due' | 'organisationId' | 'from' | 'to' | 'grant'>
>;

/** A page of a list; a shorter one for the desk. */
export function listQuery(box: Box, limit: number, cursor?: string, filter: ListFilter = {}) {
  return queryOptions({
    queryKey: ['live', 'list', box, limit, cursor ?? '', filter],
    queryFn: () => pageOf(box, { limit, ...(cursor === undefined ? {} : { cursor }), ...filter }),
  });
}

function pageOf(box: Box, query: ListFilter & { readonly limit: number; readonly cursor?: string }) {
  if (box === 'todo' || box === 'overdue')
    return answered(api.GET('/api/v1/tasks', { params: { query: { ...query, box } } }));
  const { due: _due, kind, ...ofCase } = query;
  if (box === 'done')
    return answered(
      api.GET('/api/v1/decisions/mine', { params: { query: { ...ofCase, ...(kind === undefined ? {} : { kind }) } } }),
    );
  return answered(api.GET('/api/v1/cases', { params: { query: { ...ofCase, box } } }));
}

/** Every matter with its states and the kinds of its tasks; it changes with a release. */
export const mattersQuery = queryOptions({
  queryKey: ['matters'],
  queryFn: () => answered(api.GET('/api/v1/matters')),
  staleTime: Infinity,
});

/** Applications that were begun and not sent. */
export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: () => answered(api.GET('/api/v1/drafts')),
});

/** Notices, newest first. */
export const noticesQuery = (limit: number) =>
  queryOptions({
    queryKey: ['live', 'notices', limit],
    queryFn: () => answered(api.GET('/api/v1/notices', { params: { query: { limit } } })),
  });
