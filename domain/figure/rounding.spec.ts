import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, fraction, minus, over, plus, times } from './fraction.js';
import { rounded, wholeNumber } from './rounding.js';

describe('exact decimals', () => {
  it('add a tenth and two tenths to three tenths', () => {
    expect(plus(fraction(0.1), fraction(0.2))).toEqual({ numerator: 3n, denominator: 10n });
  });

  it.each([
    ['1e21', '1000000000000000000000.0'],
    [1.5e-7, '0.0'],
    ['-0.25', '-0.3'],
    [2n, '2.0'],
    [-0.04, '0.0'],
  ])('read %p as %s', (value, text) => expect(rounded(fraction(value), 1)).toBe(text));

  it.each(['', 'x', '1,5', '1.', Number.NaN, Number.POSITIVE_INFINITY])('refuse %p', (value) => {
    expect(() => fraction(value)).toThrow('FIELD_INVALID');
  });

  it('have no value over 0', () => {
    expect(over(fraction(1), fraction(0))).toBeNull();
  });

  it('obey the laws of arithmetic', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 }).map((n) => fraction((n / 100).toFixed(2)));
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(compare(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(0);
        expect(compare(plus(minus(a, b), b), a)).toBe(0);
        const quotient = over(a, b);
        expect(quotient === null || compare(times(quotient, b), a) === 0).toBe(true);
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    ['1.005', 2, '1.01'],
    ['87.665', 2, '87.67'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['2.345', 2, '2.35'],
    ['99.995', 2, '100.00'],
  ] as const)('takes %s half-up at %i decimals to %s', (value, dp, text) => {
    expect(rounded(fraction(value), dp)).toBe(text);
  });

  it('goes up, down and half-up to whole numbers, also below 0', () => {
    const modes = ['CEIL', 'FLOOR', 'HALF_UP'] as const;
    expect(modes.map((mode) => wholeNumber(fraction('2.5'), mode))).toEqual([3n, 2n, 3n]);
    expect(modes.map((mode) => wholeNumber(fraction('-2.5'), mode))).toEqual([-2n, -3n, -3n]);
    expect(modes.map((mode) => wholeNumber(fraction('2'), mode))).toEqual([2n, 2n, 2n]);
  });

  it('refuses decimals that are none', () => {
    expect(() => rounded(fraction(1), -1)).toThrow('FIELD_INVALID');
    expect(() => rounded(fraction(1), 1.5)).toThrow('FIELD_INVALID');
  });
});
