import { queryOptions } from '@tanstack/react-query';

import { answered, api } from './client.js';

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answered(api.GET('/api/v1/me')),
  staleTime: 60_000,
});

/** How many wait in each list. */
export const countsQuery = queryOptions({
  queryKey: ['live', 'counts'],
  queryFn: () => answered(api.GET('/api/v1/tasks/counts')),
});
