import { FieldInvalid } from '#domain/errors.js';
import { addCalendarDays, parseIsoDate } from './iso-date.js';
import type { IsoDate } from './iso-date.js';

/**
 * The same day of the month `n` months later (earlier when negative), or the last day of that month when it is
 * shorter: 31 January + 1 month = 28 or 29 February. Throws FIELD_INVALID when n is no whole number or the year
 * leaves 0001–9999.
 */
export function addMonths(date: IsoDate, n: number): IsoDate {
  if (!Number.isSafeInteger(n)) {
    throw new FieldInvalid('n', '月数必须是整数。', 'The number of months must be a whole number.', { n });
  }
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + n;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return parseIsoDate(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
}

/** The same day `n` years later; 29 February becomes the 28th in a common year. Errors as `addMonths`. */
export function addYears(date: IsoDate, n: number): IsoDate {
  return addMonths(date, n * 12);
}

/**
 * The last day of a term of `years` whole years that begins on `start`: a five-year term from 2025-06-01 ends on
 * 2030-05-31. A term that begins on 29 February ends on 28 February of a common year.
 */
export function lastDayOfTerm(start: IsoDate, years: number): IsoDate {
  const anniversary = addYears(start, years);
  if (anniversary.slice(5) !== start.slice(5)) return anniversary;
  return addCalendarDays(anniversary, -1);
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
