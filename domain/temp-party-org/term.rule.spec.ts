import fc from 'fast-check';

import { addCalendarDays, daysBetween, parseIsoDate as day } from '#domain/calendar/iso-date.js';
import {
  assertReplyAfterAcceptance,
  assertTermMatches,
  endedByReElection,
  extendedByPostponement,
  termFrom,
} from './term.rule.js';

const council = { councilTermStart: day('2025-06-01'), councilTermEnd: day('2030-05-31') };
const TERM = { termStart: day('2026-03-10'), termEnd: day('2030-05-31') };

describe('the term of a temporary Party organisation', () => {
  it("runs from the reply to the end of the council's term", () => {
    expect(termFrom({ ...council, replyDate: day('2026-03-10') })).toEqual(TERM);
    expect(termFrom({ ...council, replyDate: council.councilTermEnd }).termEnd).toBe('2030-05-31');
  });

  it("is refused when the council's term is over, or runs backwards", () => {
    expect(() => termFrom({ ...council, replyDate: day('2030-06-01') })).toThrow('TPO_COUNCIL_TERM_EXPIRED');
    const backwards = { councilTermStart: council.councilTermEnd, councilTermEnd: council.councilTermStart };
    expect(() => termFrom({ ...backwards, replyDate: day('2026-03-10') })).toThrow('DATE_ORDER');
  });

  it('is copied, never typed', () => {
    expect(() => assertTermMatches('2030-05-30', '2030-05-31')).toThrow('TPO_TERM_MISMATCH');
    expect(() => assertTermMatches('2030-05-31', '2030-05-31')).not.toThrow();
    expect(() => assertTermMatches(undefined, '2030-05-31')).not.toThrow();
  });

  it('ends on the day of an early re-election, which lies within it', () => {
    expect(endedByReElection(TERM, day('2028-04-01'))).toEqual({ ...TERM, termEnd: '2028-04-01' });
    expect(endedByReElection(TERM, TERM.termStart).termEnd).toBe(TERM.termStart);
    expect(() => endedByReElection(TERM, addCalendarDays(TERM.termStart, -1))).toThrow('DATE_ORDER');
    expect(() => endedByReElection(TERM, addCalendarDays(TERM.termEnd, 1))).toThrow('DATE_ORDER');
  });

  it('is extended by exactly the days by which the council election was postponed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), (days) => {
        const extended = extendedByPostponement(TERM, TERM.termEnd, addCalendarDays(TERM.termEnd, days));
        expect(daysBetween(TERM.termEnd, extended.termEnd)).toBe(days);
        expect(extended.termStart).toBe(TERM.termStart);
      }),
    );
    expect(() => extendedByPostponement(TERM, TERM.termEnd, TERM.termEnd)).toThrow('DATE_ORDER');
  });

  it('begins with a reply that is not dated before the acceptance', () => {
    expect(() => assertReplyAfterAcceptance(day('2026-03-09'), day('2026-03-10'))).toThrow('DATE_ORDER');
    expect(() => assertReplyAfterAcceptance(day('2026-03-10'), day('2026-03-10'))).not.toThrow();
  });
});
