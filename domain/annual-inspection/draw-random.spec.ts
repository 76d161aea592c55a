import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { DRAW_ALGORITHM, drawFrom, drawRandom } from './draw-random.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const letters = ['a', 'b', 'c', 'd', 'e', 'f'];
const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 60 });

describe('the random numbers of a draw', () => {
  it('are the 32-bit words of the hash of algorithm, stream, seed and counter', () => {
    const block = sha256(`${DRAW_ALGORITHM}\ns\nseed\n0`);
    const random = drawRandom('seed', 's', sha256);
    const words = Array.from({ length: 8 }, () => random.below(2 ** 32));
    expect(words.map((word) => word.toString(16).padStart(8, '0')).join('')).toBe(block);
    const next = sha256(`${DRAW_ALGORITHM}\ns\nseed\n1`);
    expect(random.below(2 ** 32)).toBe(Number.parseInt(next.slice(0, 8), 16));
  });

  it('throw away a word that would favour small numbers', () => {
    const random = drawRandom('', '', () => 'ffffffff'.repeat(1) + '00000005'.repeat(7));
    expect(random.below(3)).toBe(2);
  });

  it('differ by stream and by seed', () => {
    const first = (seed: string, name: string) => drawRandom(seed, name, sha256).below(2 ** 32);
    expect(new Set([first('a', 'x'), first('a', 'y'), first('b', 'x')]).size).toBe(3);
  });
});

describe('drawing from a list', () => {
  it('gives the same for the same seed, each entry once, and leaves the list as it was', () => {
    fc.assert(
      fc.property(list, fc.nat(60), fc.string(), (entries, count, seed) => {
        const before = [...entries];
        const drawn = drawFrom(entries, count, drawRandom(seed, 's', sha256));
        expect(drawFrom(entries, count, drawRandom(seed, 's', sha256))).toEqual(drawn);
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
      const pair = drawFrom(letters, 2, drawRandom(String(seed), 's', sha256)).join('');
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    expect(counts.size).toBe(30);
    // 200 are expected of each ordered pair; chi-square with 29 degrees of freedom stays under 58.3 but once in a thousand.
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(chiSquare).toBeLessThan(58.3);
  });
});
