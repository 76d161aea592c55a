import { addCalendarDays, parseIsoDate } from './iso-date.js';
import type { IsoDate } from './iso-date.js';

/**
 * The days of a year written short, as a notice writes them: `01-01 10-01..10-07` are 1 January and 1 to 7 October.
 * Throws FIELD_INVALID for a day that does not exist in that year.
 */
export function datedDays(year: number, text: string): IsoDate[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [first = '', last = first] = part.split('..');
      return span(parseIsoDate(`${year}-${first}`), parseIsoDate(`${year}-${last}`));
    });
}

function span(first: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = first; day <= last; day = addCalendarDays(day, 1)) days.push(day);
  return days;
}
