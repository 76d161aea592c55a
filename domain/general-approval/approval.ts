import { z } from 'zod';

import { assigneeSchema } from '../process/acts.js';

const Rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ALL') }),
  z.strictObject({ kind: z.literal('ANY') }),
  z.strictObject({ kind: z.literal('SEQUENCE') }),
  z.strictObject({ kind: z.literal('SHARE'), percent: z.int().min(1).max(100), more: z.boolean() }),
]);

/** One step of a general approval: who signs under which rule, within how many working days. */
export const ApprovalStep = z.strictObject({
  name: z.string().trim().min(1).max(40),
  rule: Rule,
  signers: z
    .array(z.strictObject({ to: assigneeSchema(), weight: z.int().min(1).max(100).optional() }))
    .min(1)
    .max(50),
  duty: z.enum(['REVIEW', 'SIGN']),
  limitWorkingDays: z.int().min(1).max(60).nullable(),
});
export type ApprovalStep = z.output<typeof ApprovalStep>;

/** What an applicant fills in: the matter in words, and the way it goes. */
export const ApprovalForm = z.strictObject({
  title: z.string().trim().min(2).max(100),
  text: z.string().trim().min(1).max(5000),
  unitId: z.string().min(1).max(128),
  steps: z.array(ApprovalStep).min(1).max(20),
  attachments: z.array(z.string().min(1).max(64)).max(50).default([]),
});
export type ApprovalForm = z.output<typeof ApprovalForm>;
