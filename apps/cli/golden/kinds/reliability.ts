import { icc } from '#domain/scoring/icc.js';
import { kendallW } from '#domain/scoring/kendall-w.js';
import { krippendorffAlpha } from '#domain/scoring/krippendorff-alpha.js';
import type { Ratings } from '#domain/scoring/ratings.js';
import { z } from 'zod';
import { difference, isRecord, outcomeOf } from '../outcome.js';
import type { Agreement, CaseRunner } from '../outcome.js';

const ReliabilityCase = z.object({
  method: z.string(),
  ratings: z.array(z.array(z.number().nullable())),
  tolerance: z.number().min(0).default(0.0006),
});

const METHODS = new Map<string, (ratings: Ratings) => object>([
  ['icc', icc],
  ['kendall-w', kendallW],
  ['krippendorff-alpha', krippendorffAlpha],
]);

/** `reliability`: measures of agreement, each within the tolerance of the case. */
export const runReliability: CaseRunner = (golden) => {
  const { method, ratings, tolerance } = ReliabilityCase.parse(golden);
  const measure = METHODS.get(method);
  if (measure === undefined) return `unknown method "${method}"`;
  return difference(
    golden,
    outcomeOf(() => measure(ratings)),
    within(tolerance),
  );
};

function within(tolerance: number): Agreement {
  const agrees: Agreement = (expected, actual) => {
    if (typeof expected === 'number') return typeof actual === 'number' && Math.abs(actual - expected) <= tolerance;
    if (!isRecord(expected)) return expected === actual;
    return isRecord(actual) && Object.entries(expected).every(([key, value]) => agrees(value, actual[key]));
  };
  return agrees;
}
