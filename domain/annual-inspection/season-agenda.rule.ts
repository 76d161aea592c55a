import type { IsoDate } from '#domain/calendar/iso-date.js';
import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import { addMonths } from '#domain/calendar/terms.js';
import type { SeasonDates } from './season-calendar.rule.js';
import type { SeasonState } from './states.js';

/** What comes by itself in a season, at the beginning of a day in Shanghai. */
export interface SeasonAppointment {
  /** OPEN: it begins. CLOSE: no return is in time any more. FREEZE: figures of the month before. LOOK: whether every return has ended. */
  readonly what: 'OPEN' | 'CLOSE' | 'FREEZE' | 'LOOK';
  readonly on: IsoDate;
}

/** What a season must know of its own past to say what comes next. */
export interface SeasonProgress {
  readonly dates: SeasonDates;
  /** The day on which figures are frozen next; null before it has opened. */
  readonly freezesOn: IsoDate | null;
  /** The day on which it is next looked whether every return has ended; null while returns come in. */
  readonly looksOn: IsoDate | null;
}

/** What comes next in a season, or null when nothing does. While it is paused its days stand still; figures are frozen all the same. */
export function nextInSeason(
  state: SeasonState,
  { dates, freezesOn, looksOn }: SeasonProgress,
): SeasonAppointment | null {
  if (state === 'PLANNED') return { what: 'OPEN', on: dates.opensOn };
  if (state === 'COMPLETED' || state === 'CANCELLED') return null;
  const appointments: (SeasonAppointment | null)[] = [
    freezesOn === null ? null : { what: 'FREEZE', on: freezesOn },
    state === 'OPEN' ? { what: 'CLOSE', on: addCalendarDays(lastClosing(dates), 1) } : null,
    state === 'CLOSED_FOR_RETURNS' && looksOn !== null ? { what: 'LOOK', on: looksOn } : null,
  ];
  return appointments.reduce(
    (next, each) => (each !== null && (next === null || each.on < next.on) ? each : next),
    null,
  );
}

/** The last day on which any organisation's return takes part. */
export const lastClosing = ({ toSupervisor, toRegistry, foundationToRegistry }: SeasonDates): IsoDate =>
  [toSupervisor, toRegistry, foundationToRegistry].reduce((last, day) => (day > last ? day : last));

/** The first day of the month after a day: on it the figures as of the end of the day's month are frozen. */
export const nextMonthBegins = (day: IsoDate): IsoDate => addMonths(parseIsoDate(`${day.slice(0, 7)}-01`), 1);
