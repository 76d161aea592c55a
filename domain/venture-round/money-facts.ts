import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { Refusal } from '#domain/errors.js';
import type { CaseId, UserId } from '#domain/ids.js';
import type { InstalmentRule } from './round-configuration.js';
import type { SourceFen } from './settlement.rule.js';
import type { ProjectState } from './states.js';

/** What the plan in force says of a project: AGAIN after an upheld objection, until it is ranked again. */
export type AwardOutcome = 'PROPOSED' | 'RESERVE' | 'NOT_FUNDED' | 'FUNDED' | 'OUT' | 'AGAIN' | 'DECLINED';

/** A plan of awards that is to be proposed: by rank, or moving up a reserve after somebody declined. */
export interface PlanRequest {
  readonly roundId: CaseId;
  readonly kind: 'PROPOSE' | 'MOVE_UP';
  /** Of the plan that the host saw; null: whatever it is. */
  readonly hash: string | null;
}

/** A plan as it was kept; what it awards is in the tables. `refusal`: why it may not be proposed. */
export interface PlannedAwards {
  readonly no: number;
  readonly hash: string;
  /** Awards that are new in this plan. */
  readonly proposed: number;
  readonly refusal: Refusal | null;
}

/** Awards of a round that wait for signatures, and whether a reserve could move up. */
export interface AgreementStanding {
  readonly open: number;
  readonly mayMoveUp: boolean;
}

/** A deed that the applicant is about to sign. */
export interface DeedRequest {
  readonly projectId: CaseId;
  readonly deedId: string;
  readonly state: ProjectState;
}

/** Whether the deed may be signed, or was signed already; who the sponsor is. */
export interface DeedFacts {
  readonly refusal: Refusal | null;
  readonly signed: boolean;
  readonly sponsorUserId: UserId | null;
}

/** A deed that its sponsor is about to withdraw. `keepsASource`: whether the project still has money without it. */
export interface WithdrawalFacts {
  readonly refusal: Refusal | null;
  readonly keepsASource: boolean;
}

/** What an agreement promises as things stand: amounts by source. `underNotice`: the award is not final yet. */
export interface AgreementTerms {
  readonly underNotice: boolean;
  readonly agreed: readonly SourceFen[];
  readonly schedule: readonly InstalmentRule[];
  readonly executionMonths: number;
  readonly signWD: number;
}

/** What decides a payment beside the case itself. */
export interface AccountFacts {
  /** Whose bank account it is; '' while none was named. */
  readonly holderId: string;
  /** Paid in by sponsors. */
  readonly receivedFen: number;
}

/** A change that is asked for. `termTo`: of an extension. */
export interface ChangeFacts {
  readonly refusal: Refusal | null;
  readonly needsApproval: boolean;
  readonly termTo: IsoDate | null;
}

/** Who is about to evaluate. */
export interface EvaluatorRequest {
  readonly projectId: CaseId;
  readonly userId: UserId;
  readonly personId: string | null;
}
