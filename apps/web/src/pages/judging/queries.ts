import { queryOptions } from '@tanstack/react-query';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';

export type MyRound = Answer<'/api/v1/judging/rounds'>['items'][number];
export type MyProject = Answer<'/api/v1/rounds/{id}/sheets'>['items'][number];
export type Pack = Answer<'/api/v1/rounds/{id}/sheets/{projectId}'>;
export type Criterion = Pack['criteria'][number];
export type Progress = Answer<'/api/v1/rounds/{id}/sheet-progress'>;
export type ProjectProgress = Progress['items'][number];
export type Results = Answer<'/api/v1/public/rounds/{id}/results'>;
export type ClassResult = Results['classes'][number];
export type Place = ClassResult['ranked'][number];

const of = (id: string) => ({ params: { path: { id } } });

/** The rounds in whose panel the reader sits. */
export const myRoundsQuery = queryOptions({
  queryKey: ['live', 'judging', 'rounds'],
  queryFn: () => answered(api.GET('/api/v1/judging/rounds')),
});

/** The projects of a round that the reader scores, in the order of presentation. */
export const mySheetsQuery = (roundNo: string) =>
  queryOptions({
    queryKey: ['live', 'judging', 'sheets', roundNo],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/sheets', of(roundNo))),
  });

/** What a project is scored by, and the reader's own sheet. Kept for the whole session: a hall's network comes and goes. */
export const packQuery = (roundNo: string, projectId: string) =>
  queryOptions({
    queryKey: ['live', 'judging', 'pack', roundNo, projectId],
    queryFn: () =>
      answered(api.GET('/api/v1/rounds/{id}/sheets/{projectId}', { params: { path: { id: roundNo, projectId } } })),
    gcTime: Number.POSITIVE_INFINITY,
  });

/** Applicants to whom a judge may be tied. */
export const applicantsQuery = (roundNo: string) =>
  queryOptions({
    queryKey: ['judging', 'applicants', roundNo],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/applicants', of(roundNo))),
  });

/** The round itself: where it stands, and its scoring policy. */
export const roundQuery = (roundNo: string) =>
  queryOptions({
    queryKey: ['live', 'judging', 'round', roundNo],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}', of(roundNo))),
  });

/** Who has locked the sheet of which project. */
export const progressQuery = (roundNo: string) =>
  queryOptions({
    queryKey: ['live', 'judging', 'progress', roundNo],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/sheet-progress', of(roundNo))),
  });

/** The panel by name and by the pseudonym under which its sheets are published. */
export const panelQuery = (roundNo: string) =>
  queryOptions({
    queryKey: ['live', 'judging', 'panel', roundNo],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/panel', of(roundNo))),
  });

/** The published ranking; NOT_FOUND before scoring was closed. */
export const resultsQuery = (roundNo: string) =>
  queryOptions({
    queryKey: ['live', 'judging', 'results', roundNo],
    queryFn: () => answered(api.GET('/api/v1/public/rounds/{id}/results', of(roundNo))),
  });

/** Every locked mark, judges by pseudonym. */
export const marksQuery = (roundNo: string) =>
  queryOptions({
    queryKey: ['live', 'judging', 'marks', roundNo],
    queryFn: () => answered(api.GET('/api/v1/public/rounds/{id}/sheets-export', of(roundNo))),
  });

const COMPUTING_MS = 2_000;

/** What stands beside the ranking; asked for again while it is being computed. */
export const diagnosticsQuery = (roundNo: string) =>
  queryOptions({
    queryKey: ['live', 'judging', 'diagnostics', roundNo],
    queryFn: () => answered(api.GET('/api/v1/rounds/{id}/diagnostics', of(roundNo))),
    refetchInterval: ({ state }) => (state.data?.status === 'COMPUTING' ? COMPUTING_MS : false),
  });
