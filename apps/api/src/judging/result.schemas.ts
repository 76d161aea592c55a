import { z } from 'zod';

const Place = z.object({
  rank: z.int(),
  projectId: z.string(),
  caseNo: z.string(),
  title: z.string(),
  organisationName: z.string(),
  score: z.string().describe('Points, with the decimals of the policy'),
  untrimmedMean: z.string(),
  sheets: z.int(),
  meetsFloor: z.boolean(),
  toldApartBy: z.string().nullable(),
});

export const ResultsView = z.object({
  roundId: z.string(),
  caseNo: z.string(),
  title: z.string(),
  policyHash: z.string(),
  resultHash: z.string(),
  root: z.string().nullable().describe('Over all locked sheets; published when scoring was closed'),
  publishedAt: z.number(),
  classes: z.array(z.object({ class: z.string(), ranked: z.array(Place), undecided: z.array(z.array(z.string())) })),
});
export type ResultsView = z.output<typeof ResultsView>;

export const DiagnosticsView = z.object({
  status: z.enum(['COMPUTING', 'READY']),
  seq: z.int(),
  diagnostics: z.unknown().describe('Beside the result, never instead of it'),
});

export const ExportView = z.object({
  roundId: z.string(),
  judges: z.array(
    z.object({
      judgeId: z.string().describe('A pseudonym'),
      entries: z.array(z.object({ seq: z.int(), payload: z.string(), prevHash: z.string(), hash: z.string() })),
      count: z.int(),
      head: z.string(),
    }),
  ),
  root: z.string(),
});

const Slot = z.object({
  position: z.int(),
  projectId: z.string(),
  title: z.string(),
  class: z.string(),
  calledAt: z.number().nullable(),
  endsAt: z.number().nullable().describe('End of the presentation by the server’s clock, epoch ms'),
  leftAt: z.number().nullable(),
  judges: z.int(),
  locked: z.int(),
  result: z.object({ score: z.string(), rank: z.int() }).nullable().describe('As soon as all judges have locked'),
});

export const HallView = z.object({
  roundId: z.string(),
  caseNo: z.string(),
  title: z.string(),
  seed: z.string().nullable().describe('null until the order of presentation was drawn'),
  word: z.string().nullable(),
  onStage: z.string().nullable(),
  slots: z.array(Slot),
  now: z.number().describe('The server’s clock, epoch ms'),
});
