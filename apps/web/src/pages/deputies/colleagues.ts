import { queryOptions } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';

/** Who else holds a role at one's own units. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: () => answered(api.GET('/api/v1/colleagues')),
  staleTime: 60_000,
});
