import { assertRectangular } from './ratings.js';
import type { Ratings } from './ratings.js';

/**
 * Krippendorff's α for interval scores alone, from sums of squares: the same value as `krippendorffAlpha().interval`
 * in time that grows with the number of scores, for resampling. Null where it is undefined. Throws FIELD_INVALID as
 * `assertRectangular`.
 */
export function intervalAlpha(ratings: Ratings): number | null {
  assertRectangular(ratings);
  const units = ratings.map((row) => row.filter((value) => value !== null)).filter((unit) => unit.length >= 2);
  const values = units.flat();
  const observed = units.reduce((sum, unit) => sum + pairwise(unit) / (unit.length - 1), 0);
  const expected = pairwise(values);
  return expected === 0 ? null : 1 - ((values.length - 1) * observed) / expected;
}

/** Σ (a − b)² over all ordered pairs, from deviations so that large scores lose nothing. */
function pairwise(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return values.length === 0 || values.every((value) => value === values[0]) ? 0 : 2 * values.length * squares;
}
