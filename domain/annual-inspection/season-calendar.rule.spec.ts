import { describe, expect, it } from '@jest/globals';
import { CHINA_HOLIDAYS } from '#domain/calendar/china-holidays.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import {
  assertExtension,
  closingAfterReturn,
  closingOf,
  datesAfterPause,
  lateNotice,
  missesSeason,
  remindersOf,
  seasonDates,
  timelinessOf,
} from './season-calendar.rule.js';
import { DEFAULT_SETTINGS } from './settings.js';
import { RETURN_TRANSITIONS } from './states.js';

const calendar = workCalendar(CHINA_HOLIDAYS);
const dates = seasonDates(2025, calendar);
const day = (text: string) => parseIsoDate(text);
const supervised = { foundationOrCharity: false, hasSupervisoryUnit: true };
const direct = { foundationOrCharity: false, hasSupervisoryUnit: false };
const foundation = { foundationOrCharity: true, hasSupervisoryUnit: false };

describe('the days of a season', () => {
  it('lie in the year after the inspected one', () => {
    expect(dates).toMatchObject({
      opensOn: '2026-01-01',
      toSupervisor: '2026-03-31',
      toRegistry: '2026-05-31',
      foundationToRegistry: '2026-03-31',
      extensionBefore: '2026-05-01',
    });
  });

  it('move off a Sunday where the registry says so', () => {
    const moving = { ...DEFAULT_SETTINGS, closingOnDayOff: 'NEXT_WORKING_DAY' as const };
    expect(seasonDates(2025, calendar, moving).toRegistry).toBe('2026-06-01');
    expect(() => seasonDates(2030, calendar, moving)).toThrow('CALENDAR_MISSING');
  });

  it('move with a pause when they still lay ahead', () => {
    const moved = datesAfterPause(dates, day('2026-04-10'), day('2026-04-20'));
    expect(moved).toMatchObject({
      toSupervisor: '2026-03-31',
      toRegistry: '2026-06-10',
      extensionBefore: '2026-05-11',
    });
    expect(() => datesAfterPause(dates, day('2026-04-10'), day('2026-04-09'))).toThrow('DATE_ORDER');
  });
});

describe('the closing of one organisation', () => {
  it.each([
    [supervised, 'SUPERVISOR', '2026-03-31', '2026-05-31'],
    [direct, 'REGISTRY', '2026-05-31', '2026-05-31'],
    [foundation, 'REGISTRY', '2026-03-31', '2026-03-31'],
    [{ ...foundation, hasSupervisoryUnit: true }, 'SUPERVISOR', '2026-03-31', '2026-03-31'],
  ] as const)('of %j is with %s by %s, and %s at the latest', (filer, to, due, closes) => {
    expect(closingOf(filer, dates)).toEqual({ to, due, closes });
  });

  it('is the granted day after an extension', () => {
    expect(closingOf(supervised, dates, day('2026-07-15'))).toMatchObject({ due: '2026-07-15', closes: '2026-07-15' });
  });

  it('gives the whole time to answer to whom an organ returned late', () => {
    const closing = closingOf(supervised, dates);
    expect(closingAfterReturn(closing, day('2026-05-29'), calendar).closes).toBe('2026-06-22');
    expect(closingAfterReturn(closing, day('2026-03-02'), calendar).closes).toBe('2026-05-31');
  });
});

describe('a return', () => {
  const closing = closingOf(supervised, dates);

  it.each([
    ['2026-03-31', 'IN_TIME'],
    ['2026-04-01', 'LATE'],
    ['2026-05-31', 'LATE'],
    ['2026-06-01', 'AFTER_CLOSE'],
  ] as const)('that is first filed on %s is %s', (on, timeliness) => {
    expect(timelinessOf(day(on), closing)).toBe(timeliness);
  });

  it('that is late is kept and its filer is told the day that passed', () => {
    expect(lateNotice(day('2026-06-01'), closing)?.refusal).toMatchObject({
      code: 'DEADLINE_PASSED',
      details: { due: '2026-03-31', kept: true },
    });
    expect(lateNotice(day('2026-03-31'), closing)).toBeNull();
  });

  it('misses the season only while it is with the applicant', () => {
    expect(Object.keys(RETURN_TRANSITIONS).filter((state) => missesSeason(state))).toEqual(['NOT_STARTED', 'DRAFT']);
  });
});

describe('an extension', () => {
  it('is asked for before 1 May and ends after the closing that it extends', () => {
    const closing = closingOf(direct, dates);
    const asked = (askedOn: string, until: string) => () =>
      assertExtension({ askedOn: day(askedOn), until: day(until) }, closing, dates);
    expect(asked('2026-04-30', '2026-06-30')).not.toThrow();
    expect(asked('2026-05-01', '2026-06-30')).toThrow('AI_EXTENSION_TOO_LATE');
    expect(asked('2026-04-30', '2026-05-31')).toThrow('DATE_ORDER');
  });
});

describe('reminders', () => {
  it('come 30, 10 and 3 days before, without those that can no longer come', () => {
    expect(remindersOf(day('2026-05-31'), day('2026-01-01')).map(({ on }) => on)).toEqual([
      '2026-05-01',
      '2026-05-21',
      '2026-05-28',
    ]);
    expect(remindersOf(day('2026-05-31'), day('2026-05-22'))).toEqual([{ daysBefore: 3, on: '2026-05-28' }]);
  });
});
