import { z } from 'zod';

import { VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { slugs } from '#domain/terms/term.js';
import { Id, text } from '../http/clean.js';
import { PageQuery, pageOf } from '../http/paging.js';

const Field = z.enum(slugs(VENTURE_THEMES));
const Fields = z.array(Field).max(VENTURE_THEMES.length).describe('Themes that the judge knows');

const entry = {
  fields: Fields,
  employerId: Id.nullable()
    .default(null)
    .describe('The organisation or enterprise that employs the judge, if it is in our records'),
  employerName: text(2, 100).nullable().default(null),
  evaluatedOrganisationIds: z
    .array(Id)
    .max(500)
    .default([])
    .describe('Organisations whose projects the judge evaluated before'),
  maxLoad: z.int().min(1).max(10_000).default(20).describe('Most projects in one round'),
};

export const NewJudge = z.strictObject({ userId: Id, ...entry });
export type NewJudge = z.output<typeof NewJudge>;

export const JudgeEntry = z.strictObject(entry);
export type JudgeEntry = z.output<typeof JudgeEntry>;

export const JudgeQuery = z.strictObject({ ...PageQuery.shape, field: Field.optional() });
export type JudgeQuery = z.output<typeof JudgeQuery>;

export const JudgeView = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  fields: z.array(z.string()),
  employerId: z.string().nullable(),
  employerName: z.string().nullable(),
  evaluatedOrganisationIds: z.array(z.string()),
  maxLoad: z.int(),
  retired: z.boolean(),
});

export const JudgePage = pageOf(JudgeView);

/** Users who hold the role of a judge and are not in the pool. */
export const JudgeCandidates = z.object({
  items: z.array(z.object({ userId: z.string(), name: z.string(), unitName: z.string().nullable() })),
});
