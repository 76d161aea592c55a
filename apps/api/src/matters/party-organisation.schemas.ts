import { z } from 'zod';

import { text } from '../http/clean.js';
import { pageOf } from '../http/paging.js';

const Labelled = z.object({ slug: z.string(), zh: z.string(), en: z.string() });

export const PartyOrganisationView = z.object({
  id: z.string(),
  name: z.string(),
  type: Labelled,
  status: z.string(),
  temporary: z.boolean(),
  level: z.string(),
  divisionCode: z.string(),
  parentId: z.string().nullable(),
  termStart: z.string().nullable(),
  termEnd: z.string().nullable(),
  secretaryName: z.string().nullable(),
  members: z.int().nullable(),
  countsInCoverage: z.boolean(),
  caseNo: z.string().nullable(),
  organisationIds: z.array(z.string()),
});
export type PartyOrganisationView = z.output<typeof PartyOrganisationView>;

/** `kind` is any word here: what a temporary Party organisation may not do is refused by its own rule, not as a typing error. */
export const NewActivity = z.strictObject({
  kind: z.string().regex(/^[A-Z_]{3,40}$/),
  heldOn: z.iso.date(),
  persons: z.int().min(1).max(100_000),
  topic: text(2, 200),
});
export type NewActivity = z.output<typeof NewActivity>;

export const ActivityView = z.object({
  id: z.string(),
  kind: z.string(),
  heldOn: z.iso.date(),
  persons: z.int(),
  topic: z.string(),
});
export const ActivityPage = pageOf(ActivityView);
