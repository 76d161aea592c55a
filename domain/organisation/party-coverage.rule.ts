/** COVERED: a working Party organisation; WORK_ONLY: Party work without one; NONE: neither. */
export type PartyCoverage = 'COVERED' | 'WORK_ONLY' | 'NONE';

/** What coverage is judged by. */
export interface CoverageFacts {
  readonly partyOrganisations: readonly {
    readonly status: string;
    readonly temporary: boolean;
    readonly countsInCoverage: boolean;
  }[];
  /** An instructor (党建工作指导员) is paired with the organisation. */
  readonly instructorPaired: boolean;
  /** All of the three ones (三个一) with dated evidence. */
  readonly threeOnesComplete: boolean;
}

/**
 * Whether the organisation is covered (specification C16 gate `partyCoverage`, §17 两个覆盖): by its own or a joint Party organisation,
 * formal or temporary. A temporary one still counts in its grace period (EXPIRING), not once it is EXPIRED.
 */
export function partyCoverage(org: CoverageFacts): PartyCoverage {
  const covered = org.partyOrganisations.some(
    (party) =>
      party.countsInCoverage && (party.status === 'ACTIVE' || (party.temporary && party.status === 'EXPIRING')),
  );
  if (covered) return 'COVERED';
  return org.instructorPaired || org.threeOnesComplete ? 'WORK_ONLY' : 'NONE';
}
