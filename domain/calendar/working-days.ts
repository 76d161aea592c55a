import { FieldInvalid } from '#domain/errors.js';
import { addCalendarDays } from './iso-date.js';
import type { IsoDate } from './iso-date.js';
import { isWorkingDay } from './work-calendar.js';
import type { WorkCalendar } from './work-calendar.js';

/** The day itself when it is worked, otherwise the next working day. Throws CALENDAR_MISSING beyond the data. */
export function workingDayOnOrAfter(calendar: WorkCalendar, date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addCalendarDays(day, 1);
  return day;
}

/**
 * The n-th working day after `from`; day 1 is the day after the trigger (specification C4). With n = 0 the day
 * itself, moved on to a working day, because no limit ends on a day off. Throws CALENDAR_MISSING when the way there
 * touches a year without data (also `from`'s own year), FIELD_INVALID when n is negative or no whole number.
 */
export function addWorkingDays(calendar: WorkCalendar, from: IsoDate, n: number): IsoDate {
  assertLength(n);
  if (n === 0) return workingDayOnOrAfter(calendar, from);
  isWorkingDay(calendar, from); // refuses a trigger in a year without data even when day 1 is in the next year
  let day = from;
  for (let left = n; left > 0;) {
    day = addCalendarDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/**
 * Working days in a span, both ends included. Throws CALENDAR_MISSING when the span touches a year without data,
 * FIELD_INVALID when `to` is before `from`.
 */
export function countWorkingDays(calendar: WorkCalendar, from: IsoDate, to: IsoDate): number {
  if (to < from) {
    throw new FieldInvalid('to', '结束日期不能早于开始日期。', 'The last day must not be before the first.', {
      from,
      to,
    });
  }
  let count = 0;
  for (let day = from; day <= to; day = addCalendarDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** A limit: WD working days or CD calendar days after `from`. */
export interface Limit {
  readonly from: IsoDate;
  readonly unit: 'WD' | 'CD';
  readonly n: number;
}

/**
 * The last day of a limit; it ends at 23:59:59.999 of that day in Asia/Shanghai (`endOfDayShanghai`). A limit in
 * calendar days that ends on a day off moves on to the next working day (specification C4). Errors as
 * `addWorkingDays`.
 */
export function limitEnd(calendar: WorkCalendar, { from, unit, n }: Limit): IsoDate {
  if (unit === 'WD') return addWorkingDays(calendar, from, n);
  assertLength(n);
  return workingDayOnOrAfter(calendar, addCalendarDays(from, n));
}

function assertLength(n: number): void {
  if (Number.isSafeInteger(n) && n >= 0) return;
  throw new FieldInvalid(
    'n',
    '期限天数必须是不小于 0 的整数。',
    'The length of a limit must be a whole number, 0 or more.',
    {
      n,
    },
  );
}
