import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { seededRandom, shuffled } from './seeded-random.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a draw from a published seed', () => {
  it('can be repeated by hand: the first word of the first block', () => {
    const word = Number.parseInt(sha256('2026-09-01 抓阄\n0').slice(0, 8), 16);
    expect(seededRandom('2026-09-01 抓阄', sha256).below(1000)).toBe(word % 1000);
  });

  it('is the same for the same seed and another for another', () => {
    const draw = (seed: string): number[] => {
      const random = seededRandom(seed, sha256);
      return Array.from({ length: 20 }, () => random.below(1_000_000));
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('skips a word that would favour small numbers', () => {
    const words = ['ffffffff', '00000007', ...Array.from({ length: 6 }, () => '00000000')].join('');
    expect(seededRandom('s', () => words).below(3 * 2 ** 30)).toBe(7);
  });

  it('keeps every item exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const order = shuffled(items, seededRandom(seed, sha256));
        expect(order.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });

  it('puts each of three into each place about equally often', () => {
    const random = seededRandom('fair', sha256);
    const firsts = Array.from({ length: 3000 }, () => shuffled(['a', 'b', 'c'], random)[0]);
    for (const item of ['a', 'b', 'c']) expect(firsts.filter((first) => first === item).length).toBeGreaterThan(900);
  });
});
