import { describe, expect, it } from '@jest/globals';
import { partyBuildingPapers } from './party-building-papers.js';

describe('Party-building papers of a registration', () => {
  it('are complete with the charter and the member table', () => {
    expect(partyBuildingPapers({ CHARTER_PARTY_BUILDING: true, PARTY_MEMBER_TABLE: true })).toEqual({
      complete: true,
      missing: [],
    });
  });

  it('are told all at once when they are missing', () => {
    expect(partyBuildingPapers({ CHARTER_PARTY_BUILDING: true, PARTY_MEMBER_TABLE: false }).missing).toEqual([
      'PARTY_MEMBER_TABLE',
    ]);
    expect(partyBuildingPapers({ CHARTER_PARTY_BUILDING: false, PARTY_MEMBER_TABLE: false })).toEqual({
      complete: false,
      missing: ['CHARTER_PARTY_BUILDING', 'PARTY_MEMBER_TABLE'],
    });
  });
});
