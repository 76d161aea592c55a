import { z } from 'zod';

import { floorOf } from '#domain/annual-inspection/draw.js';
import type { DrawTerms } from '#domain/annual-inspection/published-draw.js';
import type { AnnualInspectionSettings } from '#domain/annual-inspection/settings.js';
import { DrawRateTooLow } from '#domain/figure/draw-size.js';
import { FieldInvalid } from '#domain/errors.js';
import type { AdministrativeLevel } from '#domain/terms/unit-terms.js';

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]+$/u);

/** What an organ plans to draw; what it leaves out is as the register of defaults says. */
export const DrawPlan = z.strictObject({
  year: z.int().min(2000).max(2100),
  purpose: line(200).default('年度双随机抽查').describe('What the draw is for; one draw a purpose, year and registry'),
  ratePct: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,4})?$/)
    .optional()
    .describe('Rate in per cent, for example "10"'),
  rounding: z.enum(['CEIL', 'FLOOR', 'HALF_UP']).optional(),
  inspectorsPerCheck: z.int().min(2).max(10).optional(),
  beaconSource: line(200)
    .nullable()
    .default(null)
    .describe('A public number not known yet (a lottery of a later day) that is mixed into the seed; null for none'),
});
export type DrawPlan = z.output<typeof DrawPlan>;

/** The organ that draws. */
export interface DrawingRegistry {
  readonly name: string;
  readonly level: AdministrativeLevel;
}

/**
 * The terms of a draw as they are frozen and published. Throws DRAW_RATE_TOO_LOW below the floor of the level
 * (specification M02: county 3 %, city 4 %, province 5 %), FIELD_INVALID above 100 %.
 */
export function termsOf(
  { year, purpose, ratePct, rounding, inspectorsPerCheck, beaconSource }: DrawPlan,
  registry: DrawingRegistry,
  settings: AnnualInspectionSettings,
): DrawTerms {
  const terms = {
    registry: registry.name,
    year,
    purpose,
    ratePct: ratePct ?? settings.drawRatePct,
    floorPct: floorOf(registry.level, settings),
    rounding: rounding ?? settings.drawRounding,
    inspectorsPerCheck: inspectorsPerCheck ?? settings.drawInspectors,
    beaconSource,
  };
  if (Number(terms.ratePct) < Number(terms.floorPct)) throw new DrawRateTooLow(terms.ratePct, terms.floorPct);
  if (Number(terms.ratePct) > 100)
    throw new FieldInvalid('ratePct', '比例不能超过 100%。', 'The rate is at most 100 %.', { ratePct: terms.ratePct });
  return terms;
}
