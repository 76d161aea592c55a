import { assertModesBalanced, balanceOfModes } from '#domain/management-classification/mode-totals.js';
import { managementMode } from '#domain/management-classification/mode.rule.js';
import { z } from 'zod';
import { withRefusal } from './rule-adapter.js';
import type { RuleAdapter } from './rule-adapter.js';

const count = z.int().min(0);
const TotalsInput = z.object({
  TERRITORY: count,
  INDUSTRY: count,
  CATCH_ALL: count,
  UNCLASSIFIED: count.default(0),
  total: count.optional(),
});
const GroundsInput = z.object({ dependsOnTown: z.boolean(), clearIndustryAuthority: z.boolean() });

/** M08: the mode of one organisation, or the totals of the modes when the input has them. */
export const managementClassification: RuleAdapter = (input) => {
  if ('TERRITORY' in input) {
    const { total, ...modes } = TotalsInput.parse(input);
    const totals = { ...modes, ...(total === undefined ? {} : { total }) };
    return withRefusal(balanceOfModes(totals), () => assertModesBalanced(totals));
  }
  const grounds = GroundsInput.parse(input);
  if (grounds.dependsOnTown && grounds.clearIndustryAuthority) {
    return withRefusal({ mode: null }, () => managementMode(grounds));
  }
  return { mode: managementMode(grounds) };
};
