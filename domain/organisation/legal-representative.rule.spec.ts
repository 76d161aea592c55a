import { describe, expect, it } from '@jest/globals';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { assertLegalRepresentative } from './legal-representative.rule.js';
import type { LegalRepresentation } from './legal-representative.rule.js';

const post = (organisationId: string, personId: string, from: string, to: string | null, socialGroup = true) => ({
  organisationId,
  personId,
  from: parseIsoDate(from),
  to: to === null ? null : parseIsoDate(to),
  socialGroup,
});
const LI = post('o1', 'li', '2026-01-01', null);
const assertion =
  (...held: LegalRepresentation[]) =>
  () =>
    assertLegalRepresentative(LI, held);

describe('legal representative', () => {
  it('is refused while the organisation has another one, or the same one twice', () => {
    expect(assertion(post('o1', 'wang', '2020-01-01', null))).toThrow(
      expect.objectContaining({ code: 'LEGAL_REP_TAKEN' }),
    );
    expect(assertion(post('o1', 'wang', '2020-01-01', '2026-01-01'))).toThrow('LEGAL_REP_TAKEN');
    expect(assertion(post('o1', 'li', '2025-01-01', null))).toThrow('LEGAL_REP_TAKEN');
  });

  it('is accepted the day after the last one left', () => {
    expect(assertion(post('o1', 'wang', '2020-01-01', '2025-12-31'))).not.toThrow();
  });

  it('is refused to a person who represents another social group, and only then', () => {
    expect(assertion(post('o2', 'li', '2020-01-01', null))).toThrow('LEGAL_REP_OF_ANOTHER_GROUP');
    expect(assertion(post('o2', 'li', '2020-01-01', null, false))).not.toThrow();
    expect(assertion(post('o2', 'wang', '2020-01-01', null))).not.toThrow();
  });
});
