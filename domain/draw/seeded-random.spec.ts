import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { DRAW_ALGORITHM, drawFrom, seededRandom, shuffled } from './seeded-random.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a draw from a published seed', () => {
  it('can be repeated by hand: the words of the hashes of algorithm, stream, seed and counter', () => {
    const block = (n: number) => sha256(`${DRAW_ALGORITHM}\norder\n2026-09-01 抓阄\n${n}`);
    const random = seededRandom('2026-09-01 抓阄', sha256, 'order');
    const words = Array.from({ length: 9 }, () =>
      random
        .below(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    );
    expect(words.join('')).toBe(block(0) + block(1).slice(0, 8));
  });

  it('differs by stream', () => {
    const first = (stream: string) => seededRandom('seed', sha256, stream).below(2 ** 32);
    expect(new Set([first(''), first('x'), first('y')]).size).toBe(3);
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

describe('drawing from a list', () => {
  it('gives the same for the same seed, each entry once, and leaves the list as it was', () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 60 });
    fc.assert(
      fc.property(list, fc.nat(60), fc.string(), (entries, count, seed) => {
        const before = [...entries];
        const drawn = drawFrom(entries, count, seededRandom(seed, sha256));
        expect(drawFrom(entries, count, seededRandom(seed, sha256))).toEqual(drawn);
        expect(drawn).toHaveLength(Math.min(count, entries.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((entry) => entries.includes(entry))).toBe(true);
        expect(entries).toEqual(before);
      }),
    );
  });

  it('draws every pair of six about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const pair = drawFrom(['a', 'b', 'c', 'd', 'e', 'f'], 2, seededRandom(String(seed), sha256)).join('');
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    expect(counts.size).toBe(30);
    // 200 are expected of each ordered pair; chi-square with 29 degrees of freedom stays under 58.3 but once in a thousand.
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(chiSquare).toBeLessThan(58.3);
  });
});
