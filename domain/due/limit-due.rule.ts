import { endOfDayShanghai, shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { CalendarMissing } from '#domain/calendar/work-calendar.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { limitEnd } from '#domain/calendar/working-days.js';
import type { Limit } from '#domain/process/record.js';

/**
 * When a limit ends: epoch ms of 23:59:59.999 of its last day in Asia/Shanghai (specification C4).
 * null when the calendar has no data for a year on the way: a limit is never guessed.
 */
export function limitDue(calendar: WorkCalendar, { from, unit, length }: Limit): number | null {
  return unlessCalendarMissing(() =>
    endOfDayShanghai(limitEnd(calendar, { from: shanghaiDate(from), unit, n: length })),
  );
}

/** Runs a computation with the calendar; null when it needs a year that is not loaded. */
export function unlessCalendarMissing<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CalendarMissing) return null;
    throw error;
  }
}
