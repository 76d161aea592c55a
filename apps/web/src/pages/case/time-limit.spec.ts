import { describe, expect, it } from '@jest/globals';

import { endOfDayShanghai, startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import { limitDays } from './time-limit.js';

const calendar = workCalendar([
  { year: 2026, source: 'DEMONSTRATION', holidays: ['2026-05-01'], makeUpDays: ['2026-05-09'] },
]);
const at = (day: string) => startOfDayShanghai(parseIsoDate(day)) + 10 * 3_600_000;
const until = (day: string) => endOfDayShanghai(parseIsoDate(day));

describe('the days of a limit', () => {
  it('counts working days from the next day on, past weekends and holidays, with make-up days', () => {
    const days = limitDays(calendar, {
      openedAt: at('2026-04-30'),
      dueAt: until('2026-05-11'),
      unit: 'WD',
      pauses: [],
    });

    expect(days.map(({ n }) => n)).toEqual([null, null, null, null, 1, 2, 3, 4, 5, 6, null, 7]);
    expect(days.map(({ kind }) => kind).slice(0, 3)).toEqual(['TRIGGER', 'OFF', 'OFF']);
  });

  it('does not count days that begin while the clock stands', () => {
    const pauses = [{ from: at('2026-05-05'), to: at('2026-05-07') }];

    const days = limitDays(calendar, { openedAt: at('2026-05-04'), dueAt: until('2026-05-08'), unit: 'WD', pauses });

    expect(days.map(({ kind }) => kind)).toEqual(['TRIGGER', 'COUNTED', 'PAUSED', 'PAUSED', 'COUNTED']);
  });
});
