import { queryOptions } from '@tanstack/react-query';

import { answered, api } from './client.js';

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answered(api.GET('/api/v1/me')),
  staleTime: 60_000,
});

/** How many wait in each list; `grant`: by one role of the reader alone. */
export const countsQuery = (grant?: string) =>
  queryOptions({
    queryKey: ['live', 'counts', grant ?? ''],
    queryFn: () =>
      answered(api.GET('/api/v1/tasks/counts', { params: { query: grant === undefined ? {} : { grant } } })),
  });
