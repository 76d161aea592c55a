import { FieldInvalid } from '#domain/errors.js';

/**
 * An exact rational number; the denominator is positive. Counts, percentages and scores are computed in it, never in
 * floating point.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** What a figure may be given as: a count, a decimal as it was written (`75.4`), or its text. */
export type Decimal = number | bigint | string;

/**
 * The exact value of a number as it is written in decimals: 0.1 is one tenth. Throws FIELD_INVALID for anything else.
 */
export function fraction(value: Decimal): Fraction {
  const match = /^([+-]?\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(String(value));
  if (match === null) {
    throw new FieldInvalid('n', '数值无效。', 'Not a number in decimals.', { value: String(value) });
  }
  const [, whole = '', decimals = '', exponent = '0'] = match;
  const scale = decimals.length - Number(exponent);
  const digits = BigInt(whole + decimals);
  return scale >= 0
    ? { numerator: digits, denominator: 10n ** BigInt(scale) }
    : { numerator: digits * 10n ** BigInt(-scale), denominator: 1n };
}

/** a + b */
export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a − b */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** a × b */
export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a ÷ b, or null when b is 0: a ratio without a base has no value (specification M15). */
export function over(a: Fraction, b: Fraction): Fraction | null {
  return b.numerator === 0n ? null : reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative when a < b, 0 when they are equal, positive when a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const { numerator } = minus(a, b);
  return numerator === 0n ? 0 : numerator < 0n ? -1 : 1;
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
