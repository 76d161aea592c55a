import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays, daysBetween, isIsoDate, parseIsoDate, weekday, yearOf } from './iso-date.js';

describe('ISO dates', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', ''])(
    'refuses %p',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
      expect(() => parseIsoDate(text, 'meetingDate')).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
    },
  );

  it('names the field that was refused', () => {
    expect(() => parseIsoDate('tomorrow', 'meetingDate')).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ field: 'meetingDate', status: 400 }) }),
    );
  });

  it('knows the leap day of 2024, the year and the day of the week', () => {
    expect(isIsoDate('2024-02-29')).toBe(true);
    expect(yearOf(parseIsoDate('2026-11-22'))).toBe(2026);
    expect(weekday(parseIsoDate('2026-11-22'))).toBe(0);
  });

  it('goes forth and back by any number of days', () => {
    const days = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(days, days, (start, n) => {
        const from = addCalendarDays(parseIsoDate('2026-03-10'), start);
        const to = addCalendarDays(from, n);
        expect(daysBetween(from, to)).toBe(n);
        expect(addCalendarDays(to, -n)).toBe(from);
      }),
    );
  });

  it('refuses half a day', () => {
    expect(() => addCalendarDays(parseIsoDate('2026-03-10'), 0.5)).toThrow('FIELD_INVALID');
  });
});
