import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

export type Unit = Answer<'/api/v1/units'>['items'][number];
export type User = Answer<'/api/v1/users'>['items'][number];

const PAGE = 100;

/** Every unit; an office has some hundreds. */
export const unitsQuery = queryOptions({
  queryKey: ['live', 'units'],
  queryFn: async () => {
    const all: Unit[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const page = await answered(api.GET('/api/v1/units', { params: { query } }));
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    return all;
  },
  staleTime: 60_000,
});

/** Users whose name or username has a part, a page of them. */
export function readUsers(q: string, cursor: string | undefined, limit = 50) {
  const query = { limit, ...(q === '' ? {} : { q }), ...(cursor === undefined ? {} : { cursor }) };
  return answered(api.GET('/api/v1/users', { params: { query } }));
}

/** A user with every role, past ones too. */
export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['live', 'users', 'one', id],
    queryFn: () => answered(api.GET('/api/v1/users/{id}', { params: { path: { id } } })),
  });
