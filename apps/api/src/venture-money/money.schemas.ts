import { z } from 'zod';

import { ActivityRecord } from '#domain/venture-round/activity.rule.js';
import { wholeFen } from '#domain/venture-round/fen.js';
import { Change } from '#prisma/stores/venture-money/budget-lines.js';
import { Id, text } from '../http/clean.js';
import { pageOf } from '../http/paging.js';

const fen = z.number().describe('Fen');

/** An objection to a published award: named, with evidence. */
export const NewObjection = z.strictObject({
  notice: z.int().min(1).describe('The number of the notice'),
  project: z.string().max(64).describe('Case number of the project'),
  contact: text(2, 100).describe('Name and telephone number'),
  statement: text(20, 4000),
  evidenceUploadIds: z.array(Id).min(1).max(20),
});
export type NewObjection = z.output<typeof NewObjection>;

export const NewSponsor = z.strictObject({ uscc: z.string().max(18), name: text(2, 100), representative: text(2, 40) });
export type NewSponsor = z.output<typeof NewSponsor>;

/** A deed of adoption as the sponsor signs it. */
export const NewDeed = z.strictObject({
  mode: z.enum(['MONEY', 'GOODS', 'SERVICE']),
  fen: wholeFen().refine((amount) => amount > 0, { error: '金额须大于 0' }),
  purpose: text(2, 500),
  namingRight: text(1, 100).optional(),
  linkedToApplicant: z.boolean(),
  disclosure: text(4, 500).optional().describe('What ties there are; published'),
});
export type NewDeed = z.output<typeof NewDeed>;

export const NewAccount = z.strictObject({
  holderId: Id.describe('The organisation whose account it is'),
  bank: text(2, 100),
  tail: z
    .string()
    .regex(/^\d{4}$/)
    .describe('The last four digits; the whole number stands on the proof'),
  proofUploadId: Id,
});
export type NewAccount = z.output<typeof NewAccount>;

export const NewVoucher = z.strictObject({
  line: z.int().min(0).max(199).describe('Place of the budget line, from 0'),
  fen: wholeFen().refine((amount) => amount > 0, { error: '金额须大于 0' }),
  spentOn: z.iso.date(),
  payee: text(1, 100),
  uploadId: Id,
  activityId: Id.optional(),
});
export type NewVoucher = z.output<typeof NewVoucher>;

export const NewReport = z.strictObject({
  kind: z.enum(['MID_TERM', 'FINAL']),
  reached: z.record(z.string().max(80), z.int().min(0)).describe('Indicators and how far they were reached'),
  story: text(10, 8000),
});
export type NewReport = z.output<typeof NewReport>;

export const NewActivity = ActivityRecord;
export type NewActivity = z.output<typeof NewActivity>;
export const NewChange = Change;
export type NewChange = z.output<typeof NewChange>;

export const Kept = z.object({ id: z.string() });
export const Progressed = z.object({ caseNo: z.string(), seq: z.int(), state: z.string() });

const Notice = z.object({
  no: z.int(),
  openedAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable().describe('The last millisecond in which an objection is in time'),
  daysLeft: z.int().describe('Whole calendar days; 0 on the last day and after'),
  isOpen: z.boolean(),
  settledAt: z.iso.datetime().nullable(),
  objections: z.int(),
  howZh: z.string(),
  howEn: z.string(),
});

const Line = z.object({
  caseNo: z.string(),
  title: z.string(),
  class: z.string(),
  organisation: z.string().nullable(),
  rank: z.int(),
  score: z.string().nullable(),
  outcome: z.string(),
  fen,
  bySource: z.array(z.object({ source: z.string(), fen })),
  sponsors: z.array(z.object({ name: z.string(), fen, disclosure: z.string().nullable() })),
  why: z.string().nullable().describe('Why it gets nothing: BELOW_FLOOR, CLASS_NOT_FUNDABLE, QUOTA_FULL, NO_MONEY'),
});

