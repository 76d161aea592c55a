import { isoDayOf } from '../../../text/time.js';

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
const ZONE = '+08:00';

/** Nine in the morning of the day in Shanghai, with its offset. */
export const openingAt = (day: Date): string => `${isoDayOf(day)}T09:00:00${ZONE}`;

/** The last second of the day in Shanghai, with its offset. */
export const closingAt = (day: Date): string => `${isoDayOf(day)}T23:59:59${ZONE}`;

/** A point in time as a field of date and time shows it: the clock of Shanghai to the minute. Empty for what is no time. */
export function minuteIn(iso: string | undefined): string {
  const at = new Date(iso ?? '');
  return Number.isNaN(at.getTime()) ? '' : `${isoDayOf(at)}T${CLOCK.format(at)}`;
}

/** What was typed into a field of date and time, by the clock of Shanghai; `second` of that minute. */
export const momentAt = (typed: string, second: '00' | '59'): string | undefined =>
  typed === '' ? undefined : `${typed.slice(0, 16)}:${second}${ZONE}`;
