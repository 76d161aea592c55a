import { z } from 'zod';

import { pageOf } from '../http/paging.js';

const fen = z.number().describe('Fen');
const File = z.object({ uploadId: z.string(), name: z.string() });
const Time = z.iso.datetime();

const ActivityView = z.object({
  id: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  place: z.string(),
  topic: z.string(),
  milestone: z.string().nullable(),
  personTimes: z.int(),
  newPersons: z.int(),
  volunteers: z.int(),
  hours: z.number(),
  spentFen: fen,
  photos: z.array(File),
  signInSheet: File.nullable(),
  missing: z.array(z.enum(['PHOTO', 'SIGN_IN_SHEET'])).describe('Proofs without which no report counts it'),
  confirmedBy: z.string().nullable().describe('Who confirmed it on site'),
  confirmedAt: Time.nullable(),
  reportNo: z.int().nullable().describe('The report that counted it; null: it may still be corrected'),
});
export const ActivityPage = pageOf(ActivityView);

const VoucherView = z.object({
  id: z.string(),
  line: z.int().describe('Place of the budget line, from 0'),
  item: z.string(),
  fen,
  spentOn: z.iso.date(),
  payee: z.string(),
  file: File,
  recordedAt: Time,
});
export const VoucherPage = pageOf(VoucherView);

const Counted = {
  activities: z.int(),
  personTimes: z.int(),
  persons: z.int().describe('Distinct persons'),
  volunteers: z.int(),
  spentFen: fen,
  voucherFen: fen,
};

/** What a project promised and how far it is. */
export const ProgressView = z.object({
  term: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  photosMin: z.int().describe('Photographs that an activity needs to count'),
  totals: z.object(Counted).describe('Of all records, also those that no report has counted'),
  objectives: z.array(
    z.object({ indicator: z.string(), target: z.number(), unit: z.string(), reached: z.number(), percent: z.int() }),
  ),
  reports: z.array(
    z.object({
      ...{ no: z.int(), kind: z.string(), hash: z.string(), filedBy: z.string(), filedAt: Time },
      ...{ figures: z.object(Counted), reached: z.record(z.string(), z.number()), story: z.string() },
    }),
  ),
  evaluations: z.array(
    z.object({
      ...{ no: z.int(), kind: z.string(), result: z.string(), evaluator: z.string().nullable(), at: Time },
      acceptedFen: fen.nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      ...{ id: z.string(), kind: z.enum(['BUDGET', 'EXTENSION']), status: z.string() },
      ...{ askedBy: z.string(), askedAt: Time, decidedAt: Time.nullable() },
      months: z.int().nullable(),
      lines: z.array(z.object({ line: z.int(), item: z.string(), agreedFen: fen, newFen: fen })),
    }),
  ),
});
export type ProgressView = z.output<typeof ProgressView>;

const Objection = z.object({
  id: z.string(),
  notice: z.int(),
  caseNo: z.string().nullable(),
  title: z.string().nullable(),
  by: z.string(),
  contact: z.string(),
  statement: z.string(),
  evidence: z.array(File),
  filedAt: Time,
  status: z.string().describe('OPEN, UPHELD, REJECTED'),
  remedy: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: Time.nullable(),
  taskId: z.string().nullable(),
});
export const ObjectionPage = pageOf(Objection);

export const AccountPage = pageOf(
  z.object({
    caseNo: z.string(),
    title: z.string(),
    organisation: z.string().nullable(),
    state: z.object({ slug: z.string(), zh: z.string(), en: z.string() }),
    agreement: z.string().nullable().describe('OFFERED, SIGNED, DECLINED, ENDED'),
    frozen: z.boolean(),
    ...{ agreedFen: fen, paidFen: fen, returnedFen: fen },
  }),
);

export const WaitingPage = pageOf(
  z.object({
    taskId: z.string(),
    ...{ kind: z.string(), zh: z.string(), en: z.string() },
    caseNo: z.string(),
    title: z.string(),
    openedAt: Time,
    dueAt: Time.nullable(),
    suspended: z.boolean(),
    source: z.string().nullable().describe('Of a payment'),
    instalment: z.int().nullable(),
    fen: fen.nullable(),
  }),
);

export const AdoptablePage = pageOf(
  z.object({
    caseNo: z.string(),
    title: z.string(),
    class: z.string(),
    organisation: z.string().nullable(),
    requestedFen: fen,
    gapFen: fen.describe('What neither public money nor enterprises give yet'),
  }),
);

/** The enterprise for which one speaks, and its deeds. */
export const SponsorView = z.object({
  sponsor: z.object({ id: z.string(), uscc: z.string(), name: z.string(), representative: z.string() }).nullable(),
  deeds: z.array(
    z.object({
      ...{ deedId: z.string(), caseNo: z.string(), title: z.string(), roundNo: z.string(), mode: z.string(), fen },
      ...{ status: z.string(), signedAt: Time },
    }),
  ),
});
