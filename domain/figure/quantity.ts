import { DomainError, FieldInvalid } from '#domain/errors.js';
import { compare, fraction, plus, times } from './fraction.js';
import type { Decimal, Fraction } from './fraction.js';
import { parseQualifier, qualifierOfSum } from './qualifier.js';
import type { Qualifier } from './qualifier.js';
import { parseUnit } from './unit.js';
import type { CountUnit } from './unit.js';

/** A figure: how many of what, and how exact; 万 and 亿 are already multiplied in. */
export interface Quantity {
  readonly n: Fraction;
  readonly unit: CountUnit;
  readonly qualifier: Qualifier;
}

/** A figure as a source writes it. */
export interface WrittenQuantity {
  readonly n: Decimal;
  readonly unit: string;
  readonly qualifier: string;
}

/** Thrown when figures of different units are added (specification M15). */
export class UnitMismatch extends DomainError {
  constructor(units: readonly CountUnit[]) {
    super({
      code: 'UNIT_MISMATCH',
      status: 422,
      messageZh: `计量单位不同(${units.join('、')}),不能相加。`,
      messageEn: `Figures of different units (${units.join(', ')}) cannot be added.`,
      details: { units },
    });
  }
}

/**
 * Reads a figure. Throws FIELD_INVALID for an unknown unit or qualifier, a negative number, or a broken count such as
 * 1.5 persons.
 */
export function parseQuantity(written: WrittenQuantity): Quantity {
  const { unit, factor, whole } = parseUnit(written.unit);
  const n = times(fraction(written.n), fraction(factor));
  if (compare(n, fraction(0)) < 0 || (whole && n.denominator !== 1n)) {
    throw new FieldInvalid('n', '计数必须是不小于 0 的整数。', 'A count must be a whole number, 0 or more.', {
      n: String(written.n),
      unit: written.unit,
    });
  }
  return { n, unit, qualifier: parseQualifier(written.qualifier) };
}

/** A sum and how exact it is; null: its parts lean both ways. */
export interface Sum {
  readonly n: Fraction;
  readonly unit: CountUnit;
  readonly qualifier: Qualifier | null;
}

/** Adds figures of one unit. Throws UNIT_MISMATCH when the units differ, FIELD_INVALID when there is nothing to add. */
export function sumOf(parts: readonly Quantity[]): Sum {
  const units = [...new Set(parts.map(({ unit }) => unit))];
  const [unit] = units;
  if (unit === undefined) throw new FieldInvalid('parts', '没有可相加的数值。', 'There is nothing to add.');
  if (units.length > 1) throw new UnitMismatch(units);
  return {
    n: parts.map(({ n }) => n).reduce(plus),
    unit,
    qualifier: qualifierOfSum(parts.map(({ qualifier }) => qualifier)),
  };
}
