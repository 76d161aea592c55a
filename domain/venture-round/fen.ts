import { FieldInvalid } from '#domain/errors.js';
import { z } from 'zod';

/** The largest amount that is accepted: ten thousand million yuan. Nine thousand such amounts still add up exactly. */
const MOST_FEN = 1_000_000_000_000;

/** A schema of money in whole fen (分), 0 or more, as JSON carries it; a fraction or text is refused (specification C10). */
export const wholeFen = (): z.ZodInt => z.int().min(0).max(MOST_FEN);

/** The sum of amounts in fen, exact. Throws FIELD_INVALID for a part that is no whole number or a sum that is not safe. */
export function sumFen(amounts: readonly number[]): number {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (amounts.every((amount) => Number.isSafeInteger(amount)) && Number.isSafeInteger(sum)) return sum;
  throw new FieldInvalid('amount', '金额须为整数分。', 'Amounts are whole fen.');
}

/** `percent` (a whole number) per cent of an amount in fen, rounded down to whole fen. */
export function percentOfFen(amount: number, percent: number): number {
  return Number((BigInt(amount) * BigInt(percent)) / 100n);
}
