import { slugs } from '#domain/terms/term.js';
import { z } from 'zod';
import { wholeFen } from './fen.js';
import { PROJECT_CLASSES, VENTURE_THEMES } from './terms.js';

const id = z.string().min(1).max(128);
const line = (max: number) => z.string().trim().min(1).max(max);
const count = (max: number) => z.int().min(1).max(max);

/** Whose money a budget line is: the grant that is asked for, the applicant's own, or another giver's. */
export const LINE_SOURCES = ['GRANT', 'OWN', 'OTHER'] as const;

/** A line of the budget (预算明细). `amountFen` is quantity × price, exactly. */
export const BudgetLine = z.strictObject({
  category: line(40),
  item: line(80),
  quantity: count(1_000_000),
  unitPriceFen: wholeFen(),
  amountFen: wholeFen(),
  source: z.enum(LINE_SOURCES),
});
export type BudgetLine = z.output<typeof BudgetLine>;

/** An indicator that the project promises (目标). */
export const Objective = z.strictObject({ indicator: line(80), target: count(100_000_000), unit: line(10) });
export type Objective = z.output<typeof Objective>;

/**
 * The application (申报书) as it is submitted (specification M03 "Project application"). The leader and the team are
 * persons of the organisation's records; money is in whole fen, so a budget in floating point is no budget.
 */
export const ProjectApplication = z.strictObject({
  title: z.string().trim().min(4).max(60),
  class: z.enum(slugs(PROJECT_CLASSES)),
  themes: z
    .array(z.enum(slugs(VENTURE_THEMES)))
    .min(1)
    .max(3)
    .refine((themes) => new Set(themes).size === themes.length, { error: '领域重复' }),
  /** 承接单位: the registered organisation or street that carries a filed community organisation's project. */
  carrierId: id.optional(),
  leader: z.strictObject({ personId: id, phone: z.string().trim().min(7).max(20) }),
  siteDivision: z.string().regex(/^\d{9}(\d{3})?$/),
  need: z.string().trim().min(100).max(3000),
  beneficiaries: z.strictObject({ group: line(100), persons: count(10_000_000), personTimes: count(100_000_000) }),
  objectives: z.array(Objective).min(1).max(20),
  activities: z
    .array(z.strictObject({ name: line(80), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), times: count(1000) }))
    .min(1)
    .max(100),
  team: z.array(z.strictObject({ personId: id, duty: line(80) })).max(50),
  budget: z.array(BudgetLine).min(1).max(200),
  requestedFen: wholeFen().refine((fen) => fen > 0, { error: '申请金额须大于 0' }),
  ownFundsFen: wholeFen(),
  risks: z.string().trim().min(1).max(2000),
  partyContribution: z.string().trim().min(1).max(2000),
  attachmentUploadIds: z.array(id).max(30).default([]),
  /** 承诺书. */
  pledgeUploadId: id,
});
export type ProjectApplication = z.output<typeof ProjectApplication>;

/** An application as it is kept: with the round that it is for. */
export const SubmittedApplication = ProjectApplication.extend({
  /** The case number of the round. */
  roundNo: z.string().min(1).max(64),
});
export type SubmittedApplication = z.output<typeof SubmittedApplication>;

/** The uploads that an application refers to. */
export function uploadsOf({ pledgeUploadId, attachmentUploadIds }: ProjectApplication): string[] {
  return [...new Set([pledgeUploadId, ...attachmentUploadIds])];
}
