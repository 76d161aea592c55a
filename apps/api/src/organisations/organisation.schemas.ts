import { z } from 'zod';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { parseDivisionCode } from '#domain/identifier/division-code.js';
import { ENDED_STATUS } from '#domain/organisation/ending.rule.js';
import { LEGAL_STATUS } from '#domain/terms/organisation-terms.js';
import { slugs } from '#domain/terms/term.js';
import { AGENCY_TYPES } from '#domain/terms/unit-terms.js';
import { Id, text } from '../http/clean.js';
import { PageQuery } from '../http/paging.js';
import { parsedText } from './parsed-text.js';

const DAY = z.iso.date();

/** A day of a body, `YYYY-MM-DD`. */
export const Day = parsedText((day) => parseIsoDate(day)).describe('YYYY-MM-DD');

/** A value of an enumeration and how it is read. */
export const Labelled = z.object({ slug: z.string(), zh: z.string(), en: z.string() });

export const UnitQuery = z.strictObject({
  ...PageQuery.shape,
  parentId: Id.optional(),
  divisionCode: parsedText(parseDivisionCode).optional().describe('This division or one in it'),
  agencyType: z.enum(slugs(AGENCY_TYPES)).optional(),
});
export type UnitQuery = z.infer<typeof UnitQuery>;

export const UnitView = z.object({
  id: z.string(),
  name: z.string(),
  agencyType: Labelled,
  level: Labelled,
  divisionCode: z.string(),
  parentId: z.string().nullable(),
  networkTier: Labelled.nullable(),
  docWord: z.string().nullable(),
});
export type UnitView = z.infer<typeof UnitView>;

export const OrganisationQuery = z.strictObject({
  ...PageQuery.shape,
  unitId: Id.optional().describe('Supervisory unit or registry'),
  divisionCode: parsedText(parseDivisionCode).optional().describe('This division or one in it'),
  name: text(1, 60).optional().describe('A part of the name'),
  legalStatus: z.enum(slugs(LEGAL_STATUS)).optional(),
});
export type OrganisationQuery = z.infer<typeof OrganisationQuery>;

const CouncilTerm = z.object({ start: DAY, end: DAY });

export const OrganisationView = z.object({
  id: z.string(),
  name: z.string(),
  uscc: z.string().nullable(),
  usccWaiver: z.boolean(),
  filingNo: z.string().nullable(),
  type: Labelled,
  subtype: Labelled.nullable(),
  legalStatus: Labelled,
  registeredAt: DAY.nullable(),
  endedOn: DAY.nullable(),
  charity: z.boolean(),
  level: z.string(),
  divisionCode: z.string(),
  address: z.string(),
  fieldTags: z.array(z.string()),
  councilTerm: CouncilTerm.nullable(),
  councilSize: z.int().nullable(),
  charterPartyBuilding: z.boolean(),
  managementMode: Labelled.nullable(),
  supervisoryUnitId: z.string().nullable(),
  registryUnitId: z.string().nullable(),
  managingPartyOrgId: z.string().nullable(),
});
export type OrganisationView = z.infer<typeof OrganisationView>;

export const OrganisationDetail = OrganisationView.extend({
  partyCoverage: z.enum(['COVERED', 'WORK_ONLY', 'NONE']),
  councilHistory: z.array(
    z.object({
      kind: z.enum(['RE_ELECTION', 'POSTPONEMENT']),
      before: CouncilTerm.nullable(),
      after: CouncilTerm,
      heldOn: DAY.nullable(),
      approvalDoc: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
});
export type OrganisationDetail = z.infer<typeof OrganisationDetail>;

const COUNCIL_SIZE_MAX = 1000;

/** A held election (换届), or an approved postponement of it (延期换届). */
export const CouncilChange = z.union([
  z.strictObject({
    reElection: z.strictObject({
      heldOn: Day,
      termStart: Day,
      termEnd: Day,
      councilSize: z.int().min(1).max(COUNCIL_SIZE_MAX).optional(),
    }),
  }),
  z.strictObject({
    postponement: z.strictObject({
      newTermEnd: Day,
      approvalDoc: Id.describe('Upload with the approval'),
    }),
  }),
]);
export type CouncilChange = z.infer<typeof CouncilChange>;

/** The unified social credit code; `waiveCheck` only by the registry, for a genuine old code whose check character is wrong. */
export const Identification = z.strictObject({ uscc: text(1, 30), waiveCheck: z.boolean().default(false) });
export type Identification = z.infer<typeof Identification>;

/** Its cancellation (注销) or revocation (撤销登记), or whether it is recognised as a charity (慈善组织). */
export const StandingChange = z.union([
  z.strictObject({ ending: z.strictObject({ legalStatus: z.enum(ENDED_STATUS), endedOn: Day }) }),
  z.strictObject({ charity: z.boolean() }),
]);
export type StandingChange = z.infer<typeof StandingChange>;
