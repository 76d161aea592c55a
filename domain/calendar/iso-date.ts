import { FieldInvalid } from '#domain/errors.js';

/** A day of the civil calendar, `YYYY-MM-DD`, that exists (no 30 February). It has no time of day and no zone. */
export type IsoDate = string & { readonly brand: 'IsoDate' };

/** Milliseconds of one day; plain dates are counted in UTC, where every day has the same length. */
export const DAY_MS = 86_400_000;

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Reads a day, or throws FIELD_INVALID (400) naming `field`. Time stamps are refused: a day is asked for. */
export function parseIsoDate(text: string, field = 'date'): IsoDate {
  if (isIsoDate(text)) return text;
  throw new FieldInvalid(
    field,
    '日期无效,请按“年-月-日”填写,例如 2026-03-10。',
    'Not a date. Write it as year-month-day, for example 2026-03-10.',
    { value: text },
  );
}

/** The year of the day, for example 2026. */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** Day of the week: 0 is Sunday, 6 is Saturday. */
export function weekday(date: IsoDate): number {
  return new Date(midnight(date)).getUTCDay();
}

/** The day `n` calendar days later (earlier when `n` is negative). Throws FIELD_INVALID when `n` is no whole number. */
export function addCalendarDays(date: IsoDate, n: number): IsoDate {
  if (!Number.isSafeInteger(n)) {
    throw new FieldInvalid('n', '天数必须是整数。', 'The number of days must be a whole number.', { n });
  }
  return dateOfMidnight(midnight(date) + n * DAY_MS);
}

/** Calendar days from `from` to `to`: 0 for the same day, negative when `to` is the earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

function midnight(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateOfMidnight(time: number): IsoDate {
  const instant = new Date(time);
  return parseIsoDate(Number.isNaN(instant.getTime()) ? String(time) : instant.toISOString().slice(0, 10));
}
