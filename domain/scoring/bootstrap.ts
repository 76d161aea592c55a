import type { SeededRandom } from '#domain/draw/seeded-random.js';
import type { Ratings } from './ratings.js';

/** A value with the bounds between which it lies in `level` per cent of the resamples. */
export interface Interval {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Resamples in which the value was defined. */
  readonly resamples: number;
}

/** How an interval is found. */
export interface Resampling {
  readonly random: SeededRandom;
  /** Resamples to draw, 1000 unless said. */
  readonly resamples?: number;
  /** Per cent, 95 unless said. */
  readonly level?: number;
}

/**
 * Percentile bootstrap: projects are drawn with replacement, as many as there are, and the statistic is taken of each
 * draw. The bounds are null when it is defined in fewer than half of the draws. The random numbers come from a seed,
 * so the same ratings and seed give the same bounds.
 */
export function bootstrap(
  ratings: Ratings,
  statistic: (ratings: Ratings) => number | null,
  { random, resamples = 1000, level = 95 }: Resampling,
): Interval {
  const values: number[] = [];
  for (let draw = 0; draw < resamples; draw += 1) {
    const value = statistic(ratings.map(() => ratings[random.below(ratings.length)] ?? []));
    if (value !== null) values.push(value);
  }
  values.sort((a, b) => a - b);
  const tail = (100 - level) / 200;
  const at = (share: number): number | null =>
    values.length * 2 < resamples ? null : (values[Math.round(share * (values.length - 1))] ?? null);
  return { value: statistic(ratings), low: at(tail), high: at(1 - tail), resamples: values.length };
}
