import { TempPartyOrgRefusal } from './errors.js';

/** A Party organisation that is asked to approve, as the rule sees it. */
export interface Approver {
  /** A partyOrganisationTypes slug. */
  readonly kind: string;
  readonly canApproveProbationary: boolean;
  readonly isSuperior: boolean;
  /** Its administrative level; committees below a town or street committee do not hold the power. */
  readonly level?: string;
  readonly temporary?: boolean;
}

/** Kinds that can hold the power to approve probationary members: committees and work committees, never branches. */
const COMMITTEES = new Set(['PARTY_COMMITTEE', 'WORK_COMMITTEE', 'COMPREHENSIVE_COMMITTEE', 'SOCIAL_ORG_COMMITTEE']);
const BELOW_TOWN = new Set(['VILLAGE', 'GRID']);

/**
 * Whether a Party organisation may approve: a superior one with power to approve probationary members
 * (specification M01 "Who approves"); not general branches, not committees below a town, not temporary ones.
 */
export function mayApprove(approver: Approver): boolean {
  return (
    approver.isSuperior &&
    approver.canApproveProbationary &&
    COMMITTEES.has(approver.kind) &&
    approver.temporary !== true &&
    !BELOW_TOWN.has(approver.level ?? '')
  );
}

/** Refuses an approver without that power: TPO_APPROVER_NOT_AUTHORISED (403). */
export function assertMayApprove(approver: Approver): void {
  if (!mayApprove(approver)) throw new TempPartyOrgRefusal('TPO_APPROVER_NOT_AUTHORISED', { kind: approver.kind });
}

/** A link in the chain of superiors of an organisation, nearest first. */
export interface Superior extends Approver {
  readonly partyOrgId: string;
  /** The unit whose officials act for it; without one it cannot receive a case. */
  readonly unitId: string | null;
}

export interface Routing {
  readonly approver: Superior;
  /** The nearer superiors that lack the power: they may read the case. */
  readonly passedOver: readonly Superior[];
}

/** Routes an application to the nearest superior with the power (M08 mode decides where the chain begins). */
export function routeToApprover(chain: readonly Superior[]): Routing {
  const index = chain.findIndex((superior) => superior.unitId !== null && mayApprove(superior));
  const approver = chain[index];
  if (!approver) throw new TempPartyOrgRefusal('TPO_APPROVER_NOT_AUTHORISED', { superiors: chain.length });
  return { approver, passedOver: chain.slice(0, index) };
}
