import type { CalendarYear } from '#domain/calendar/work-calendar.js';
import type { Database } from '../client.js';

/** Holidays and make-up workdays, one row a year. */
export function calendarStore({ rows }: Database) {
  return {
    /** The years that have data, in order. */
    async years(): Promise<number[]> {
      const found = await rows.calendarYear.findMany({ select: { year: true }, orderBy: { year: 'asc' } });
      return found.map(({ year }) => year);
    },

    /** One year's data, or null. */
    async byYear(year: number): Promise<CalendarYear | null> {
      const row = await rows.calendarYear.findUnique({ where: { year } });
      return row === null ? null : calendarYear(row);
    },

    /** Every year's data. */
    async all(): Promise<CalendarYear[]> {
      return (await rows.calendarYear.findMany({ orderBy: { year: 'asc' } })).map(calendarYear);
    },

    /** Sets a year's data. Due dates that were computed before stay; later ones follow it. */
    async put({ year, source, holidays, makeUpDays }: CalendarYear): Promise<void> {
      const data = { source, holidays: [...holidays], makeUpDays: [...makeUpDays] };
      await rows.calendarYear.upsert({
        where: { year },
        create: { year, ...data },
        update: { ...data, loadedAt: new Date() },
      });
    },
  };
}

interface Row {
  readonly year: number;
  readonly source: string;
  readonly holidays: string[];
  readonly makeUpDays: string[];
}

function calendarYear({ year, source, holidays, makeUpDays }: Row): CalendarYear {
  return { year, source: source === 'OFFICIAL' ? 'OFFICIAL' : 'DEMONSTRATION', holidays, makeUpDays };
}
