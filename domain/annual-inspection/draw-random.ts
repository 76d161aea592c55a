import type { Sha256 } from '#domain/ledger/ledger-entry.js';

/** The name of the way of drawing, published with every draw; another way gets another name. */
export const DRAW_ALGORITHM = 'SHA256-CTR/FISHER-YATES/1';

/** A stream of numbers that depends on nothing but its seed and its name. */
export interface DrawRandom {
  /** A whole number from 0 to n − 1, each equally likely. `n` is 1 to 2^32. */
  readonly below: (n: number) => number;
}

const WORDS = 2 ** 32;
const WORD_DIGITS = 8;

/**
 * The random stream `name` of a seed: block i is SHA-256 of the algorithm's name, the stream's name, the seed and i, each
 * on a line of its own; its eight big-endian 32-bit words are used in order. A word that would favour small numbers is
 * thrown away (rejection sampling), so there is no modulo bias.
 */
export function drawRandom(seed: string, name: string, sha256: Sha256): DrawRandom {
  let block = '';
  let blocks = 0;
  const word = (): number => {
    if (block === '') {
      block = sha256(`${DRAW_ALGORITHM}\n${name}\n${seed}\n${blocks}`);
      blocks += 1;
    }
    const digits = block.slice(0, WORD_DIGITS);
    block = block.slice(WORD_DIGITS);
    return Number.parseInt(digits, 16);
  };
  const below = (n: number): number => {
    const fair = WORDS - (WORDS % n);
    let drawn = word();
    while (drawn >= fair) drawn = word();
    return drawn % n;
  };
  return { below };
}

/**
 * Draws `count` of a list without putting back (Fisher–Yates), in the order in which they are drawn: each time the last of
 * those that are left takes the place of the one picked. Fewer when the list is shorter.
 */
export function drawFrom<T extends string>(list: readonly T[], count: number, random: DrawRandom): T[] {
  const left = [...list];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    const place = random.below(left.length);
    const last = left.pop();
    const picked = place < left.length ? left[place] : last;
    if (last !== undefined && place < left.length) left[place] = last;
    if (picked !== undefined) drawn.push(picked);
  }
  return drawn;
}
