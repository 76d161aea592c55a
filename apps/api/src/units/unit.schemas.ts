import { z } from 'zod';

import { parseDivisionCode } from '#domain/identifier/division-code.js';
import { slugs } from '#domain/terms/term.js';
import { ADMINISTRATIVE_LEVELS, AGENCY_TYPES } from '#domain/terms/unit-terms.js';
import { Id, text } from '../http/clean.js';
import { UnitView } from '../organisations/organisation.schemas.js';
import { parsedText } from '../organisations/parsed-text.js';

const Name = text(2, 60);
const DocWord = text(1, 20).describe('机关代字: the word before the year in its document numbers');

/** A new unit. */
export const NewUnit = z.strictObject({
  name: Name,
  agencyType: z.enum(slugs(AGENCY_TYPES)),
  level: z.enum(slugs(ADMINISTRATIVE_LEVELS)),
  divisionCode: parsedText(parseDivisionCode),
  parentId: Id.nullable().default(null),
  docWord: DocWord.nullable().default(null),
});
export type NewUnit = z.output<typeof NewUnit>;

/** What of a unit changes. Its kind, level and division stay: cases were routed by them. */
export const UnitPatch = z.strictObject({
  name: Name.optional(),
  parentId: Id.nullable().optional(),
  docWord: DocWord.nullable().optional(),
  leaderUserId: Id.nullable().optional().describe('To whom an overdue task of the unit is reported'),
});
export type UnitPatch = z.output<typeof UnitPatch>;

/** A unit as administrators see it. */
export const UnitSetup = UnitView.extend({
  leader: z.object({ userId: z.string(), name: z.string() }).nullable(),
});
export type UnitSetup = z.output<typeof UnitSetup>;
