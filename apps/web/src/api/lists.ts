import { queryOptions } from '@tanstack/react-query';

import { answered, api } from './client.js';

/** The lists that people wait for. */
export type Box = 'todo' | 'overdue' | 'done' | 'started' | 'copied' | 'all';

/** A page of a list; a shorter one for the desk. */
export function listQuery(box: Box, limit: number, cursor?: string) {
  return queryOptions({
    queryKey: ['live', 'list', box, limit, cursor ?? ''],
    queryFn: () => pageOf(box, { limit, ...(cursor === undefined ? {} : { cursor }) }),
  });
}

function pageOf(box: Box, query: { readonly limit: number; readonly cursor?: string }) {
  if (box === 'done') return answered(api.GET('/api/v1/decisions/mine', { params: { query } }));
  if (box === 'todo' || box === 'overdue')
    return answered(api.GET('/api/v1/tasks', { params: { query: { ...query, box } } }));
  return answered(api.GET('/api/v1/cases', { params: { query: { ...query, box } } }));
}

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
