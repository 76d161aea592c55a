import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays, parseIsoDate } from './iso-date.js';
import { addMonths, addYears, lastDayOfTerm } from './terms.js';

const day = (text: string) => parseIsoDate(text);

describe('terms', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('takes %s by %i months to %s', (from, n, to) => expect(addMonths(day(from), n)).toBe(to));

  it('takes the leap day to 28 February of a common year', () => {
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('ends a council term of five years from 1 June 2025 on 31 May 2030', () => {
    expect(lastDayOfTerm(day('2025-06-01'), 5)).toBe('2030-05-31');
    expect(lastDayOfTerm(day('2024-02-29'), 1)).toBe('2025-02-28');
  });

  it('keeps the order of days', () => {
    const offset = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(offset, offset, fc.integer({ min: -60, max: 60 }), (a, b, n) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((days) =>
          addCalendarDays(day('2000-01-01'), days),
        );
        expect(addMonths(first ?? day(''), n) <= addMonths(second ?? day(''), n)).toBe(true);
      }),
    );
  });

  it('refuses broken months and years that no date has', () => {
    expect(() => addMonths(day('2026-01-01'), 0.5)).toThrow('FIELD_INVALID');
    expect(() => addYears(day('2026-01-01'), 9000)).toThrow('FIELD_INVALID');
  });
});
