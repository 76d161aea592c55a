/** What registration requires for Party building, in the order in which it is handed in (specification M05). */
export const PARTY_BUILDING_PAPERS = ['CHARTER_PARTY_BUILDING', 'PARTY_MEMBER_TABLE'] as const;

/** A Party-building requirement of registration; its name is also the error code of its absence. */
export type PartyBuildingPaper = (typeof PARTY_BUILDING_PAPERS)[number];

/** Whether the Party-building requirements of a registration are met. */
export interface PartyBuildingPapers {
  readonly complete: boolean;
  /** What is missing, all of it (一次性告知), in order. */
  readonly missing: readonly PartyBuildingPaper[];
}

/**
 * Party building enters at preparation: the charter carries the Party-building work list, and the member table
 * (党员基本情况表) is filled before the certificate is issued. A table with no member in it is filled (specification M05).
 */
export function partyBuildingPapers(handedIn: Readonly<Record<PartyBuildingPaper, boolean>>): PartyBuildingPapers {
  const missing = PARTY_BUILDING_PAPERS.filter((paper) => !handedIn[paper]);
  return { complete: missing.length === 0, missing };
}
