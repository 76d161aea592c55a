import { describe, expect, it } from '@jest/globals';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { assertFirstReturn, assertReturnOwed, inspectionDuty } from './base.rule.js';
import type { BaseCandidate } from './base.rule.js';

const season = { inspectedYear: 2025, opensOn: parseIsoDate('2026-01-01') };
const group: BaseCandidate = {
  organisationId: 'o1',
  type: 'SOCIAL_GROUP',
  charity: false,
  legalStatus: 'REGISTERED',
  registeredAt: parseIsoDate('2020-05-01'),
  endedOn: null,
};
const duty = (changes: Partial<BaseCandidate>) => inspectionDuty({ ...group, ...changes }, season);

describe('the base of a season', () => {
  it.each([
    ['SOCIAL_GROUP', false, '2025-06-30', 'REQUIRED'],
    ['SOCIAL_GROUP', false, '2025-07-01', 'EXEMPT'],
    ['INDUSTRY_ASSOCIATION', false, '2025-07-01', 'EXEMPT'],
    ['PRIVATE_NON_ENTERPRISE', false, '2025-06-30', 'REQUIRED'],
    ['ELDER_CARE', false, '2025-07-01', 'EXEMPT'],
    ['FOUNDATION', false, '2025-12-31', 'REQUIRED'],
    ['FOUNDATION', false, '2026-01-01', 'EXEMPT'],
    ['SOCIAL_GROUP', true, '2025-12-31', 'REQUIRED'],
    ['CHARITY', false, '2025-12-31', 'REQUIRED'],
  ] as const)('has a %s (charity %p) registered on %s as %s', (type, charity, registered, standing) => {
    expect(duty({ type, charity, registeredAt: parseIsoDate(registered) }).standing).toBe(standing);
  });

  it.each([
    ['COMMUNITY_SOCIAL_ORG', 'FILED'],
    ['VOLUNTEER_TEAM', 'FILED'],
    ['SOCIAL_GROUP', 'PREPARING'],
    ['SOCIAL_GROUP', 'ILLEGAL'],
    ['SOCIAL_GROUP', 'REMOVED'],
    ['COMMUNITY_SOCIAL_ORG', 'REGISTERED'],
  ] as const)('leaves out a %s that is %s', (type, legalStatus) => {
    expect(duty({ type, legalStatus })).toMatchObject({ standing: 'OUTSIDE', ground: 'NOT_REGISTERED' });
  });

  it('keeps an organisation that is ordered to stop its activity', () => {
    expect(duty({ legalStatus: 'SUSPENDED' }).standing).toBe('REQUIRED');
  });

  it('exempts who was cancelled in the season and leaves out who had been before', () => {
    const cancelled = (on: string) => duty({ legalStatus: 'CANCELLED', endedOn: parseIsoDate(on) });
    expect(cancelled('2026-01-01')).toMatchObject({ standing: 'EXEMPT', ground: 'ENDED_IN_SEASON' });
    expect(cancelled('2025-12-31')).toMatchObject({ standing: 'OUTSIDE', ground: 'ENDED_BEFORE_SEASON' });
  });

  it('does not guess a registration date', () => {
    expect(duty({ registeredAt: null })).toMatchObject({
      standing: 'UNDECIDED',
      ground: 'REGISTRATION_DATE_MISSING',
      baseDate: '2025-06-30',
    });
  });
});

describe('a return that is not owed', () => {
  it('is refused with the ground', () => {
    expect(() => assertReturnOwed(duty({ registeredAt: parseIsoDate('2025-07-01') }))).toThrow('AI_EXEMPT');
    expect(() => assertReturnOwed(duty({ legalStatus: 'FILED' }))).toThrow('AI_OUTSIDE');
    expect(() => assertReturnOwed(duty({}))).not.toThrow();
  });

  it('is refused as the second of a year', () => {
    expect(() => assertFirstReturn(2025, 'M02-350211-2026-00001')).toThrow('AI_DUPLICATE_YEAR');
    expect(() => assertFirstReturn(2025, null)).not.toThrow();
  });
});
