import type { PartySection } from './return-form.js';

/** What a Party-building section can lack. */
export type PartySectionGap = 'SECTION' | 'PARTY_ORG_OR_INSTRUCTOR' | 'REPLY_DOC_NO' | 'SECRETARY_REPORT' | 'CHARTER';

/**
 * What the Party-building section lacks (specification M02, section 4, and the figure of its completeness): a Party
 * organisation or an instructor; where there is a Party organisation, the number of its reply and the secretary's
 * report; Party building in the charter. Empty = complete.
 */
export function partySectionGaps(section: PartySection | undefined): PartySectionGap[] {
  if (section === undefined) return ['SECTION'];
  const gaps: PartySectionGap[] = [];
  const { partyOrg, instructorPersonId, secretaryReportUploadId, charterPartyBuilding } = section;
  if (partyOrg === undefined && instructorPersonId === undefined) gaps.push('PARTY_ORG_OR_INSTRUCTOR');
  if (partyOrg !== undefined && partyOrg.replyDocNo === undefined) gaps.push('REPLY_DOC_NO');
  if (partyOrg !== undefined && secretaryReportUploadId === undefined) gaps.push('SECRETARY_REPORT');
  if (!charterPartyBuilding) gaps.push('CHARTER');
  return gaps;
}
