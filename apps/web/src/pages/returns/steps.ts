import type { Field } from './return-fields.js';

/** The sections of the return as steps, and the last look at it all. */
export type Step = 'basics' | 'activities' | 'finance' | 'partyBuilding' | 'lastYearRectification' | 'CHECK';

/** The steps in their order; last year's rectification only where it is owed. */
export const stepsOf = (owesRectification: boolean): readonly Step[] => [
  'basics',
  'activities',
  'finance',
  'partyBuilding',
  ...(owesRectification ? (['lastYearRectification'] as const) : []),
  'CHECK',
];

/** The step in which a field is filled in. */
export function stepOf(field: Field): Step {
  const section = field.split('.')[0];
  return stepsOf(true).find((step) => step === section) ?? 'CHECK';
}
