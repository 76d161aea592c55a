import { FieldInvalid } from '#domain/errors.js';
import type { Fraction } from './fraction.js';

/** HALF_UP rounds a half away from zero; CEIL towards the larger, FLOOR towards the smaller number. */
export type RoundingMode = 'CEIL' | 'FLOOR' | 'HALF_UP';

/**
 * A value at `dp` decimals, 0 to 20, as text with exactly that many: 229/25 at 1 is `9.2`. Throws FIELD_INVALID for
 * another `dp`.
 */
export function rounded(value: Fraction, dp: number, mode: RoundingMode = 'HALF_UP'): string {
  if (!Number.isSafeInteger(dp) || dp < 0 || dp > 20) {
    throw new FieldInvalid('dp', '小数位数必须是 0 至 20 的整数。', 'Decimals are a whole number from 0 to 20.', {
      dp,
    });
  }
  return decimalText(roundedUnits(value, dp, mode), dp);
}

/** A value as a whole number. */
export function wholeNumber(value: Fraction, mode: RoundingMode): bigint {
  return roundedUnits(value, 0, mode);
}

function roundedUnits({ numerator, denominator }: Fraction, dp: number, mode: RoundingMode): bigint {
  const scaled = numerator * 10n ** BigInt(dp);
  if (mode === 'FLOOR') return floorDivision(scaled, denominator);
  if (mode === 'CEIL') return -floorDivision(-scaled, denominator);
  const size = scaled < 0n ? -scaled : scaled;
  const units = (2n * size + denominator) / (2n * denominator);
  return scaled < 0n ? -units : units;
}

function floorDivision(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n ? quotient - 1n : quotient;
}

function decimalText(units: bigint, dp: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(dp + 1, '0');
  const sign = units < 0n ? '-' : '';
  return dp === 0 ? sign + digits : `${sign}${digits.slice(0, -dp)}.${digits.slice(-dp)}`;
}
