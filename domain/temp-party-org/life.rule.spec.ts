import fc from 'fast-check';

import { addCalendarDays, parseIsoDate as day } from '#domain/calendar/iso-date.js';
import { startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { causeIsGone, type LifeFacts, nextLifeEvent, noticesDue } from './life.rule.js';
import { DEFAULT_SETTINGS } from './settings.js';

const END = day('2030-05-31');
const life = (more: Partial<LifeFacts> = {}): LifeFacts => ({
  term: { termStart: day('2026-03-10'), termEnd: END },
  councilTermEnd: END,
  lowSince: null,
  renewal: null,
  noticed: [],
  declined: [],
  ...more,
});
const at = (daysBefore: number): number => startOfDayShanghai(addCalendarDays(END, -daysBefore));

describe('what time brings to a temporary Party organisation', () => {
  it('tells the end of its term at 90 days, and then begins its expiry', () => {
    expect(nextLifeEvent(life(), false, DEFAULT_SETTINGS)).toEqual({ at: at(90), event: { kind: 'NOTICE', days: 90 } });
    expect(nextLifeEvent(life({ noticed: [90] }), false, DEFAULT_SETTINGS)).toEqual({
      at: at(90),
      event: { kind: 'EXPIRE', cause: 'TERM_ENDS' },
    });
  });

  it('goes on telling it at 60 and 30 days while it expires, and then brings nothing more', () => {
    expect(nextLifeEvent(life({ noticed: [90] }), true, DEFAULT_SETTINGS)?.at).toBe(at(60));
    expect(nextLifeEvent(life({ noticed: [90, 60] }), true, DEFAULT_SETTINGS)?.at).toBe(at(30));
    expect(nextLifeEvent(life({ noticed: [90, 60, 30] }), true, DEFAULT_SETTINGS)).toBeNull();
  });

  it('gives several notices whose day has come as one', () => {
    expect(noticesDue(life(), at(91), DEFAULT_SETTINGS)).toEqual([]);
    expect(noticesDue(life(), at(45), DEFAULT_SETTINGS)).toEqual([90, 60]);
    expect(noticesDue(life(), at(0), DEFAULT_SETTINGS)).toEqual([90, 60, 30]);
  });

  it('begins the expiry when fewer than three members count for 90 days, not for 89', () => {
    const low = life({ lowSince: day('2027-01-01') });
    const next = nextLifeEvent(low, false, DEFAULT_SETTINGS);
    expect(next?.event).toEqual({ kind: 'EXPIRE', cause: 'MEMBERS_LOST' });
    expect(next?.at).toBe(startOfDayShanghai(day('2027-04-01')));
    expect(nextLifeEvent(low, true, DEFAULT_SETTINGS)?.event.kind).toBe('NOTICE');
  });

  it('never comes after the end of the term as long as it is active', () => {
    fc.assert(
      fc.property(fc.subarray([90, 60, 30]), fc.option(fc.integer({ min: 0, max: 1500 })), (noticed, low) => {
        const lowSince = low === null ? null : addCalendarDays(day('2026-03-10'), low);
        const next = nextLifeEvent(life({ noticed, lowSince }), false, DEFAULT_SETTINGS);
        expect(next).not.toBeNull();
        expect(next?.at).toBeLessThanOrEqual(at(30));
      }),
    );
  });
});

describe('the cause of an expiry', () => {
  it('is gone when enough members count again', () => {
    expect(causeIsGone('MEMBERS_LOST', life(), day('2027-05-01'), DEFAULT_SETTINGS)).toBe(true);
    expect(
      causeIsGone('MEMBERS_LOST', life({ lowSince: day('2027-01-01') }), day('2027-05-01'), DEFAULT_SETTINGS),
    ).toBe(false);
  });

  it('is gone when the term was extended so that more than 90 days are left', () => {
    expect(causeIsGone('TERM_ENDS', life(), addCalendarDays(END, -91), DEFAULT_SETTINGS)).toBe(true);
    expect(causeIsGone('TERM_ENDS', life(), addCalendarDays(END, -90), DEFAULT_SETTINGS)).toBe(false);
  });

  it('is never gone after an early re-election: the term has ended', () => {
    expect(causeIsGone('COUNCIL_RE_ELECTED', life(), day('2026-04-01'), DEFAULT_SETTINGS)).toBe(false);
  });
});
