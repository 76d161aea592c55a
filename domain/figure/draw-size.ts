import { DomainError, FieldInvalid } from '#domain/errors.js';
import { compare, fraction, times } from './fraction.js';
import type { Decimal } from './fraction.js';
import { wholeNumber } from './rounding.js';
import type { RoundingMode } from './rounding.js';

/** A draw of checks: how many organisations it may draw from and at which rate. */
export interface DrawPlan {
  /** Organisations to draw from, a whole number. */
  readonly base: number;
  /** Rate in per cent, above 0 and at most 100, for example 10. */
  readonly ratePct: Decimal;
  readonly mode?: RoundingMode;
  /**
   * The lowest rate in per cent that the level of the organ allows (specification M02: county 3, city 4, province 5).
   */
  readonly floorPct?: Decimal;
}

/** Thrown when there is no organisation to draw from. */
export class DrawEmptyBase extends DomainError {
  constructor() {
    super({
      code: 'DRAW_EMPTY_BASE',
      status: 422,
      messageZh: '抽查名单为空,无法抽取。请检查抽查范围。',
      messageEn: 'There is no organisation to draw from. Check what the draw covers.',
      field: 'base',
    });
  }
}

/** Thrown when the rate is below what the level of the organ requires. */
export class DrawRateTooLow extends DomainError {
  constructor(ratePct: Decimal, floorPct: Decimal) {
    super({
      code: 'DRAW_RATE_TOO_LOW',
      status: 422,
      messageZh: `抽查比例 ${ratePct}% 低于本级最低比例 ${floorPct}%,请提高比例。`,
      messageEn: `The rate of ${ratePct} % is below the ${floorPct} % that this level requires. Raise it.`,
      field: 'ratePct',
      details: { ratePct: String(ratePct), floorPct: String(floorPct) },
    });
  }
}

/**
 * How many are drawn: base × rate, rounded by `mode` (CEIL unless configured), in exact arithmetic (specification
 * M02). A base of 1 with CEIL gives 1. Throws DRAW_EMPTY_BASE, DRAW_RATE_TOO_LOW, or FIELD_INVALID for a base or rate
 * that is none.
 */
export function drawSize({ base, ratePct, mode = 'CEIL', floorPct = 0 }: DrawPlan): number {
  if (base === 0) throw new DrawEmptyBase();
  if (compare(fraction(ratePct), fraction(floorPct)) < 0) throw new DrawRateTooLow(ratePct, floorPct);
  return shareOf(base, ratePct, mode);
}

/**
 * `ratePct` per cent of `base`, rounded to a whole number; `shareOf(232, 10, 'CEIL')` is 24. Throws FIELD_INVALID as
 * `drawSize`.
 */
export function shareOf(base: number, ratePct: Decimal, mode: RoundingMode): number {
  if (!Number.isSafeInteger(base) || base < 0) {
    throw new FieldInvalid('base', '抽查基数必须是不小于 0 的整数。', 'The base must be a whole number, 0 or more.', {
      base,
    });
  }
  const rate = fraction(ratePct);
  if (compare(rate, fraction(0)) <= 0 || compare(rate, fraction(100)) > 0) {
    throw new FieldInvalid('ratePct', '比例必须大于 0 且不超过 100%。', 'The rate must be above 0 and at most 100 %.', {
      ratePct: String(ratePct),
    });
  }
  return Number(wholeNumber(times(fraction(base), times(rate, fraction('0.01'))), mode));
}