/** What everybody may read of the awards. */
export const AwardPage = z.object({ notices: z.array(Notice), ...pageOf(Line).shape });
const Share = z.object({ numerator: z.int(), denominator: z.int(), percent: z.string().nullable() });
const Counts = z.record(z.string(), z.int());

/** The figures of a round (specification M03 "KPIs"), and its account by year and source. */
export const Figures = z.object({
  projects: z.int(),
  byClass: Counts,
  byTheme: Counts,
  byState: Counts,
  funded: Share,
  adopted: Share,
  completed: Share,
  money: z.array(z.object({ source: z.string(), plannedFen: fen, agreedFen: fen, paidFen: fen, returnedFen: fen })),
  activities: z.int(),
  personTimes: z.int(),
  persons: z.int(),
  costPerPersonTime: z.string().nullable(),
  account: z.array(z.object({ year: z.int(), source: z.string(), paidFen: fen, orders: z.int() })),
});

const SourceFen = z.object({ source: z.string(), fen });

/** The plan of awards as it would be proposed now. */
export const PlanView = z.object({
  hash: z.string(),
  plan: z.record(z.string(), z.unknown()),
  refusal: z.unknown().nullable(),
  lines: z
    .array(
      z.object({
        ...{ caseNo: z.string(), title: z.string(), class: z.string(), organisation: z.string().nullable() },
        ...{ rank: z.int(), score: z.string().nullable(), requestedFen: fen },
        outcome: z.enum(['FULL', 'LESS', 'STANDING', 'RESERVE', 'NOT_FUNDED']),
        why: z.string().nullable(),
        fen,
        bySource: z.array(SourceFen),
      }),
    )
    .describe('Every ranked project and what it would get, by class and rank'),
  leftBySource: z.array(SourceFen),
});
export type PlanView = z.output<typeof PlanView>;

/** Everything about a project's money. */
export const MoneyView = z.object({
  agreement: z
    .object({
      status: z.string(),
      hash: z.string().describe('SHA-256 of the agreement among the case’s papers, which both sides sign'),
      documentId: z.string().nullable().describe('The paper'),
      totalFen: fen,
      bySource: z.array(SourceFen),
      instalments: z.array(
        z.object({
          source: z.string(),
          no: z.int(),
          fen,
          release: z.string(),
          milestone: z.string().nullable(),
          taskId: z.string().nullable().describe('The task of its signatures, once it is due'),
          financeTaskId: z.string().nullable().describe('The task of the finance beside it'),
          dueFen: fen.nullable().describe('What is paid of it'),
        }),
      ),
      account: z
        .object({ holderId: z.string(), bank: z.string(), tail: z.string(), proofUploadId: z.string().nullable() })
        .nullable(),
      termFrom: z.iso.date().nullable(),
      termTo: z.iso.date().nullable(),
      frozen: z.boolean(),
      hostSignedAt: z.iso.datetime().nullable(),
      applicantSignedAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  adoptions: z.array(
    z.object({
      ...{
        deedId: z.string(),
        sponsor: z.string(),
        sponsorName: z.string(),
        mode: z.string(),
        fen,
        status: z.string(),
      },
      ...{ purpose: z.string(), namingRight: z.string().nullable(), disclosure: z.string().nullable() },
      mine: z.boolean().describe('Signed by the reader'),
    }),
  ),
  orders: z.array(
    z.object({
      ...{ id: z.string(), source: z.string(), instalment: z.int(), fen, signers: z.array(z.string()) },
      ...{ signerNames: z.array(z.string()), orderedAt: z.iso.datetime() },
    }),
  ),
  returnDue: z.array(SourceFen).describe('What has to come back of each source, returns included'),
  returns: z.array(z.object({ no: z.int(), source: z.string(), fen, at: z.iso.datetime(), uploadId: z.string() })),
  budget: z.array(z.object({ category: z.string(), item: z.string(), agreedFen: fen, nowFen: fen, spentFen: fen })),
});
export type MoneyView = z.output<typeof MoneyView>;
