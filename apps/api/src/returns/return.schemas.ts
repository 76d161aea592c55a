import { z } from 'zod';

import { INSPECTION_CONCLUSIONS } from '#domain/annual-inspection/consequence.js';
import { TalkRecord } from '#domain/annual-inspection/talk.rule.js';
import { Id } from '../http/clean.js';
import { PageQuery, pageOf } from '../http/paging.js';

const Form = z.record(z.string().max(100), z.unknown());
const Labelled = { zh: z.string(), en: z.string() };
const Day = z.iso.date();

export const ReturnParams = z.strictObject({ caseNo: z.string().max(64) });
export type ReturnParams = z.output<typeof ReturnParams>;

export const FormAsked = z.strictObject({ form: Form });
export type FormAsked = z.output<typeof FormAsked>;

export const ReturnDraftSave = z.strictObject({
  version: z.int().min(0).describe('The version that was edited; 0 begins the draft'),
  data: Form,
});
export type ReturnDraftSave = z.output<typeof ReturnDraftSave>;

export const ReturnDraftView = z.object({ version: z.int(), data: z.record(z.string(), z.unknown()) });
export type ReturnDraftView = z.output<typeof ReturnDraftView>;

export const PrefillView = z.object({
  form: z.record(z.string(), z.unknown()).describe('Values to be confirmed or changed'),
  sources: z.record(z.string(), z.enum(['LAST_YEAR', 'REGISTER'])).describe('Where each value comes from, by its path'),
});

const Check = z.object({
  check: z.string(),
  severity: z.enum(['BLOCK', 'WARN']),
  ok: z.boolean(),
  field: z.string(),
  ...Labelled,
});

export const ChecksView = z.object({
  submittable: z.boolean(),
  problems: z.array(z.object({ field: z.string(), messageZh: z.string(), messageEn: z.string() })),
  checks: z.array(Check),
});
export type ChecksView = z.output<typeof ChecksView>;

const Instructor = z.object({ personId: z.string(), name: z.string() });
export const Instructors = z.object({ items: z.array(Instructor) });

const Rule = z.object({ rule: z.string(), applies: z.boolean(), atMost: z.string(), ...Labelled });

export const ProposalView = z.object({ conclusion: z.string(), late: z.boolean(), examined: z.array(Rule) });

export const ReturnView = z.object({
  caseNo: z.string(),
  inspectedYear: z.int(),
  organisationId: z.string(),
  due: Day,
  closes: Day,
  extendedTo: Day.nullable(),
  firstFiledOn: Day.nullable(),
  timeliness: z.enum(['IN_TIME', 'LATE', 'AFTER_CLOSE']).nullable(),
  partyConfirmation: z
    .enum(['ASKED', 'CONFIRMED', 'DISPUTED', 'NOT_CONFIRMED'])
    .nullable()
    .describe('Of the Party section by the instructor; null where nobody is asked'),
  conclusion: z.enum(INSPECTION_CONCLUSIONS).nullable(),
  concludedOn: Day.nullable(),
  publishedOn: Day.nullable(),
  extensionAsked: Day.nullable().describe('Until when an extension was asked for last'),
  instructor: Instructor.nullable().describe('Whom the form names'),
  talk: z.object({
    noticedOn: Day.nullable(),
    for: Day.nullable(),
    heldOn: Day.nullable(),
    record: TalkRecord.omit({ officers: true })
      .nullable()
      .describe('For the registry and the organisation, once it was held'),
    officers: z.array(z.string()).describe('Their names'),
  }),
  rectification: z.object({
    status: z.enum(['NONE', 'PENDING', 'IN_TIME', 'LATE', 'FAILED']),
    due: Day.nullable(),
    items: z.array(
      z.object({
        itemId: z.string(),
        wanted: z.string(),
        result: z.string().nullable(),
        evidenceUploadIds: z.array(z.string()).readonly(),
        done: z.boolean().nullable(),
      }),
    ),
  }),
  checks: z.array(Check),
  proposal: ProposalView.nullable().describe('What the rules propose; for the officials of the registry only'),
});
export type ReturnView = z.output<typeof ReturnView>;

export const PurchaseView = z.object({
  organisationId: z.string(),
  allowed: z.boolean(),
  reasons: z.array(z.object({ ground: z.string(), ...Labelled })),
  revocationCandidate: z.boolean(),
  years: z.array(z.object({ inspectedYear: z.int(), conclusion: z.enum(INSPECTION_CONCLUSIONS).nullable() })),
});
export type PurchaseView = z.output<typeof PurchaseView>;

const AT_ONCE = 200;
const CaseNo = z.string().max(64);

export const BulkPreviewAsked = z.strictObject({
  items: z
    .array(z.strictObject({ caseNo: CaseNo, seenSeq: z.int().min(0).optional() }))
    .min(1)
    .max(AT_ONCE),
});
export type BulkPreviewAsked = z.output<typeof BulkPreviewAsked>;

export const BulkAsked = z.strictObject({
  items: z
    .array(z.strictObject({ caseNo: CaseNo, seenSeq: z.int().min(0) }))
    .min(1)
    .max(AT_ONCE),
  opinion: z.string().max(8000).optional(),
});
export type BulkAsked = z.output<typeof BulkAsked>;

const LeftOutView = z.object({ caseNo: z.string(), ground: z.string(), because: z.array(z.string()), ...Labelled });

export const BulkPreview = z.object({
  qualified: z.array(z.object({ caseNo: z.string(), seq: z.int(), checks: z.array(Check), proposal: ProposalView })),
  leftOut: z.array(LeftOutView),
});
export type BulkPreview = z.output<typeof BulkPreview>;

export const BulkAnswer = z.object({
  concluded: z.array(z.object({ caseNo: z.string(), seq: z.int(), state: z.string() })),
  leftOut: z.array(LeftOutView),
  refused: z.array(z.object({ caseNo: z.string(), code: z.string(), messageZh: z.string(), messageEn: z.string() })),
});
export type BulkAnswer = z.output<typeof BulkAnswer>;

export const BulkPublicationAsked = z.strictObject({
  items: z
    .array(z.strictObject({ caseNo: CaseNo }))
    .min(1)
    .max(AT_ONCE),
});
export type BulkPublicationAsked = z.output<typeof BulkPublicationAsked>;

export const BulkPublicationAnswer = z.object({
  published: BulkAnswer.shape.concluded,
  refused: BulkAnswer.shape.refused,
});
export type BulkPublicationAnswer = z.output<typeof BulkPublicationAnswer>;

export const PublicYear = z.strictObject({ year: z.coerce.number().int().min(1949).max(9999) });
export type PublicYear = z.output<typeof PublicYear>;

export const PublicQuery = z.strictObject({
  ...PageQuery.shape,
  registryUnitId: Id.optional(),
  conclusion: z.enum(INSPECTION_CONCLUSIONS).optional(),
});
export type PublicQuery = z.output<typeof PublicQuery>;

export const PublicConclusions = pageOf(
  z.object({
    organisation: z.string(),
    uscc: z.string().nullable(),
    registry: z.string(),
    conclusion: z.object({ slug: z.enum(INSPECTION_CONCLUSIONS), ...Labelled }),
    publishedOn: Day,
    late: z.boolean().describe('Filed after its closing day, and kept as late'),
  }),
);
