import { partyBuildingPapers } from '#domain/registration/party-building-papers.js';
import { z } from 'zod';
import type { RuleAdapter } from './rule-adapter.js';

const PapersInput = z.object({ charterHasPartyBuilding: z.boolean(), memberTable: z.boolean() });

/** M05: the Party-building papers of a registration. */
export const registration: RuleAdapter = (input) => {
  const { charterHasPartyBuilding, memberTable } = PapersInput.parse(input);
  return partyBuildingPapers({ CHARTER_PARTY_BUILDING: charterHasPartyBuilding, PARTY_MEMBER_TABLE: memberTable });
};
