import { annualInspection } from './annual-inspection.js';
import { grading } from './grading.js';
import { incubation } from './incubation.js';
import { instructorPairing } from './instructor-pairing.js';
import { majorMatterDecision } from './major-matter-decision.js';
import { managementClassification } from './management-classification.js';
import { registration } from './registration.js';
import type { RuleAdapter } from './rule-adapter.js';
import { tempPartyOrg } from './temp-party-org.js';
import { ventureRound } from './venture-round.js';

/** The matters whose rules the golden command can run, by slug. */
export const RULES: ReadonlyMap<string, RuleAdapter> = new Map([
  ['annual-inspection', annualInspection],
  ['grading', grading],
  ['incubation', incubation],
  ['instructor-pairing', instructorPairing],
  ['major-matter-decision', majorMatterDecision],
  ['management-classification', managementClassification],
  ['registration', registration],
  ['temp-party-org', tempPartyOrg],
  ['venture-round', ventureRound],
]);
