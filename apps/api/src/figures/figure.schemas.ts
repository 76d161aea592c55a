import { z } from 'zod';

import { Id } from '../http/clean.js';

/** Of which unit with all below it, and of which days (both included); by default all that one may see, this year. */
export const FigureQuery = z.strictObject({
  unitId: Id.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type FigureQuery = z.output<typeof FigureQuery>;

/** Of which unit with all below it; by default all that one may see. */
export const CoverageQuery = z.strictObject({ unitId: Id.optional() });
export type CoverageQuery = z.output<typeof CoverageQuery>;

export const FigureView = z.object({
  metric: z.string(),
  zh: z.string(),
  en: z.string(),
  unit: z.enum(['件', '个', '人', '%', '工作日']),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.string().nullable().describe('null where the denominator is 0'),
  scope: z.enum(['SPAN', 'NOW']).describe('Counted over the days asked for, or as it stands now'),
});
export type FigureView = z.output<typeof FigureView>;

export const TempPartyOrgFigures = z.object({
  unitIds: z.array(z.string()).nullable().describe('The units counted; null = every one'),
  from: z.iso.date(),
  to: z.iso.date(),
  asOf: z.iso.datetime(),
  items: z.array(FigureView),
});
export type TempPartyOrgFigures = z.output<typeof TempPartyOrgFigures>;

/** How many organisations a Party organisation covers, as it stands now. */
export const CoverageFigures = TempPartyOrgFigures.pick({ unitIds: true, asOf: true, items: true });
export type CoverageFigures = z.output<typeof CoverageFigures>;
