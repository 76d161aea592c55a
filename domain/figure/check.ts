import { isIsoDate } from '#domain/calendar/iso-date.js';
import { DomainError } from '#domain/errors.js';
import { compare, fraction, minus, over, plus, times } from './fraction.js';
import type { Fraction } from './fraction.js';
import { shareOf } from './draw-size.js';
import { rounded } from './rounding.js';

/** A value that a check is computed from or compared with. */
export type CheckValue = number | string | boolean | null;

/** A consistency check of figures: an operator, what it is applied to, and what it must give (specification M15). */
export interface FigureCheck {
  readonly op: string;
  readonly args: readonly (number | string)[];
  readonly expect: CheckValue;
  /**
   * Decimals to which the computed value is rounded half-up before it is compared; without it the comparison is
   * exact.
   */
  readonly roundDp?: number;
}

/** Thrown when a check names an operator that does not exist, or its arguments do not fit the operator. */
export class CheckInvalid extends DomainError {
  constructor(op: string, args: readonly unknown[]) {
    super({
      code: 'FIGURE_CHECK_INVALID',
      status: 422,
      messageZh: `核对算式“${op}”无法识别或参数不符,请检查。`,
      messageEn: `The check "${op}" is unknown or its arguments do not fit it.`,
      details: { op, args },
    });
  }
}

type Numbers = readonly [Fraction, ...Fraction[]];
type Computed = Fraction | boolean | null;

const HUNDRED = fraction(100);
const pct = (a: Fraction, b: Fraction) => over(times(a, HUNDRED), b);
const each = (args: Numbers, holds: (order: number) => boolean) =>
  args.slice(1).every((next, index) => holds(compare(args[index] ?? next, next)));

/** Any number of numbers. Chains: `ge` of 5, 3, 3 holds. */
const OF_MANY: Readonly<Record<string, (args: Numbers) => Computed>> = {
  sum: (args) => args.reduce(plus),
  prod: (args) => args.reduce(times),
  mean: (args) => over(args.reduce(plus), fraction(args.length)),
  min: (args) => args.reduce((a, b) => (compare(a, b) <= 0 ? a : b)),
  max: (args) => args.reduce((a, b) => (compare(a, b) >= 0 ? a : b)),
  eq: (args) => each(args, (order) => order === 0),
  ge: (args) => each(args, (order) => order >= 0),
  gt: (args) => each(args, (order) => order > 0),
  le: (args) => each(args, (order) => order <= 0),
  lt: (args) => each(args, (order) => order < 0),
  diff: ([first, ...rest]) => rest.reduce(minus, first),
};

/** Exactly two numbers. */
const OF_TWO: Readonly<Record<string, (a: Fraction, b: Fraction) => Computed>> = {
  quot: over,
  ratio: over,
  pct,
  ne: (a, b) => compare(a, b) !== 0,
  growth_pct: (now, before) => pct(minus(now, before), before),
  ceil_pct: (base, rate) => fraction(shareOf(toNumber(base), rounded(rate, 10), 'CEIL')),
  floor_pct: (base, rate) => fraction(shareOf(toNumber(base), rounded(rate, 10), 'FLOOR')),
  half_up_pct: (base, rate) => fraction(shareOf(toNumber(base), rounded(rate, 10), 'HALF_UP')),
};

/** Values of any kind. */
const OF_TEXTS: Readonly<Record<string, (args: readonly string[]) => Computed>> = {
  count: (args) => fraction(args.length),
  distinct: (args) => fraction(new Set(args).size),
};

/** Days, each strictly before or after the one that follows it. */
const OF_DAYS: Readonly<Record<string, (earlier: string, later: string) => boolean>> = {
  before: (day, next) => day < next,
  after: (day, next) => day > next,
};

/** Whether the check comes out as it says. Throws FIGURE_CHECK_INVALID, and FIELD_INVALID for a number that is none. */
export function checkHolds(check: FigureCheck): boolean {
  const actual = checkValue(check);
  const { expect } = check;
  if (typeof actual !== 'string') return actual === expect;
  return typeof expect === 'number' || typeof expect === 'string'
    ? compare(fraction(actual), fraction(expect)) === 0
    : false;
}

/**
 * What the check comes out as: a truth value, a number as decimal text, or null for a division by 0. Without
 * `roundDp` a number that has no end in decimals is cut to 20 of them.
 */
export function checkValue({ op, args, roundDp }: FigureCheck): string | boolean | null {
  const value = computed(op, args);
  if (value === null || typeof value === 'boolean') return value;
  return roundDp === undefined ? rounded(value, value.denominator === 1n ? 0 : 20) : rounded(value, roundDp);
}

function computed(op: string, args: FigureCheck['args']): Computed {
  const ofTexts = entry(OF_TEXTS, op);
  if (ofTexts !== undefined) return ofTexts(args.map(String));
  const ofDays = entry(OF_DAYS, op);
  if (ofDays !== undefined) {
    const days = args.map(String);
    if (days.length < 2 || !days.every(isIsoDate)) throw new CheckInvalid(op, args);
    return days.slice(1).every((next, index) => ofDays(days[index] ?? next, next));
  }
  return computedFromNumbers(op, args);
}

function computedFromNumbers(op: string, args: FigureCheck['args']): Computed {
  const [first, ...rest] = args.map(fraction);
  const [second] = rest;
  const ofMany = entry(OF_MANY, op);
  if (ofMany !== undefined && first !== undefined) return ofMany([first, ...rest]);
  const ofTwo = entry(OF_TWO, op);
  if (ofTwo !== undefined && first !== undefined && second !== undefined && rest.length === 1)
    return ofTwo(first, second);
  throw new CheckInvalid(op, args);
}

function entry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function toNumber({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}
