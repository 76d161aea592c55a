import { z } from 'zod';

import { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { text } from '../http/clean.js';
import { PageQuery, pageOf } from '../http/paging.js';

const Labelled = { zh: z.string(), en: z.string() };
const State = z.object({ slug: z.string(), ...Labelled });

/** `?open=true`: calls that take applications now. */
export const RoundQuery = z.strictObject({ ...PageQuery.shape, open: z.enum(['true', 'false']).default('false') });
export type RoundQuery = z.output<typeof RoundQuery>;

export const ProjectQuery = z.strictObject({
  ...PageQuery.shape,
  state: z.string().max(40).optional(),
  class: z.string().max(40).optional(),
  waitsFor: z.string().max(40).optional().describe('Kind of an open task: SCREEN, SUPPLEMENT, CHECK_REFUSAL'),
  words: text(1, 60).optional().describe("A part of the title or of the organisation's name"),
});
export type ProjectQuery = z.output<typeof ProjectQuery>;

export const RoundLine = z.object({
  roundId: z.string(),
  caseNo: z.string(),
  title: z.string(),
  series: State,
  edition: z.int(),
  divisionCode: z.string(),
  state: State,
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime().describe('The last millisecond that is in time'),
  takesApplications: z.boolean(),
});
export type RoundLine = z.output<typeof RoundLine>;
export const RoundPage = pageOf(RoundLine);

const Published = z.object({
  version: z.int().describe('1: the call; then one more with each amendment'),
  hash: z.string(),
  changed: z.array(z.string()),
  publishedAt: z.iso.datetime(),
  reasons: z.string().nullable(),
});

/** A round as everybody may read it once it is published. */
export const RoundView = RoundLine.extend({
  version: z.int(),
  hash: z.string().describe('SHA-256 of the canonical configuration (RFC 8785)'),
  policyHash: z.string().describe('SHA-256 of the canonical scoring policy'),
  configuration: RoundConfiguration,
  hosts: z.array(z.object({ unitId: z.string(), name: z.string() })).describe('The hosts of the configuration by name'),
  divisionName: z.string().nullable().describe('What the division is called; null when no unit there tells'),
  amendments: z.array(Published),
  cancelled: z.object({ at: z.iso.datetime(), reasons: z.string().nullable() }).nullable(),
  shortlistedAt: z.iso.datetime().nullable(),
});
export type RoundView = z.output<typeof RoundView>;

/** A round as those see it who organise or audit it. */
export const OwnRoundView = RoundView.extend({
  counts: z
    .array(z.object({ class: State, state: State, projects: z.int(), requestedFen: z.number() }))
    .nullable()
    .describe('By class and state; null for readers who neither organise nor audit the round'),
});
export type OwnRoundView = z.output<typeof OwnRoundView>;

export const ShortlistLine = z.object({
  caseNo: z.string(),
  title: z.string(),
  class: State,
  organisation: z.string(),
});
export type ShortlistLine = z.output<typeof ShortlistLine>;
export const ShortlistPage = pageOf(ShortlistLine);

export const ProjectLine = z.object({
  projectId: z.string(),
  caseNo: z.string(),
  title: z.string(),
  class: State,
  themes: z.array(State),
  siteDivision: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  state: State,
  requestedFen: z.number(),
  totalFen: z.number(),
  awardedFen: z.number().nullable(),
  score: z.string().nullable().describe('Null until the result is public, for others than organisers and auditors'),
  rank: z.int().nullable(),
  adopted: z.boolean(),
  screeningTask: State.nullable().describe('What of its screening waits; null for others than organisers and auditors'),
  failedChecks: z
    .int()
    .nullable()
    .describe('Machine checks of the screening that fail; null before it, and for others than organisers and auditors'),
});
export type ProjectLine = z.output<typeof ProjectLine>;
export const ProjectPage = pageOf(ProjectLine);

export const ProjectView = ProjectLine.extend({
  round: RoundLine,
  appliedClass: State.describe('Before it was moved at the screening'),
  receipt: z.object({ receivedAt: z.iso.datetime(), sha256: z.string() }),
  formVersion: z.int(),
  screening: z
    .object({
      checkedOn: z.iso.date(),
      checks: z.array(
        z.object({
          check: z.string(),
          passed: z.boolean(),
          code: z.string(),
          clauseZh: z.string(),
          clauseEn: z.string(),
          freeFrom: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
});
export type ProjectView = z.output<typeof ProjectView>;
