import { z } from 'zod';

import { Id } from '../http/clean.js';
import { MATTERS } from '../matters/matter.js';

const slugs = MATTERS.map(({ slug }) => slug);
const Data = z.record(z.string().max(100), z.unknown());

/** A draft is begun for a matter and, where the matter asks for one, an organisation. */
export const NewDraft = z.strictObject({
  matter: z.enum(slugs),
  organisationId: Id.optional(),
  data: Data.default({}),
});
export type NewDraft = z.output<typeof NewDraft>;

/** The whole of what the form holds, over the version that was edited. */
export const DraftSave = z.strictObject({ version: z.int().min(1), data: Data });
export type DraftSave = z.output<typeof DraftSave>;

/** `?version=`: the version that was seen. */
export const DraftVersion = z.strictObject({ version: z.coerce.number().int().min(1) });
export type DraftVersion = z.output<typeof DraftVersion>;

/** Submits the version that was seen; absent: the present one. */
export const Submission = z.strictObject({ version: z.int().min(1).optional() });
export type Submission = z.output<typeof Submission>;

export const DraftView = z.object({
  id: z.string(),
  matter: z.string(),
  organisationId: z.string().nullable(),
  version: z.int(),
  data: z.record(z.string(), z.unknown()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  caseId: z.string().nullable().describe('Set once it was submitted'),
});
export type DraftView = z.output<typeof DraftView>;

export const DraftList = z.object({ items: z.array(DraftView) });

const Labelled = { zh: z.string(), en: z.string() };
const Named = z.object({ personId: z.string(), name: z.string().nullable() });

export const AssessmentView = z.object({
  organisationId: z.string(),
  eligible: z.boolean(),
  basis: z
    .enum(['LISTED', 'WHOLE_COUNCIL'])
    .describe('WHOLE_COUNCIL: the draft lists nobody yet, so the council is looked at'),
  counted: z.int(),
  countedPersons: z.array(Named),
  transferred: z.int(),
  excluded: z.array(Named.extend({ reason: z.string(), ...Labelled })),
  strangers: z.array(z.int()).describe("Places in `members` of people who are not in the organisation's records"),
  problems: z.array(
    z.object({
      code: z.string(),
      messageZh: z.string(),
      messageEn: z.string(),
      field: z.string().nullable(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
  warnings: z.array(z.object({ code: z.string(), ...Labelled })),
  alternatives: z.array(z.object({ code: z.string(), ...Labelled })),
  missingPapers: z.array(z.string()),
  approver: z.object({ partyOrgId: z.string(), name: z.string(), unitId: z.string().nullable() }).nullable(),
  passedOver: z.array(z.object({ partyOrgId: z.string(), name: z.string() })),
  term: z
    .object({ termStart: z.string(), termEnd: z.string() })
    .nullable()
    .describe('The term that it would get if it were replied to today'),
});
export type AssessmentView = z.output<typeof AssessmentView>;

export const Submitted = z.object({
  caseNo: z.string(),
  matter: z.string(),
  state: z.string(),
  receipt: z
    .object({
      receivedAt: z.iso.datetime().describe('By the clock of the server, when the submission arrived'),
      sha256: z.string().nullable().describe('Of the canonical JSON (RFC 8785) of the form that is kept'),
    })
    .describe('回执'),
  warnings: z.array(
    z.object({
      code: z.string(),
      field: z.string(),
      messageZh: z.string(),
      messageEn: z.string(),
      fragment: z.string(),
    }),
  ),
  links: z.object({ case: z.string(), actions: z.string(), timeline: z.string() }),
});
export type Submitted = z.output<typeof Submitted>;
