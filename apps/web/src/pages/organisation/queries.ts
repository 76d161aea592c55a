import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

export type Organisation = Answer<'/api/v1/organisations/{id}'>;
export type Person = Answer<'/api/v1/organisations/{id}/people'>['items'][number];

const path = (id: string) => ({ params: { path: { id } } });

/** An organisation with its council terms and Party coverage. */
export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['live', 'organisation', id],
    queryFn: () => answered(api.GET('/api/v1/organisations/{id}', path(id))),
  });

/** Its people; numbers are masked. */
export const peopleQuery = (id: string) =>
  queryOptions({
    queryKey: ['live', 'organisation', id, 'people'],
    queryFn: () => answered(api.GET('/api/v1/organisations/{id}/people', path(id))),
  });
