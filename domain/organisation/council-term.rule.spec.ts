import { describe, expect, it } from '@jest/globals';

import { parseIsoDate as day } from '#domain/calendar/iso-date.js';
import { termAfterElection, termAfterPostponement } from './council-term.rule.js';

const PRESENT = { start: day('2021-06-01'), end: day('2026-05-31') };
const TODAY = day('2026-03-20');
const election = (heldOn: string, termStart: string, termEnd: string) => () =>
  termAfterElection(PRESENT, { heldOn: day(heldOn), termStart: day(termStart), termEnd: day(termEnd) }, TODAY);
const invalid = (field: string) =>
  expect.objectContaining({ code: 'COUNCIL_TERM_INVALID', refusal: expect.objectContaining({ field }) });

describe('council term', () => {
  it('begins anew with an election, also an early one held today', () => {
    expect(election('2026-03-20', '2026-03-20', '2031-03-19')()).toEqual({ start: '2026-03-20', end: '2031-03-19' });
    expect(election('2026-03-01', '2026-06-01', '2031-05-31')().start).toBe('2026-06-01');
  });

  it.each([
    ['an election that is still to come', 'heldOn', election('2026-03-21', '2026-04-01', '2031-03-31')],
    ['a term that begins before its election', 'termStart', election('2026-03-20', '2026-03-19', '2031-03-18')],
    ['a term that ends on the day it begins', 'termEnd', election('2026-03-20', '2026-04-01', '2026-04-01')],
    ['a term older than the present one', 'termStart', election('2021-05-01', '2021-06-01', '2026-05-31')],
  ])('refuses %s', (_what, field, recorded) => {
    expect(recorded).toThrow(invalid(field));
  });

  it('is extended by an approved postponement, and only to a later day', () => {
    expect(termAfterPostponement(PRESENT, { newTermEnd: day('2026-11-30') })).toEqual({
      start: PRESENT.start,
      end: '2026-11-30',
    });
    expect(() => termAfterPostponement(PRESENT, { newTermEnd: PRESENT.end })).toThrow(invalid('newTermEnd'));
    expect(() => termAfterPostponement(null, { newTermEnd: day('2030-01-01') })).toThrow(invalid('newTermEnd'));
  });
});
