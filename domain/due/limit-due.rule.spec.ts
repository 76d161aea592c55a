import { CHINA_HOLIDAYS } from '#domain/calendar/china-holidays.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import { limitDue } from './limit-due.rule.js';

const calendar = workCalendar(CHINA_HOLIDAYS);
const beijing = (text: string) => Date.parse(`${text}+08:00`);

describe('the end of a limit', () => {
  it('is the last millisecond of the n-th working day in Shanghai, over a long holiday', () => {
    const from = beijing('2026-09-29T18:00:00');
    expect(limitDue(calendar, { unit: 'WD', length: 3, from })).toBe(beijing('2026-10-09T23:59:59.999'));
  });

  it('moves on to a working day when it is counted in calendar days', () => {
    const from = beijing('2026-09-28T09:00:00');
    expect(limitDue(calendar, { unit: 'CD', length: 5, from })).toBe(beijing('2026-10-08T23:59:59.999'));
  });

  it('counts from the day it is in Shanghai, not in Greenwich', () => {
    const from = Date.parse('2026-03-09T17:00:00Z'); // 10 March, 01:00, in Shanghai
    expect(limitDue(calendar, { unit: 'WD', length: 1, from })).toBe(beijing('2026-03-11T23:59:59.999'));
  });

  it('is unknown beyond the calendar', () => {
    expect(limitDue(calendar, { unit: 'WD', length: 10, from: beijing('2026-12-28T09:00:00') })).toBeNull();
  });
});
