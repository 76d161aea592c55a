import type { Pool } from 'pg';

import { workCalendar } from '#domain/calendar/work-calendar.js';
import type { CalendarYear, WorkCalendar } from '#domain/calendar/work-calendar.js';
import type { Tx } from './transaction.js';

const FRESH_MS = 5_000;

/**
 * Reads the table of calendar years, at most once in five seconds, so that a newly imported year counts soon and records stay fast. Within a
 * transaction it is read through that: whoever holds a connection must not wait for another one.
 */
export function loadedCalendar(pool: Pool): (within?: Tx) => Promise<WorkCalendar> {
  let loaded: { readonly at: number; readonly calendar: Promise<WorkCalendar> } | undefined;
  return (within = pool) => {
    if (loaded === undefined || Date.now() - loaded.at > FRESH_MS) {
      const calendar = readCalendar(within);
      const mine = { at: Date.now(), calendar };
      loaded = mine;
      calendar.catch(() => {
        if (loaded === mine) loaded = undefined;
      });
    }
    return loaded.calendar;
  };
}

async function readCalendar(tx: Tx): Promise<WorkCalendar> {
  const { rows } = await tx.query<CalendarYear>('SELECT year, holidays, "makeUpDays", source FROM "CalendarYear"');
  return workCalendar(rows);
}
