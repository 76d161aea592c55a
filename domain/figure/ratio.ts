import { fraction, over, times } from './fraction.js';
import type { Decimal } from './fraction.js';
import { rounded } from './rounding.js';

/**
 * numerator ÷ denominator, half-up at `dp` decimals, as text: `ratio(427, 250, 2)` is `1.71`. Null when the
 * denominator is 0, shown as "—" (specification M15).
 */
export function ratio(numerator: Decimal, denominator: Decimal, dp: number): string | null {
  const value = over(fraction(numerator), fraction(denominator));
  return value === null ? null : rounded(value, dp);
}

/**
 * numerator ÷ denominator in per cent, half-up at `dp` decimals: `percent(175, 232, 1)` is `75.4`. Null when the
 * denominator is 0.
 */
export function percent(numerator: Decimal, denominator: Decimal, dp: number): string | null {
  const value = over(times(fraction(numerator), fraction(100)), fraction(denominator));
  return value === null ? null : rounded(value, dp);
}
