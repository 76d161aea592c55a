import type { Sha256 } from '#domain/ledger/ledger-entry.js';

/** The name of the way of drawing, published with every draw; another way gets another name. */
export const DRAW_ALGORITHM = 'SHA256-CTR/FISHER-YATES/1';

/** Numbers that anybody can draw again from the published seed. */
export interface SeededRandom {
  /** The next whole number from 0 to `bound` − 1, each equally likely; `bound` is 1 to 2³². */
  readonly below: (bound: number) => number;
}

const WORDS = 2 ** 32;
const WORD_DIGITS = 8;

/**
 * The random numbers of a seed; `stream` names one of several independent series of the same seed. Block i (from 0) is
 * SHA-256 of the algorithm's name, the stream, the seed and i, each on a line of its own; its eight big-endian 32-bit
 * words are used in order. A word that would favour small numbers is skipped (rejection), so that every bound is drawn
 * without bias. Written out so that a witness can repeat a draw with any tool.
 */
export function seededRandom(seed: string, sha256: Sha256, stream = ''): SeededRandom {
  let block = '';
  let blocks = 0;
  const word = (): number => {
    if (block === '') {
      block = sha256(`${DRAW_ALGORITHM}\n${stream}\n${seed}\n${blocks}`);
      blocks += 1;
    }
    const digits = block.slice(0, WORD_DIGITS);
    block = block.slice(WORD_DIGITS);
    return Number.parseInt(digits, 16);
  };
  return {
    below: (bound) => {
      const usable = WORDS - (WORDS % bound);
      let drawn = word();
      while (drawn >= usable) drawn = word();
      return drawn % bound;
    },
  };
}

/**
 * Draws `count` of a list without putting back (Fisher–Yates), in the order in which they are drawn: each time the last of
 * those that are left takes the place of the one picked. Fewer when the list is shorter.
 */
export function drawFrom<T>(list: readonly T[], count: number, random: SeededRandom): T[] {
  const left = list.map((item) => ({ item }));
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    const place = random.below(left.length);
    const last = left.pop();
    const picked = place < left.length ? left[place] : last;
    if (last !== undefined && place < left.length) left[place] = last;
    if (picked !== undefined) drawn.push(picked.item);
  }
  return drawn;
}

/** The items in a drawn order. Sort them first where their given order must not matter. */
export function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  return drawFrom(items, items.length, random);
}
