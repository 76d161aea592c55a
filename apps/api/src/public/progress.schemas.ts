import { z } from 'zod';

const Labels = { zh: z.string(), en: z.string() };
const State = z.object({ slug: z.string(), ...Labels });
const Time = z.iso.datetime();

export const ProgressParams = z.strictObject({ caseNo: z.string().max(64), code: z.string().max(64) });
export type ProgressParams = z.output<typeof ProgressParams>;

/** The code by which whoever applied, or whoever they give it to, follows a case without signing in. */
export const ProgressCodeView = z.object({ caseNo: z.string(), code: z.string() });
export type ProgressCodeView = z.output<typeof ProgressCodeView>;

/** Where a case stands: no name of a person or an organisation, no title, no words of anybody. */
export const ProgressView = z.object({
  caseNo: z.string(),
  matter: z.object(Labels),
  organ: z.string().describe('The unit that handles it'),
  state: State,
  submittedAt: Time,
  updatedAt: Time,
  closedAt: Time.nullable(),
  steps: z.array(z.object({ state: State, at: Time })).describe('The states that it came to, the earliest first'),
  waiting: z
    .array(
      z.object({
        ...Labels,
        byApplicant: z.boolean().describe('Waits for the applicant'),
        dueAt: Time.nullable(),
        paused: z.boolean(),
      }),
    )
    .describe('What is being done now'),
});
export type ProgressView = z.output<typeof ProgressView>;

/** A season whose figures are public. */
export const PublicSeason = z.object({
  caseNo: z.string(),
  registry: z.string(),
  inspectedYear: z.int(),
  asOf: z.iso.date().describe('The last day for which figures were frozen'),
});
export type PublicSeason = z.output<typeof PublicSeason>;
