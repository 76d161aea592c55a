import { canonicalJson } from '#domain/ledger/canonical-json.js';
import type { Sha256 } from '#domain/ledger/ledger-entry.js';
import { z } from 'zod';

const points = z.number().min(0).max(100).multipleOf(0.5);

/** One thing that judges look at; its weight is the most points it can get. */
export const Criterion = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  zh: z.string().trim().min(1).max(40),
  en: z.string().trim().min(1).max(80).optional(),
  max: points.refine((max) => max > 0, { error: '满分须大于 0' }),
});
export type Criterion = z.output<typeof Criterion>;

/** How two projects with the same score are told apart. PANEL_VOTE looks at the votes that the panel recorded. */
export const TieBreak = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('UNTRIMMED_MEAN') }),
  z.strictObject({ by: z.literal('CRITERION'), criterion: z.string().min(1).max(40) }),
  z.strictObject({ by: z.literal('LOWER_REQUESTED') }),
  z.strictObject({ by: z.literal('PANEL_VOTE') }),
]);
export type TieBreak = z.output<typeof TieBreak>;

/**
 * How sheets become awards: one versioned document, published with the call (specification M03 "Scoring", "Awarding").
 * Scores are rounded once, half-up to `decimals`, after aggregation; everything before is exact.
 */
export const ScoringPolicy = z.strictObject({
  version: z.int().min(1),
  criteria: z.array(Criterion).min(1).max(30),
  aggregation: z.enum(['trimmed', 'mean', 'median']),
  judgesMin: z.int().min(3).max(100),
  rounding: z.strictObject({ mode: z.literal('HALF_UP'), decimals: z.int().min(0).max(4) }),
  tieBreak: z.array(TieBreak).max(10),
  /** Points below which nothing is awarded and no adoption is possible. */
  floor: points,
  /** Whether a project for which the money left is too little is offered what is left, or passed over. */
  awardRule: z.enum(['RANK_WALK_OFFER_LESS', 'RANK_WALK_FULL_ONLY']),
  /** Judges read the applications without the applicant's name (盲评); absent: with it. */
  blind: z.boolean().optional(),
});
export type ScoringPolicy = z.output<typeof ScoringPolicy>;

/** The default criteria of specification M03, 100 points together. */
export const DEFAULT_CRITERIA: readonly Criterion[] = [
  { id: 'need', zh: '需求', en: 'need', max: 20 },
  { id: 'feasibility', zh: '可行性', en: 'feasibility', max: 20 },
  { id: 'innovation', zh: '创新性', en: 'innovation', max: 15 },
  { id: 'team', zh: '团队能力', en: 'team', max: 15 },
  { id: 'budget', zh: '预算合理性', en: 'budget', max: 15 },
  { id: 'benefit', zh: '效益与可持续性', en: 'benefit and sustainability', max: 15 },
];

/** The default order in which ties are broken (specification M03 "Scoring"). */
export const DEFAULT_TIE_BREAK: readonly TieBreak[] = [
  { by: 'UNTRIMMED_MEAN' },
  { by: 'CRITERION', criterion: 'need' },
  { by: 'LOWER_REQUESTED' },
  { by: 'PANEL_VOTE' },
];

/** The hash under which a policy is published. */
export function policyHash(policy: ScoringPolicy, sha256: Sha256): string {
  return sha256(canonicalJson(policy));
}
