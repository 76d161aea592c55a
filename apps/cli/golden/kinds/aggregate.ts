import { fraction, compare } from '#domain/figure/fraction.js';
import { aggregate } from '#domain/scoring/aggregate.js';
import { z } from 'zod';
import { difference, outcomeOf } from '../outcome.js';
import type { CaseRunner } from '../outcome.js';

const AggregateCase = z.object({
  method: z.enum(['trimmed', 'mean', 'median']),
  sheets: z.array(z.number().nullable()),
  judgesMin: z.int().optional(),
});

/** `aggregate`: the score of one project from its sheets; `87.67` and 87.67 are the same score. */
export const runAggregate: CaseRunner = (golden) => {
  const { judgesMin, ...scoring } = AggregateCase.parse(golden);
  const outcome = outcomeOf(() => aggregate({ ...scoring, ...(judgesMin === undefined ? {} : { judgesMin }) }).score);
  return difference(golden, outcome, sameNumber);
};

function sameNumber(expected: unknown, actual: unknown): boolean {
  const numbers = [expected, actual].filter((value) => typeof value === 'string' || typeof value === 'number');
  const [a, b] = numbers;
  return a !== undefined && b !== undefined && compare(fraction(a), fraction(b)) === 0;
}
