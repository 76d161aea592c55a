import { describe, expect, it } from '@jest/globals';
import { partySectionGaps } from './party-section.rule.js';
import type { PartySection } from './return-form.js';

const guided: PartySection = {
  instructorPersonId: 'p9',
  membersTotal: 1,
  membersTransferred: 0,
  charterPartyBuilding: true,
  lifeSessions: 0,
  themeDays: 1,
  majorMatters: 0,
  threeOnes: { instructor: true, themeDay: true, materials: true },
  workFundsFen: 0,
};
const { instructorPersonId: _instructor, ...unled } = guided;

describe('the Party-building section', () => {
  it('is complete with an instructor in place of a Party organisation', () => {
    expect(partySectionGaps(guided)).toEqual([]);
  });

  it('lacks what a Party organisation has to report', () => {
    expect(partySectionGaps({ ...guided, partyOrg: { type: 'BRANCH' } })).toEqual(['REPLY_DOC_NO', 'SECRETARY_REPORT']);
  });

  it('lacks somebody in charge, the charter, or everything', () => {
    expect(partySectionGaps(unled)).toEqual(['PARTY_ORG_OR_INSTRUCTOR']);
    expect(partySectionGaps({ ...guided, charterPartyBuilding: false })).toEqual(['CHARTER']);
    expect(partySectionGaps(undefined)).toEqual(['SECTION']);
  });
});
