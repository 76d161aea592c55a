import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHINA_HOLIDAYS } from './china-holidays.js';
import { addCalendarDays, parseIsoDate } from './iso-date.js';
import { isWorkingDay, workCalendar } from './work-calendar.js';
import { addWorkingDays, countWorkingDays, limitEnd } from './working-days.js';

const china = workCalendar(CHINA_HOLIDAYS);
const day = (text: string) => parseIsoDate(text);

describe('working days', () => {
  it('begins to count on the day after the trigger', () => {
    expect(addWorkingDays(china, day('2021-08-17'), 5)).toBe('2021-08-24');
  });

  it('steps over the National Day holiday of 2026 to the make-up Saturday', () => {
    expect(addWorkingDays(china, day('2026-09-28'), 5)).toBe('2026-10-10');
  });

  it('ends a limit of 0 days on the day itself, or on the next working day', () => {
    expect(addWorkingDays(china, day('2026-03-10'), 0)).toBe('2026-03-10');
    expect(addWorkingDays(china, day('2026-10-01'), 0)).toBe('2026-10-08');
  });

  it('counts both ends', () => {
    expect(countWorkingDays(china, day('2012-12-20'), day('2012-12-26'))).toBe(5);
    expect(countWorkingDays(china, day('2026-10-10'), day('2026-10-10'))).toBe(1);
    expect(countWorkingDays(china, day('2026-10-01'), day('2026-10-07'))).toBe(0);
  });

  it('moves a limit in calendar days that ends on a day off to the next working day', () => {
    expect(limitEnd(china, { from: day('2026-09-01'), unit: 'CD', n: 30 })).toBe('2026-10-08');
    expect(limitEnd(china, { from: day('2026-09-01'), unit: 'CD', n: 29 })).toBe('2026-09-30');
    expect(limitEnd(china, { from: day('2026-09-26'), unit: 'CD', n: 14 })).toBe('2026-10-10');
    expect(limitEnd(china, { from: day('2026-09-28'), unit: 'WD', n: 5 })).toBe('2026-10-10');
  });

  it.each([
    ['a trigger in a year without data', () => addWorkingDays(china, day('2031-01-01'), 5), 2031],
    ['a trigger on the last day of such a year', () => addWorkingDays(china, day('2003-12-31'), 1), 2003],
    ['a limit that runs into one', () => addWorkingDays(china, day('2026-12-30'), 2), 2027],
    [
      'a limit in calendar days that ends in one',
      () => limitEnd(china, { from: day('2026-12-20'), unit: 'CD', n: 30 }),
      2027,
    ],
    ['a limit of 0 in one', () => addWorkingDays(china, day('2031-01-01'), 0), 2031],
    ['a count that crosses into one', () => countWorkingDays(china, day('2026-12-30'), day('2027-01-04')), 2027],
  ])('refuses %s', (_what, attempt, year) => {
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'CALENDAR_MISSING', refusal: expect.objectContaining({ details: { year } }) }),
    );
  });

  it('refuses negative and broken lengths and a span that ends before it begins', () => {
    expect(() => addWorkingDays(china, day('2026-03-10'), -1)).toThrow('FIELD_INVALID');
    expect(() => addWorkingDays(china, day('2026-03-10'), 1.5)).toThrow('FIELD_INVALID');
    expect(() => limitEnd(china, { from: day('2026-03-10'), unit: 'CD', n: -1 })).toThrow('FIELD_INVALID');
    expect(() => countWorkingDays(china, day('2026-03-10'), day('2026-03-09'))).toThrow('FIELD_INVALID');
  });

  it('counts after the trigger as many days as were added, and ends on a working day', () => {
    const offset = fc.integer({ min: 0, max: 8000 });
    fc.assert(
      fc.property(offset, fc.integer({ min: 1, max: 60 }), (start, n) => {
        const from = addCalendarDays(day('2004-01-01'), start);
        const end = addWorkingDays(china, from, n);
        expect(isWorkingDay(china, end)).toBe(true);
        expect(countWorkingDays(china, addCalendarDays(from, 1), end)).toBe(n);
      }),
    );
  });
});
