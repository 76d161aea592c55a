import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { icc } from './icc.js';
import { kendallW } from './kendall-w.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';

/** Shrout & Fleiss (1979), table 2: six targets, four judges. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

/** Krippendorff (2011), the reliability data with missing scores. */
const KRIPPENDORFF = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, 3, null, null],
];

const matrix = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 })).chain(([rows, judges]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: judges, maxLength: judges }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe('intraclass correlations', () => {
  it('are those of Shrout & Fleiss', () => {
    const result = icc(SHROUT_FLEISS);
    expect(result['ICC(1,1)']).toBeCloseTo(0.1657, 4);
    expect(result['ICC(A,1)']).toBeCloseTo(0.2898, 4);
    expect(result['ICC(C,1)']).toBeCloseTo(0.7148, 4);
    expect(result['ICC(1,k)']).toBeCloseTo(0.4428, 4);
    expect(result['ICC(A,k)']).toBeCloseTo(0.6201, 4);
    expect(result['ICC(C,k)']).toBeCloseTo(0.9093, 4);
  });

  it('see full consistency, but not full agreement, in a judge who is always two points higher', () => {
    const result = icc([
      [1, 3],
      [4, 6],
      [8, 10],
    ]);
    expect(result['ICC(C,1)']).toBeCloseTo(1, 9);
    expect(result['ICC(A,1)']).toBeLessThan(1);
  });

  it('leave out projects that a judge did not score', () => {
    expect(icc([...SHROUT_FLEISS, [null, 1, 2, 3]])).toEqual(icc(SHROUT_FLEISS));
  });

  it('are undefined when all scores are the same', () => {
    expect(
      icc([
        [7, 7, 7],
        [7, 7, 7],
      ])['ICC(A,1)'],
    ).toBeNull();
  });

  it('of one way and of consistency never exceed 1', () => {
    fc.assert(
      fc.property(matrix, (ratings) => {
        const result = icc(ratings);
        for (const form of ['ICC(1,1)', 'ICC(C,1)', 'ICC(1,k)', 'ICC(C,k)'] as const) {
          expect(result[form] ?? 0).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe("Kendall's W", () => {
  it('corrects for ties', () => {
    const { W, WTieCorrected } = kendallW(SHROUT_FLEISS);
    expect(W).toBeCloseTo(0.8554, 4);
    expect(WTieCorrected).toBeCloseTo(0.887, 4);
  });

  it('is 1 when all judges rank alike, and undefined when none ranks at all', () => {
    expect(
      kendallW([
        [1, 10],
        [2, 20],
        [3, 90],
      ]),
    ).toEqual({ W: 1, WTieCorrected: 1 });
    expect(
      kendallW([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual({ W: null, WTieCorrected: null });
  });

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(matrix, (ratings) => {
        const value = kendallW(ratings).WTieCorrected ?? 0;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe("Krippendorff's α", () => {
  it('is that of Krippendorff’s example with missing scores', () => {
    const result = krippendorffAlpha(KRIPPENDORFF);
    expect(result.nominal).toBeCloseTo(0.7434, 3);
    expect(result.ordinal).toBeCloseTo(0.8154, 3);
    expect(result.interval).toBeCloseTo(0.8491, 3);
    expect(result.ratio).toBeCloseTo(0.7974, 3);
  });

  it('is 1 when the judges agree on different scores', () => {
    expect(
      krippendorffAlpha([
        [1, 1],
        [2, 2],
      ]),
    ).toEqual({ nominal: 1, ordinal: 1, interval: 1, ratio: 1 });
  });

  it('is undefined when all scores are the same or nothing was scored twice', () => {
    const undefinedAlpha = { nominal: null, ordinal: null, interval: null, ratio: null };
    expect(
      krippendorffAlpha([
        [3, 3],
        [3, 3],
      ]),
    ).toEqual(undefinedAlpha);
    expect(
      krippendorffAlpha([
        [3, null],
        [null, 4],
      ]),
    ).toEqual(undefinedAlpha);
    expect(krippendorffAlpha([])).toEqual(undefinedAlpha);
  });

  it('has no ratio form for negative scores', () => {
    expect(
      krippendorffAlpha([
        [-1, -1],
        [2, 2],
      ]),
    ).toMatchObject({ interval: 1, ratio: null });
  });

  it('never exceeds 1 and ignores the order of the judges', () => {
    fc.assert(
      fc.property(matrix, (ratings) => {
        const result = krippendorffAlpha(ratings);
        const reversed = krippendorffAlpha(ratings.map((row) => row.toReversed()));
        for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
          expect(result[level] ?? 0).toBeLessThanOrEqual(1 + 1e-9);
          expect(reversed[level] ?? 0).toBeCloseTo(result[level] ?? 0, 9);
        }
      }),
    );
  });
});

describe('ratings', () => {
  it('of fewer than two projects or two judges measure no agreement', () => {
    expect(() => icc([[1, 2, 3]])).toThrow('RATINGS_TOO_FEW');
    expect(() => kendallW([[1], [2], [3]])).toThrow('RATINGS_TOO_FEW');
    expect(() => icc([])).toThrow('RATINGS_TOO_FEW');
  });

  it('whose rows differ in length are refused', () => {
    expect(() => krippendorffAlpha([[1, 2], [1]])).toThrow('FIELD_INVALID');
    expect(() =>
      icc([
        [1, 2],
        [1, Number.NaN],
      ]),
    ).toThrow('FIELD_INVALID');
  });
});
