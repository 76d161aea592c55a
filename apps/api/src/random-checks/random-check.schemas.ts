import { z } from 'zod';

import { CheckSheet } from '#domain/annual-inspection/check-sheet.rule.js';
import { DrawTerms, PublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { DrawPlan } from '#domain/random-check/plan.js';
import { Id } from '../http/clean.js';
import { PageQuery, pageOf } from '../http/paging.js';

const Labelled = z.object({ slug: z.string(), zh: z.string(), en: z.string() });
const Count = z.object({ result: Labelled, count: z.int() });

/** A draw is planned for one's own unit; it is named when one holds the office at several. */
export const NewDraw = z.strictObject({ ...DrawPlan.shape, unitId: Id.optional() });
export type NewDraw = z.output<typeof NewDraw>;

export const DrawCreated = z.object({
  caseNo: z.string(),
  state: z.string(),
  terms: DrawTerms,
  links: z.object({ case: z.string(), actions: z.string(), timeline: z.string() }),
});
export type DrawCreated = z.output<typeof DrawCreated>;

export const DrawView = z.object({
  caseNo: z.string(),
  state: Labelled,
  unitId: z.string(),
  terms: DrawTerms,
  base: z.int().nullable().describe('How many organisations the frozen list holds'),
  inspectors: z.int().nullable(),
  size: z.int().nullable().describe('How many are, or will be, drawn'),
  baseHash: z.string().nullable(),
  commitment: z.object({ hash: z.string(), publishedAt: z.iso.datetime() }).nullable(),
  drawnAt: z.iso.datetime().nullable(),
  progress: z.object({ checks: z.int(), checked: z.int(), published: z.int(), abandoned: z.int() }),
  results: z.array(Count).describe('Of the checks that are signed, by result'),
});
export type DrawView = z.output<typeof DrawView>;

export const DrawList = pageOf(
  DrawView.pick({ caseNo: true, state: true, unitId: true, size: true, drawnAt: true }).extend({
    year: z.int(),
    purpose: z.string(),
  }),
);

export const ChecksQuery = z.strictObject({ ...PageQuery.shape });
export type ChecksQuery = z.output<typeof ChecksQuery>;

export const CheckView = z.object({
  caseNo: z.string().nullable().describe('null while the cases of a draw are being opened'),
  state: Labelled.nullable(),
  organisation: z.object({ id: z.string(), key: z.string(), name: z.string() }),
  inspectors: z.array(z.object({ userId: z.string(), key: z.string(), name: z.string() })),
  checkedOn: z.iso.date().nullable(),
  result: Labelled.nullable(),
  rectifyBy: z.iso.date().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  abandonedAt: z.iso.datetime().nullable(),
});
export type CheckView = z.output<typeof CheckView>;

export const CheckList = pageOf(CheckView);

/** The sheet as an inspector saves it; `version` is the one that was seen, 0 before the first. */
export const SheetSave = z.strictObject({ version: z.int().min(0), sheet: CheckSheet });
export type SheetSave = z.output<typeof SheetSave>;

export const SheetView = z.object({
  version: z.int().describe('0 = nothing was saved yet'),
  sha256: z.string().nullable(),
  sheet: CheckSheet.nullable(),
});
export type SheetView = z.output<typeof SheetView>;

export const DrawParams = z.strictObject({ caseNo: z.string().max(64) });
export type DrawParams = z.output<typeof DrawParams>;

export const PublicDrawParams = z.strictObject({ id: z.string().max(64) });
export type PublicDrawParams = z.output<typeof PublicDrawParams>;

/** What is public before the draw: enough to see afterwards that nothing was chosen to fit. */
const PublicCommitment = z.object({
  format: z.literal('banjie-draw-commitment'),
  version: z.literal(1),
  caseNo: z.string(),
  terms: DrawTerms,
  baseHash: z.string(),
  size: z.int(),
  commitment: z.object({ hash: z.string(), publishedAt: z.iso.datetime() }),
  cancelledAt: z.iso.datetime().nullable(),
});

/** The commitment before the draw, the whole draw after it: saved as a file, `banjie draw --verify` runs it again. */
export const PublicDraw = z.union([PublicCommitment, PublishedDraw]);
export type PublicDraw = z.output<typeof PublicDraw>;

/** A draw in the public list. */
export const PublicDrawLine = z.object({
  caseNo: z.string(),
  registry: z.string(),
  year: z.int(),
  purpose: z.string(),
  state: Labelled,
  size: z.int(),
  committedAt: z.iso.datetime(),
  drawnAt: z.iso.datetime().nullable(),
  checks: z.int().describe('Drawn; 0 before the draw'),
  published: z.int(),
});
export type PublicDrawLine = z.output<typeof PublicDrawLine>;
export const PublicDrawList = pageOf(PublicDrawLine);

export const PublicResults = z.object({
  ...pageOf(
    z.object({
      organisation: z.string().describe('As in the draw'),
      name: z.string(),
      inspectors: z.array(z.string()),
      checkedOn: z.iso.date(),
      result: Labelled,
      rectifyBy: z.iso.date().nullable(),
      publishedAt: z.iso.datetime(),
    }),
  ).shape,
  checks: z.int().describe('Drawn'),
  published: z.int(),
  abandoned: z.int().describe('Drawn, but not carried out'),
  results: z.array(Count).describe('Of the published ones, by result'),
});
export type PublicResults = z.output<typeof PublicResults>;

/** The registry is named when one holds the office at several. */
export const DrawOutlookQuery = z.strictObject({ unitId: Id.optional() });
export type DrawOutlookQuery = z.output<typeof DrawOutlookQuery>;

/** What a draw would be made from, were it committed to now. */
export const DrawOutlook = z.object({
  unitId: z.string(),
  registry: z.string(),
  ...DrawTerms.pick({ ratePct: true, floorPct: true, rounding: true, inspectorsPerCheck: true }).shape,
  checkedMonths: z.int().describe('Leaves out who was checked in so many months before; 0 leaves out nobody'),
  base: z.int(),
  inspectors: z.array(z.object({ userId: z.string(), name: z.string(), certificateNo: z.string().nullable() })),
  recusals: z.array(z.object({ organisation: z.string(), inspector: z.string() })).describe('By their names'),
  scarcest: z
    .object({ organisation: z.string(), available: z.int() })
    .nullable()
    .describe('The organisation that the fewest inspectors may check; null for an empty list'),
  taken: z.array(z.object({ caseNo: z.string(), year: z.int(), purpose: z.string() })),
});
export type DrawOutlook = z.output<typeof DrawOutlook>;

/** Of which unit with all below it, and for which year; by default all that one may see, this year. */
export const RandomCheckFiguresQuery = z.strictObject({
  unitId: Id.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});
export type RandomCheckFiguresQuery = z.output<typeof RandomCheckFiguresQuery>;

const RandomCheckFigure = z.object({
  metric: z.string(),
  zh: z.string(),
  en: z.string(),
  unit: z.enum(['次', '%']),
  numerator: z.int(),
  denominator: z.int().nullable(),
  value: z.string().nullable().describe('null where the denominator is 0'),
});
export type RandomCheckFigure = z.output<typeof RandomCheckFigure>;

export const RandomCheckFigures = z.object({
  unitIds: z.array(z.string()).nullable().describe('The units counted; null = every one'),
  year: z.int(),
  asOf: z.iso.datetime(),
  items: z.array(RandomCheckFigure),
});
export type RandomCheckFigures = z.output<typeof RandomCheckFigures>;

export const InspectorView = z.object({
  userId: z.string(),
  name: z.string(),
  unitId: z.string(),
  certificateNo: z.string().nullable(),
});
export type InspectorView = z.output<typeof InspectorView>;

export const InspectorList = z.object({ items: z.array(InspectorView) });

export const Certificate = z.strictObject({
  certificateNo: z
    .string()
    .regex(/^[\w-]{4,40}$/)
    .describe('执法证号; draws are published under it'),
});
export type Certificate = z.output<typeof Certificate>;

export const InspectorParams = z.strictObject({ userId: Id });
export type InspectorParams = z.output<typeof InspectorParams>;
