import { assertRectangular } from './ratings.js';
import type { Ratings } from './ratings.js';

/**
 * Krippendorff's α for each level of measurement: 1 full agreement, 0 as by chance. Null where it is undefined:
 * nothing was scored twice, or all scores are the same; ratio also for negative scores, which have no ratio.
 */
export interface KrippendorffAlpha {
  readonly nominal: number | null;
  readonly ordinal: number | null;
  readonly interval: number | null;
  readonly ratio: number | null;
}

/** Squared difference of the i-th and the j-th value of the sorted list. */
type Metric = (i: number, j: number) => number;

/**
 * Measures agreement with gaps: only projects with two or more scores count. Throws FIELD_INVALID as
 * `assertRectangular`.
 */
export function krippendorffAlpha(ratings: Ratings): KrippendorffAlpha {
  assertRectangular(ratings);
  const units = ratings.map((row) => row.filter((value) => value !== null)).filter((unit) => unit.length >= 2);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const coincidences = coincidenceMatrix(units, values);
  const marginals = coincidences.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  const of = (metric: Metric) => alpha(coincidences, marginals, metric);
  const value = (index: number) => values[index] ?? 0;
  return {
    nominal: of((i, j) => (i === j ? 0 : 1)),
    ordinal: of((i, j) => ordinalDistance(marginals, i, j)),
    interval: of((i, j) => (value(i) - value(j)) ** 2),
    ratio: values.some((one) => one < 0) ? null : of((i, j) => ratioDistance(value(i), value(j))),
  };
}

/** How often two values meet in one unit, each unit weighing as much as it has scores. */
function coincidenceMatrix(units: readonly (readonly number[])[], values: readonly number[]): number[][] {
  const position = new Map(values.map((value, index) => [value, index]));
  const matrix = values.map(() => values.map(() => 0));
  for (const unit of units) {
    unit.forEach((a, first) => {
      const row = matrix[position.get(a) ?? 0] ?? [];
      unit.forEach((b, second) => {
        const column = position.get(b) ?? 0;
        if (first !== second) row[column] = (row[column] ?? 0) + 1 / (unit.length - 1);
      });
    });
  }
  return matrix;
}

function alpha(
  coincidences: readonly (readonly number[])[],
  marginals: readonly number[],
  metric: Metric,
): number | null {
  const n = marginals.reduce((sum, marginal) => sum + marginal, 0);
  let observed = 0;
  let expected = 0;
  coincidences.forEach((row, i) => {
    row.forEach((cell, j) => {
      observed += cell * metric(i, j);
      expected += (marginals[i] ?? 0) * (marginals[j] ?? 0) * metric(i, j);
    });
  });
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** (Σ of the marginals from one value to the other − half of both ends)². */
function ordinalDistance(marginals: readonly number[], i: number, j: number): number {
  const [low, high] = [Math.min(i, j), Math.max(i, j)];
  const between = marginals.slice(low, high + 1).reduce((sum, marginal) => sum + marginal, 0);
  return (between - ((marginals[low] ?? 0) + (marginals[high] ?? 0)) / 2) ** 2;
}

function ratioDistance(a: number, b: number): number {
  return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
}
