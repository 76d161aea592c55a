import { describe, expect, it } from '@jest/globals';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { assertMembership } from './membership.rule.js';

const TODAY = parseIsoDate('2026-11-22');
const since = (date: string | null) => (date === null ? null : parseIsoDate(date));
const membership = (status: 'FULL' | 'PROBATIONARY', fullSince: string | null) => () =>
  assertMembership({ status, fullSince: since(fullSince), homePartyOrgId: null }, TODAY);

describe('Party membership', () => {
  it('of a full member has its day, today at the latest', () => {
    expect(membership('FULL', '2026-11-22')).not.toThrow();
    expect(membership('FULL', null)).toThrow('FIELD_INVALID');
    expect(membership('FULL', '2026-11-23')).toThrow('FIELD_INVALID');
  });

  it('of a probationary member has none', () => {
    expect(membership('PROBATIONARY', null)).not.toThrow();
    expect(membership('PROBATIONARY', '2025-01-01')).toThrow('FIELD_INVALID');
  });
});
