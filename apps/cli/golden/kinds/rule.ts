import { z } from 'zod';
import { difference, outcomeOf } from '../outcome.js';
import type { CaseRunner } from '../outcome.js';
import { RULES } from '../rules/index.js';

const RuleCase = z.object({ process: z.string(), input: z.record(z.string(), z.unknown()) });

/** `rule`: one rule of a matter; the matter's adapter finds the rule by the fields of the input. */
export const runRule: CaseRunner = (golden) => {
  const { process, input } = RuleCase.parse(golden);
  const rule = RULES.get(process);
  if (rule === undefined) return `no rules of process "${process}" are known`;
  return difference(
    golden,
    outcomeOf(() => rule(input)),
  );
};
