import { CHINA_HOLIDAYS } from '#domain/calendar/china-holidays.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import { lastClosing, nextInSeason, nextMonthBegins } from './season-agenda.rule.js';
import { datesAfterPause, seasonDates } from './season-calendar.rule.js';

const day = (text: string) => parseIsoDate(text);
const dates = seasonDates(2025, workCalendar(CHINA_HOLIDAYS));
const underWay = { dates, freezesOn: day('2026-02-01'), looksOn: null };

describe('what comes by itself in a season', () => {
  it('is its opening, then the figures of each month, then the day after the last closing', () => {
    expect(nextInSeason('PLANNED', { dates, freezesOn: null, looksOn: null })).toEqual({
      what: 'OPEN',
      on: '2026-01-01',
    });
    expect(nextInSeason('OPEN', underWay)).toEqual({ what: 'FREEZE', on: '2026-02-01' });
    expect(nextInSeason('OPEN', { ...underWay, freezesOn: day('2026-07-01') })).toEqual({
      what: 'CLOSE',
      on: '2026-06-01',
    });
  });

  it('is never the closing while it is paused, and the closing comes later by the pause', () => {
    expect(nextInSeason('PAUSED', { ...underWay, freezesOn: day('2026-07-01') })).toEqual({
      what: 'FREEZE',
      on: '2026-07-01',
    });
    const moved = datesAfterPause(dates, day('2026-05-20'), day('2026-06-19'));
    expect(lastClosing(moved)).toBe('2026-06-30');
    expect(nextInSeason('OPEN', { ...underWay, dates: moved, freezesOn: day('2026-08-01') })).toEqual({
      what: 'CLOSE',
      on: '2026-07-01',
    });
  });

  it('is a look at what is still open, day by day, until it ends', () => {
    const closed = { ...underWay, freezesOn: day('2026-07-01'), looksOn: day('2026-06-02') };
    expect(nextInSeason('CLOSED_FOR_RETURNS', closed)).toEqual({ what: 'LOOK', on: '2026-06-02' });
    expect(nextInSeason('COMPLETED', closed)).toBeNull();
    expect(nextInSeason('CANCELLED', closed)).toBeNull();
  });

  it('counts months by the calendar', () => {
    expect(nextMonthBegins(day('2026-12-31'))).toBe('2027-01-01');
    expect(nextMonthBegins(day('2026-02-01'))).toBe('2026-03-01');
  });
});
