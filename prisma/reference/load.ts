import { CHINA_HOLIDAYS } from '#domain/calendar/china-holidays.js';
import type { CalendarYear } from '#domain/calendar/work-calendar.js';
import { openDatabase } from '../client.js';
import type { Database } from '../client.js';

/**
 * What every installation needs before the first case: the official calendars. Safe to run again; a year that a notice has since been
 * published for replaces its demonstration. Units, organisations and people are the installation's own.
 */
export async function loadReference(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl);
  try {
    await database.transact(loadOfficialCalendars);
  } finally {
    await database.close();
  }
}

/** The official years, never over a year that an administrator has corrected. */
export async function loadOfficialCalendars(tx: Database): Promise<void> {
  const years = CHINA_HOLIDAYS.map((entry) => entry.year);
  await tx.rows.calendarYear.deleteMany({ where: { year: { in: years }, source: 'DEMONSTRATION' } });
  await loadCalendars(tx, CHINA_HOLIDAYS);
}

/** Adds the years that are not there yet. */
export async function loadCalendars(tx: Database, calendars: readonly CalendarYear[]): Promise<void> {
  const data = calendars.map(({ year, source, holidays, makeUpDays }) => ({
    year,
    source,
    holidays: [...holidays],
    makeUpDays: [...makeUpDays],
  }));
  await tx.rows.calendarYear.createMany({ data, skipDuplicates: true });
}
