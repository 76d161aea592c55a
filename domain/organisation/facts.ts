import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CaseId, OrganisationId, PartyOrgId, PersonId, UserId } from '#domain/ids.js';
import type { LegalStatus, Post } from '#domain/terms/organisation-terms.js';
import type { PartyMemberStatus, RelationStatus } from '#domain/terms/party-terms.js';
import type { CouncilTerm } from './council-term.rule.js';

/** What the eligibility rules ask of one person of an organisation (specification M01 E1, E2, E6). Names stay out of histories. */
export interface MemberFacts {
  readonly personId: PersonId;
  readonly name: string;
  readonly status: PartyMemberStatus | null;
  readonly fullSince: IsoDate | null;
  /** To this organisation; null when nothing is recorded. */
  readonly relationStatus: RelationStatus | null;
  readonly homePartyOrgId: PartyOrgId | null;
  readonly homePartyOrgName: string | null;
  /** Holds a post with a council seat on the day asked for. */
  readonly inCouncil: boolean;
  /** The highest of those posts; null without a seat. */
  readonly councilPost: Post | null;
  /** The account with which the person confirms; null when only paper is left. */
  readonly userId: UserId | null;
}

/** A temporary Party organisation, or the case for one, that exists already (specification M01 E4). */
export interface TemporaryOrganisation {
  readonly partyOrgId: PartyOrgId | null;
  readonly caseId: CaseId | null;
  /** The status of the Party organisation, or the state of the case. */
  readonly status: string;
}

/** What the eligibility rules ask of the organisation itself (specification M01 E4, E5). */
export interface CouncilFacts {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly legalStatus: LegalStatus;
  readonly term: CouncilTerm | null;
  readonly size: number | null;
  /** Active, in grace or pending, without those of the case that asks. */
  readonly temporaryOrganisations: readonly TemporaryOrganisation[];
}
