import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { seededRandom } from '#domain/draw/seeded-random.js';
import { bootstrap } from './bootstrap.js';
import { intervalAlpha } from './interval-alpha.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { reliability } from './reliability.js';

const random = (seed = 's') => seededRandom(seed, (text) => createHash('sha256').update(text).digest('hex'));

/** Shrout & Fleiss (1979), table 2. */
const PANEL = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('the agreement of a panel', () => {
  it('has the published values, within their bounds', () => {
    const measured = reliability(PANEL, { random: random(), resamples: 300 });
    expect(measured['ICC(1,1)'].value).toBeCloseTo(0.1657, 4);
    expect(measured['ICC(A,1)'].value).toBeCloseTo(0.2898, 4);
    expect(measured['ICC(A,k)'].value).toBeCloseTo(0.6201, 4);
    expect(measured.W.value).toBeCloseTo(0.887, 4);
    for (const { value, low, high } of Object.values(measured)) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });

  it('has the same bounds for the same seed', () => {
    const once = reliability(PANEL, { random: random(), resamples: 100 });
    expect(reliability(PANEL, { random: random(), resamples: 100 })).toEqual(once);
  });

  it('is measured one way, and by α, where every project has its own judges', () => {
    const sparse = [
      [80, 82, null, null],
      [null, 60, 62, null],
      [null, null, 91, 90],
      [71, null, null, 70],
    ];
    const measured = reliability(sparse, { random: random(), resamples: 50 });
    expect(measured['ICC(1,1)'].value).toBeGreaterThan(0.9);
    expect(measured.alpha.value).toBeGreaterThan(0.9);
    expect(measured['ICC(A,1)']).toEqual({ value: null, low: null, high: null, resamples: 0 });
    const uneven = reliability([...sparse, [1, 2, 3, null]], { random: random(), resamples: 5 });
    expect(uneven['ICC(1,1)'].value).toBeNull();
  });

  it('passes on a failure that is no lack of ratings', () => {
    expect(() => reliability([[1, 2], [1]], { random: random() })).toThrow('FIELD_INVALID');
  });

  it('is undefined where all scores are the same', () => {
    expect(
      intervalAlpha([
        [7, 7],
        [7, 7],
      ]),
    ).toBeNull();
    expect(intervalAlpha([])).toBeNull();
    expect(
      bootstrap(
        [
          [7, 7],
          [7, 7],
        ],
        intervalAlpha,
        { random: random(), resamples: 10 },
      ),
    ).toMatchObject({ low: null });
  });

  it('has the α of the long way', () => {
    const score = fc.oneof(
      fc.constant(null),
      fc.integer({ min: 0, max: 200 }).map((half) => half / 2),
    );
    const rows = fc.array(fc.array(score, { minLength: 4, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (ratings) => {
        const long = krippendorffAlpha(ratings).interval;
        const short = intervalAlpha(ratings);
        expect(short === null).toBe(long === null);
        expect(short ?? 0).toBeCloseTo(long ?? 0, 8);
      }),
    );
  });
});
