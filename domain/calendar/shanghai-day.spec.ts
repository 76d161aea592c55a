import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseIsoDate } from './iso-date.js';
import { endOfDayShanghai, shanghaiDate, startOfDayShanghai } from './shanghai-day.js';

describe('days in Shanghai', () => {
  it('ends a limit at 23:59:59.999 of Shanghai', () => {
    expect(endOfDayShanghai(parseIsoDate('2026-03-10'))).toBe(Date.parse('2026-03-10T23:59:59.999+08:00'));
  });

  it('counts 23:59 on day 5 as day 5, and a minute later as day 6', () => {
    expect(shanghaiDate(Date.parse('2026-03-15T15:59:59.999Z'))).toBe('2026-03-15');
    expect(shanghaiDate(Date.parse('2026-03-15T16:00:00Z'))).toBe('2026-03-16');
  });

  it('finds the day of every instant between its start and its end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (instant) => {
        const day = shanghaiDate(instant);
        expect(startOfDayShanghai(day)).toBeLessThanOrEqual(instant);
        expect(endOfDayShanghai(day)).toBeGreaterThanOrEqual(instant);
      }),
    );
  });
});
