import { assertPoolCriteria, assessPool } from '#domain/incubation/reserve-pool.rule.js';
import { z } from 'zod';
import { withRefusal } from './rule-adapter.js';
import type { RuleAdapter } from './rule-adapter.js';

/** A score from 1 to 5, or the word of the source for a good one; any other word is below the mark. */
const score = (good: string) =>
  z.union([z.int().min(1).max(5), z.string().transform((word) => (word === good ? 5 : 1))]);

const PoolInput = z.object({ business: score('GOOD'), memberGrowth: score('FAST'), activity: score('HIGH') });

/** M11: entry into the reserve pool. */
export const incubation: RuleAdapter = (input) => {
  const { business, memberGrowth, activity } = PoolInput.parse(input);
  const scores = { BUSINESS: business, MEMBER_GROWTH: memberGrowth, ACTIVITY: activity };
  return withRefusal(assessPool(scores), () => {
    assertPoolCriteria(scores);
  });
};
