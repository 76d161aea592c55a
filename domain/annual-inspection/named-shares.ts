import type { Share } from './completion.rule.js';
import type { SeasonTally } from './season-figures.js';
import { figuresOf } from './season-figures.js';

/** The figures of a tally by the names under which they are shown and frozen, for example `conclusion.PASS`. */
export function namedShares(tally: SeasonTally): readonly (readonly [metric: string, share: Share])[] {
  const { completion, conclusions, talks, rectifiedInTime, partySection } = figuresOf(tally);
  return [
    ['completion', completion],
    ...Object.entries(conclusions).map(([name, share]) => [`conclusion.${name}`, share] as const),
    ['talks', talks],
    ['rectifiedInTime', rectifiedInTime],
    ['partySection', partySection],
  ];
}
