import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { isWorkingDay } from '#domain/calendar/work-calendar.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';

/** Why a day does or does not count towards a limit. */
export type DayKind = 'TRIGGER' | 'COUNTED' | 'OFF' | 'PAUSED';

export interface LimitDay {
  readonly date: IsoDate;
  readonly kind: DayKind;
  /** Which counted day it is, from 1; null when it does not count. */
  readonly n: number | null;
}

/** A span in which the clock stood, epoch ms; `to` is null while it stands. */
export interface PauseSpan {
  readonly from: number;
  readonly to: number | null;
}

/**
 * Each day from the trigger to the last day of a limit, and whether it counts: the day after the trigger is day 1; days off count in calendar days only;
 * a day that begins while the clock stands does not count.
 */
export function limitDays(
  calendar: WorkCalendar,
  {
    openedAt,
    dueAt,
    unit,
    pauses,
  }: {
    readonly openedAt: number;
    readonly dueAt: number;
    readonly unit: 'WD' | 'CD';
    readonly pauses: readonly PauseSpan[];
  },
): LimitDay[] {
  const first = shanghaiDate(openedAt);
  const last = shanghaiDate(dueAt);
  const days: LimitDay[] = [{ date: first, kind: 'TRIGGER', n: null }];
  let n = 0;
  for (let date = addCalendarDays(first, 1); date <= last; date = addCalendarDays(date, 1)) {
    const kind = kindOf(calendar, date, unit, pauses);
    if (kind === 'COUNTED') n += 1;
    days.push({ date, kind, n: kind === 'COUNTED' ? n : null });
  }
  return days;
}

function kindOf(calendar: WorkCalendar, date: IsoDate, unit: 'WD' | 'CD', pauses: readonly PauseSpan[]): DayKind {
  const stood = pauses.some(({ from, to }) => date > shanghaiDate(from) && (to === null || date <= shanghaiDate(to)));
  if (stood) return 'PAUSED';
  return unit === 'CD' || isWorkingDay(calendar, date) ? 'COUNTED' : 'OFF';
}

/** The years that a span touches. */
export function yearsOf(openedAt: number, dueAt: number): number[] {
  const [first, last] = [shanghaiDate(openedAt), shanghaiDate(dueAt)].map((date) =>
    Number(parseIsoDate(date).slice(0, 4)),
  );
  return first === undefined || last === undefined || first === last ? [first ?? 0] : [first, last];
}
