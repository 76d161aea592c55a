/**
 * The three parts of 三个一, in the order in which they are listed: an instructor, a theme Party day, a set of
 * materials.
 */
export const THREE_ONES = ['INSTRUCTOR', 'THEME_DAY', 'MATERIALS'] as const;

/** One part of 三个一. */
export type ThreeOnesPart = (typeof THREE_ONES)[number];

/** Where an organisation stands with 三个一. */
export interface ThreeOnesStatus {
  /** 三个一 is for organisations that cannot set up a Party organisation yet. */
  readonly applies: boolean;
  /** All three parts are there, with dated evidence: counts as work coverage. False where it does not apply. */
  readonly complete: boolean;
  /** What is missing, in order; empty where it does not apply. */
  readonly missing: readonly ThreeOnesPart[];
}

/**
 * 三个一 (specification M09): applies without a Party organisation, complete with all three parts. `done` are the parts
 * with dated evidence.
 */
export function threeOnes(hasPartyOrg: boolean, done: readonly ThreeOnesPart[]): ThreeOnesStatus {
  const missing = hasPartyOrg ? [] : THREE_ONES.filter((part) => !done.includes(part));
  return { applies: !hasPartyOrg, complete: !hasPartyOrg && missing.length === 0, missing };
}
