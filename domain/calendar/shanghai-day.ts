import { addCalendarDays, DAY_MS, parseIsoDate } from './iso-date.js';
import type { IsoDate } from './iso-date.js';

// Asia/Shanghai has kept +08:00 without daylight saving since September 1991; every case is later than that.
const OFFSET_MS = 8 * 3_600_000;

/** Epoch milliseconds of 00:00:00.000 of the day in Asia/Shanghai. */
export function startOfDayShanghai(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) - OFFSET_MS;
}

/** Epoch milliseconds of 23:59:59.999 of the day in Asia/Shanghai: when a limit ends (specification C4). */
export function endOfDayShanghai(date: IsoDate): number {
  return startOfDayShanghai(date) + DAY_MS - 1;
}

/** The day that it is in Asia/Shanghai at an instant, given in epoch milliseconds. */
export function shanghaiDate(epochMs: number): IsoDate {
  const days = Math.floor((epochMs + OFFSET_MS) / DAY_MS);
  return addCalendarDays(parseIsoDate('1970-01-01'), days);
}
