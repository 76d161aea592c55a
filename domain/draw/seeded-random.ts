import type { Sha256 } from '#domain/ledger/ledger-entry.js';

/** Numbers that anybody can draw again from the published seed. */
export interface SeededRandom {
  /** The next whole number from 0 to `bound` − 1, each equally likely; `bound` is 1 to 2³². */
  below(bound: number): number;
}

const WORDS_PER_BLOCK = 8;
const WORD_RANGE = 2 ** 32;

/**
 * A generator over a seed: block n is SHA-256 of `seed`, a line feed and n in decimals (n from 0), read as eight
 * 32-bit words, first word first. A word that would favour small numbers is skipped (rejection), so that every bound
 * is drawn without bias. Written out so that a witness can repeat a draw with any tool.
 */
export function seededRandom(seed: string, sha256: Sha256): SeededRandom {
  let taken = 0;
  let block = '';
  const word = (): number => {
    const place = taken % WORDS_PER_BLOCK;
    if (place === 0) block = sha256(`${seed}\n${Math.floor(taken / WORDS_PER_BLOCK)}`);
    taken += 1;
    return Number.parseInt(block.slice(place * 8, place * 8 + 8), 16);
  };
  return {
    below: (bound) => {
      const usable = WORD_RANGE - (WORD_RANGE % bound);
      let drawn = word();
      while (drawn >= usable) drawn = word();
      return drawn % bound;
    },
  };
}

/** The items in a drawn order (drawn one after another from those that are left). Sort them first where their given order must not matter. */
export function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const rest = [...items];
  const drawn: T[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(random.below(rest.length), 1));
  return drawn;
}
