import { datedDays } from '#domain/calendar/dated-days.js';
import type { CalendarYear } from '#domain/calendar/work-calendar.js';

const YEARS = [2027, 2028, 2029, 2030, 2031, 2032];

/**
 * Invented calendars for the years without a notice, so that the demonstration can run on: weekends and the holidays with a fixed date,
 * no make-up workdays. Marked DEMONSTRATION and never loaded for real cases.
 */
export const DEMONSTRATION_CALENDARS: readonly CalendarYear[] = YEARS.map((year) => ({
  year,
  holidays: datedDays(year, '01-01 05-01..05-03 10-01..10-03'),
  makeUpDays: [],
  source: 'DEMONSTRATION',
}));
