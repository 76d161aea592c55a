import { assertBalanced, balanceOf } from '#domain/venture-round/class-totals.js';
import { z } from 'zod';
import { withRefusal } from './rule-adapter.js';
import type { RuleAdapter } from './rule-adapter.js';

const count = z.int().min(0);
const Totals = z.object({
  byClass: z.record(z.string(), count),
  funded: count,
  notFunded: count,
  total: count.optional(),
  adopted: count.optional(),
});

/** M03: totals by class and by result. */
export const ventureRound: RuleAdapter = (input) => {
  const { total, adopted, ...counts } = Totals.parse(input);
  const totals = {
    ...counts,
    ...(total === undefined ? {} : { total }),
    ...(adopted === undefined ? {} : { adopted }),
  };
  return withRefusal(balanceOf(totals), () => assertBalanced(totals));
};
