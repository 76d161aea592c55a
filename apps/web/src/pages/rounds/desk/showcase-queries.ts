import type { Answer } from '../../../api/answer.js';
import { answered, api } from '../../../api/client.js';

/** A completed project with what was published of it. */
export type CompletedProject = Answer<'/api/v1/rounds/{id}/showcase-projects'>['items'][number];

const PAGE = 20;

/** Pages of the completed projects of a round. */
export const readShowcase = (id: string) => (cursor: string | undefined) =>
  answered(
    api.GET('/api/v1/rounds/{id}/showcase-projects', {
      params: { path: { id }, query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );
