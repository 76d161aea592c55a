import { describe, expect, it } from '@jest/globals';
import { CHINA_HOLIDAYS } from './china-holidays.js';
import { parseIsoDate } from './iso-date.js';
import { isWorkingDay, workCalendar } from './work-calendar.js';

const china = workCalendar(CHINA_HOLIDAYS);
const worked = (day: string) => isWorkingDay(china, parseIsoDate(day));

describe('the work calendar of mainland China', () => {
  it('has every year from 2004 to 2026, each from an official notice', () => {
    expect(CHINA_HOLIDAYS.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    expect(CHINA_HOLIDAYS.every(({ source }) => source === 'OFFICIAL')).toBe(true);
  });

  it.each([
    '2026-10-10',
    '2020-01-19',
    '2021-09-26',
    '2022-10-09',
    '2023-06-25',
    '2024-05-11',
    '2025-09-28',
    '2026-02-14',
  ])('works on the make-up day %s, a weekend', (day) => expect(worked(day)).toBe(true));

  it.each(['2020-01-31', '2022-10-07', '2023-01-27', '2024-02-12', '2025-10-08', '2026-02-23', '2015-09-03'])(
    'rests on the weekday %s',
    (day) => expect(worked(day)).toBe(false),
  );

  it('rested until 2 February 2020, when the Spring Festival was extended, and worked on the 3rd', () => {
    expect(worked('2020-02-01')).toBe(false);
    expect(worked('2020-02-03')).toBe(true);
  });

  it('makes up weekend days only, and rests on statutory days in each year', () => {
    for (const { makeUpDays, year } of CHINA_HOLIDAYS) {
      expect(makeUpDays.every((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toBe(true);
      expect([`${year}-01-01`, `${year}-05-01`, `${year}-10-01`, `${year}-10-03`].map(worked)).not.toContain(true);
    }
  });

  it('says which year it has no data for', () => {
    expect(() => worked('2027-01-04')).toThrow(
      expect.objectContaining({
        code: 'CALENDAR_MISSING',
        refusal: expect.objectContaining({ status: 422, details: { year: 2027 } }),
      }),
    );
  });

  it('refuses data that contradict themselves', () => {
    const year = { year: 2030, holidays: ['2030-01-01'], makeUpDays: [], source: 'DEMONSTRATION' } as const;

    expect(() => workCalendar([year, year])).toThrow('CALENDAR_INVALID');
    expect(() => workCalendar([{ ...year, makeUpDays: ['2030-01-01'] }])).toThrow('CALENDAR_INVALID');
    expect(() => workCalendar([{ ...year, holidays: ['2031-01-01'] }])).toThrow('CALENDAR_INVALID');
    expect(() => workCalendar([{ ...year, holidays: ['2030-02-30'] }])).toThrow('FIELD_INVALID');
  });
});
