import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

/** A round in a list. */
export type RoundRow = Answer<'/api/v1/rounds'>['items'][number];
/** A round with its configuration, what was published of it, and its counts for who organises it. */
export type Round = Answer<'/api/v1/rounds/{id}'>;
/** A project in a round's list. */
export type ProjectRow = Answer<'/api/v1/rounds/{id}/projects'>['items'][number];
/** A project with its receipt and its checks. */
export type Project = Answer<'/api/v1/projects/{caseNo}'>;

/** Whether an amendment may still be published: until judging has ended, for what ranks and awards is fixed by then. */
export const isAmendable = (state: string): boolean => ['CALL_OPEN', 'SCREENING', 'SCORING'].includes(state);

/** A round by its case number. */
export const roundQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'round', caseNo],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}', { params: { path: { id: caseNo } } })),
  });

/** A project by its case number. */
export const projectQuery = (caseNo: string) =>
  queryOptions({
    queryKey: ['live', 'project', caseNo],
    queryFn: () => answered(api.GET('/api/v1/projects/{caseNo}', { params: { path: { caseNo } } })),
  });

/** An organ of state or Party. */
export type Unit = Answer<'/api/v1/units'>['items'][number];

const PAGE = 100;

async function allUnits(cursor?: string): Promise<Unit[]> {
  const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
  const { items, nextCursor } = await answered(api.GET('/api/v1/units', { params: { query } }));
  return nextCursor === null ? items : [...items, ...(await allUnits(nextCursor))];
}

/** Every unit, so that a host can be chosen by name. */
export const unitsQuery = queryOptions({ queryKey: ['units', 'all'], queryFn: () => allUnits(), staleTime: 600_000 });
