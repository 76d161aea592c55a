import fc from 'fast-check';

import { CHINA_HOLIDAYS } from '#domain/calendar/china-holidays.js';
import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import { endOfDayShanghai, shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import { countWorkingDays } from '#domain/calendar/working-days.js';
import { limitDue } from './limit-due.rule.js';
import { resumedDue } from './resumed-due.rule.js';

const calendar = workCalendar(CHINA_HOLIDAYS);
const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
const end = (day: string) => endOfDayShanghai(parseIsoDate(day));

describe('the due date after a pause', () => {
  it('moves by the working days of the pause; the holiday within it costs nobody anything', () => {
    const pause = {
      due: end('2026-09-30'),
      unit: 'WD',
      pausedAt: noon('2026-09-29'),
      resumedAt: noon('2026-10-09'),
    } as const;
    // 30 September, 8 and 9 October were worked; 10 October is a make-up Saturday.
    expect(resumedDue(calendar, pause)).toBe(end('2026-10-10'));
  });

  it('moves by calendar days for a limit in calendar days, then on to a working day', () => {
    const pause = {
      due: end('2026-09-24'),
      unit: 'CD',
      pausedAt: noon('2026-09-22'),
      resumedAt: noon('2026-09-30'),
    } as const;
    expect(resumedDue(calendar, pause)).toBe(end('2026-10-08'));
  });

  it('stays when the clock ran again on the same day, or only days off lay between', () => {
    const due = end('2026-03-20');
    expect(resumedDue(calendar, { due, unit: 'WD', pausedAt: noon('2026-03-10'), resumedAt: noon('2026-03-10') })).toBe(
      due,
    );
    expect(resumedDue(calendar, { due, unit: 'WD', pausedAt: noon('2026-03-13'), resumedAt: noon('2026-03-15') })).toBe(
      due,
    );
  });

  it('is unknown beyond the calendar', () => {
    const pause = {
      due: end('2026-12-30'),
      unit: 'WD',
      pausedAt: noon('2026-12-20'),
      resumedAt: noon('2026-12-30'),
    } as const;
    expect(resumedDue(calendar, pause)).toBeNull();
  });

  it('leaves as many working days as there were when the clock stopped', () => {
    const days = (most: number) => fc.integer({ min: 0, max: most });
    fc.assert(
      fc.property(days(200), fc.integer({ min: 1, max: 30 }), days(20), days(40), (start, length, before, paused) => {
        const first = addCalendarDays(parseIsoDate('2026-01-05'), start);
        const due = limitDue(calendar, { unit: 'WD', length, from: noon(first) });
        const stop = addCalendarDays(first, before);
        if (due === null || stop >= shanghaiDate(due)) return;
        const go = addCalendarDays(stop, paused);
        const moved = resumedDue(calendar, { due, unit: 'WD', pausedAt: noon(stop), resumedAt: noon(go) });
        if (moved === null) return;
        const left = (from: typeof stop, to: number) =>
          countWorkingDays(calendar, addCalendarDays(from, 1), shanghaiDate(to));
        expect(left(go, moved)).toBe(left(stop, due));
      }),
    );
  });
});
