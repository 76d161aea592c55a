import { expect, it } from '@jest/globals';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { assertEnding, endingFault } from './ending.rule.js';

const TODAY = parseIsoDate('2027-03-10');
const ending = (legalStatus: 'CANCELLED' | 'REVOKED' | 'REGISTERED', endedOn: string) => ({
  legalStatus,
  registeredAt: parseIsoDate('2019-05-01'),
  endedOn: parseIsoDate(endedOn),
});

it('an organisation ends on a day between its registration and today', () => {
  expect(endingFault(ending('CANCELLED', '2027-03-10'), TODAY)).toBeNull();
  expect(endingFault(ending('REVOKED', '2019-05-01'), TODAY)).toBeNull();
});

it.each([
  ['in the future', 'CANCELLED', '2027-03-11'],
  ['before its registration', 'REVOKED', '2019-04-30'],
  ['of one that is registered', 'REGISTERED', '2027-03-10'],
] as const)('a day of ending %s is refused', (_why, status, endedOn) => {
  expect(() => {
    assertEnding(ending(status, endedOn), TODAY);
  }).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
});
