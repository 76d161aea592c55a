import { describe, expect, it } from '@jest/globals';

import { partyCoverage } from './party-coverage.rule.js';

const party = (status: string, temporary = true, countsInCoverage = true) => ({ status, temporary, countsInCoverage });
const nothing = { partyOrganisations: [], instructorPaired: false, threeOnesComplete: false };

describe('Party coverage of an organisation', () => {
  it.each([
    ['an active formal branch', party('ACTIVE', false)],
    ['an active temporary branch', party('ACTIVE')],
    ['a temporary branch in its grace period', party('EXPIRING')],
  ])('is given by %s', (_what, one) => {
    expect(partyCoverage({ ...nothing, partyOrganisations: [party('REVOKED'), one] })).toBe('COVERED');
  });

  it.each([
    ['an expired temporary branch', party('EXPIRED')],
    ['a branch that is approved but not filed', party('FILING')],
    ['one that does not count', party('ACTIVE', true, false)],
  ])('is not given by %s', (_what, one) => {
    expect(partyCoverage({ ...nothing, partyOrganisations: [one] })).toBe('NONE');
  });

  it('is of work only with an instructor or the complete three ones', () => {
    expect(partyCoverage({ ...nothing, instructorPaired: true })).toBe('WORK_ONLY');
    expect(partyCoverage({ ...nothing, threeOnesComplete: true })).toBe('WORK_ONLY');
  });
});
