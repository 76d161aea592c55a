import { threeOnes } from '#domain/instructor-pairing/three-ones.js';
import type { ThreeOnesPart } from '#domain/instructor-pairing/three-ones.js';
import { z } from 'zod';
import type { RuleAdapter } from './rule-adapter.js';

const ThreeOnesInput = z.object({
  hasPartyOrg: z.boolean(),
  instructor: z.boolean(),
  observedThemeDay: z.boolean(),
  materialsSent: z.boolean(),
});

/** M09: where an organisation stands with 三个一. */
export const instructorPairing: RuleAdapter = (input) => {
  const { hasPartyOrg, instructor, observedThemeDay, materialsSent } = ThreeOnesInput.parse(input);
  const parts: readonly (readonly [ThreeOnesPart, boolean])[] = [
    ['INSTRUCTOR', instructor],
    ['THEME_DAY', observedThemeDay],
    ['MATERIALS', materialsSent],
  ];
  return threeOnes(
    hasPartyOrg,
    parts.filter(([, done]) => done).map(([part]) => part),
  );
};
