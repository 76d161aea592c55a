import { z } from 'zod';

export const MyRoundsView = z.object({
  items: z.array(
    z.object({
      caseNo: z.string(),
      title: z.string(),
      state: z.object({ slug: z.string(), zh: z.string(), en: z.string() }),
      staged: z.boolean().describe('The order of presentation was drawn: judging is on site'),
      assigned: z.int(),
      locked: z.int(),
    }),
  ),
});
export type MyRoundsView = z.output<typeof MyRoundsView>;

const Judge = z.object({
  judgeId: z.string(),
  name: z.string(),
  status: z.enum(['NONE', 'DRAFT', 'LOCKING', 'LOCKED', 'UNLOCKING']),
  lockedAt: z.number().nullable().describe('Epoch ms'),
});

export const ProgressView = z.object({
  judgesMin: z.int().describe('Locked sheets that every project needs before scoring is closed'),
  items: z.array(
    z.object({
      projectId: z.string(),
      caseNo: z.string(),
      title: z.string(),
      class: z.string(),
      judges: z.array(Judge),
    }),
  ),
});
