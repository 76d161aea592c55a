import { addCalendarDays, daysBetween } from '#domain/calendar/iso-date.js';
import { endOfDayShanghai, shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { addWorkingDays, countWorkingDays, workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { unlessCalendarMissing } from './limit-due.rule.js';

/** A limit whose clock stood still from `pausedAt` to `resumedAt`; all times in epoch ms. */
export interface Pause {
  readonly due: number;
  readonly unit: 'WD' | 'CD';
  readonly pausedAt: number;
  readonly resumedAt: number;
}

/**
 * The due date after a pause (specification C4): moved by the days after the day of the pause up to and including the day of the resumption,
 * counted in the limit's own unit, and on to the next working day. A pause within one day moves nothing. null beyond the calendar's data.
 */
export function resumedDue(calendar: WorkCalendar, { due, unit, pausedAt, resumedAt }: Pause): number | null {
  const [last, paused, resumed] = [shanghaiDate(due), shanghaiDate(pausedAt), shanghaiDate(resumedAt)];
  const days = daysBetween(paused, resumed);
  if (days <= 0) return due;
  return unlessCalendarMissing(() => {
    if (unit === 'CD') return endOfDayShanghai(workingDayOnOrAfter(calendar, addCalendarDays(last, days)));
    const worked = countWorkingDays(calendar, addCalendarDays(paused, 1), resumed);
    return worked === 0 ? due : endOfDayShanghai(addWorkingDays(calendar, last, worked));
  });
}
