import { z } from 'zod';

import { Id } from '../http/clean.js';

export const JobParams = z.strictObject({ id: Id, jobId: Id });
export type JobParams = z.output<typeof JobParams>;

/** Projects and judges by name, for whatever names them by id. */
export const Named = {
  projects: z.array(
    z.object({
      ...{ projectId: z.string(), caseNo: z.string(), title: z.string() },
      ...{ class: z.string(), themes: z.array(z.string()), organisationName: z.string() },
    }),
  ),
  judges: z.array(z.object({ judgeId: z.string(), name: z.string() })),
};

const PairView = z.object({ projectId: z.string(), judgeId: z.string() });

export const NewAssignment = z.strictObject({
  goal: z
    .enum(['SUM', 'FAIR'])
    .default('SUM')
    .describe('SUM the most expertise over all; FAIR first the worst-off project'),
  judgesPerProject: z.int().min(1).max(100).optional().describe('Absent: the fewest that the policy asks for'),
  expertsPerProject: z.int().min(0).max(100).default(0).describe('Of them, whose fields fit the project'),
  maxLoad: z.int().min(1).max(10_000).nullable().default(null).describe('For every judge; null: as the panel says'),
  replaceJudgeId: Id.nullable().default(null).describe('A judge who drops out: replaced with the fewest changes'),
});
export type NewAssignment = z.output<typeof NewAssignment>;

export const JobView = z.object({
  id: z.string(),
  kind: z.string(),
  goal: z.string(),
  status: z.enum(['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'ACCEPTED']),
  progress: z.int().describe('Programs that were solved so far'),
  at: z.number(),
  endedAt: z.number().nullable(),
  refusal: z.unknown().describe('Why it failed; VEN_ASSIGNMENT_INFEASIBLE lists the limits that clash'),
  ...Named,
  result: z
    .object({
      points: z.number(),
      worstPoints: z.number(),
      proven: z.boolean(),
      pairs: z.array(PairView.extend({ points: z.int(), matched: z.array(z.string()) })),
      added: z.array(PairView),
      removed: z.array(PairView),
    })
    .nullable(),
});

export const JobsView = z.object({ items: z.array(JobView.omit({ result: true, projects: true, judges: true })) });
