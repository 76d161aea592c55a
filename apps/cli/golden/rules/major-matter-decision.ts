import {
  assertCouncilMayDecide,
  MANAGEMENT_POSITIONS,
  outcomeOfOpinion,
  PARTY_OPINIONS,
} from '#domain/major-matter-decision/disagreement.rule.js';
import { z } from 'zod';
import { withRefusal } from './rule-adapter.js';
import type { RuleAdapter } from './rule-adapter.js';

const OpinionInput = z.object({
  partyOpinion: z.enum(PARTY_OPINIONS),
  managementPosition: z.enum(MANAGEMENT_POSITIONS).default('PROCEED'),
  impact: z.enum(['LARGE', 'SMALL']),
});

/** M07: what follows from the Party body's opinion. */
export const majorMatterDecision: RuleAdapter = (input) => {
  const { partyOpinion, managementPosition, impact } = OpinionInput.parse(input);
  const outcome = outcomeOfOpinion(partyOpinion, managementPosition, impact);
  return withRefusal(outcome, () => {
    assertCouncilMayDecide(partyOpinion, outcome);
  });
};
