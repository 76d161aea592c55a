import { consequenceOf, INSPECTION_CONCLUSIONS } from '#domain/annual-inspection/consequence.js';
import { drawSize } from '#domain/figure/draw-size.js';
import { z } from 'zod';
import type { RuleAdapter } from './rule-adapter.js';

const Conclusion = z.enum(INSPECTION_CONCLUSIONS);
const ConclusionInput = z.object({ conclusion: Conclusion, lastYear: Conclusion.optional() });
const DrawInput = z.object({
  base: z.number(),
  ratePct: z.number().default(10),
  mode: z.enum(['CEIL', 'FLOOR', 'HALF_UP']).default('CEIL'),
  floorPct: z.number().default(0),
});

/** M02: what a conclusion leads to, or the size of a draw when the input has a base. */
export const annualInspection: RuleAdapter = (input) => {
  if ('base' in input) return { size: drawSize(DrawInput.parse(input)) };
  const { conclusion, lastYear } = ConclusionInput.parse(input);
  return consequenceOf(conclusion, lastYear);
};
