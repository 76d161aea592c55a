import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import { conflictOfInterest } from './conflict-of-interest.rule.js';
import type { Bond } from './conflict-of-interest.rule.js';

const TODAY = parseIsoDate('2026-11-22');
const bond = (from: string, to: string | null, more: Partial<Bond> = {}): Bond => ({
  organisationId: 'o1',
  post: 'EMPLOYEE',
  from: parseIsoDate(from),
  to: to === null ? null : parseIsoDate(to),
  ...more,
});
const conflict = (...posts: Bond[]) =>
  conflictOfInterest({ posts, organisationId: 'o1', today: TODAY, recusalYears: 2 });

describe('conflict of interest', () => {
  it.each(['CHAIR', 'EMPLOYEE', 'MEMBER', 'SUPERVISOR'] as const)('bars a present %s', (post) => {
    expect(conflict(bond('2020-01-01', null, { post }))).toEqual({ kind: 'HOLDS_POST', post, until: null });
  });

  it('bars on the last day in post', () => {
    expect(conflict(bond('2020-01-01', '2026-11-22'))?.kind).toBe('HOLDS_POST');
  });

  it.each([
    ['yesterday', '2026-11-21', '2028-11-21'],
    ['a day less than two years ago', '2024-11-23', '2026-11-23'],
  ])('bars somebody who left %s', (_when, to, until) => {
    expect(conflict(bond('2020-01-01', to))).toEqual({ kind: 'LEFT_RECENTLY', post: 'EMPLOYEE', until });
  });

  it.each(['2024-11-22', '2024-11-21', '2010-01-01'])(
    'is free exactly two years after leaving, and later (%s)',
    (to) => {
      expect(conflict(bond('2000-01-01', to))).toBeNull();
    },
  );

  it('counts two years from 29 February to 28 February', () => {
    const posts = [bond('2020-01-01', '2024-02-29')];
    const on = (today: string) =>
      conflictOfInterest({ posts, organisationId: 'o1', today: parseIsoDate(today), recusalYears: 2 });

    expect(on('2026-02-27')?.until).toBe('2026-02-28');
    expect(on('2026-02-28')).toBeNull();
  });

  it('does not mind another organisation or a post that begins tomorrow', () => {
    expect(conflict(bond('2020-01-01', null, { organisationId: 'o2' }), bond('2026-11-23', null))).toBeNull();
  });

  it('names the bond that bars longest', () => {
    const posts = [bond('2020-01-01', '2025-01-31'), bond('2020-01-01', '2026-03-31', { post: 'SUPERVISOR' })];

    expect(conflict(...posts)).toEqual({ kind: 'LEFT_RECENTLY', post: 'SUPERVISOR', until: '2028-03-31' });
    expect(conflict(...posts.reverse())?.post).toBe('SUPERVISOR');
  });

  it('never frees anybody by one more bond', () => {
    const day = fc.integer({ min: -1500, max: 400 }).map((n) => addCalendarDays(TODAY, n));
    const bonds = fc.array(
      fc.tuple(day, fc.option(day)).map(([from, to]) => bond(from, to === null || to < from ? null : to)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(bonds, bonds, (some, more) => conflict(...some) === null || conflict(...some, ...more) !== null),
    );
  });
});
