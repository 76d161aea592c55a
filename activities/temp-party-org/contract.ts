import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { Refusal } from '#domain/errors.js';
import type { CaseId, RequestId, UnitId } from '#domain/ids.js';
import type { Assignee } from '#domain/process/assignee.js';
import type { TempPartyOrgKind } from '#domain/temp-party-org/eligibility.rule.js';
import type { PaperKind } from '#domain/paper/paper-kind.js';

/** What the workflow needs of the application that is in force: ids and dates only. */
export interface ApplicationFacts {
  readonly formVersion: number;
  readonly kind: TempPartyOrgKind;
  /** Each counted member, and who is asked to confirm: the person's own account, or the applicant with a paper. */
  readonly members: readonly { readonly personId: string; readonly confirmer: Assignee }[];
  /** Home Party organisations that have officials of their own here; the others certify on paper. */
  readonly homes: readonly { readonly partyOrgId: string; readonly confirmer: Assignee }[];
  readonly council: { readonly termStart: IsoDate; readonly termEnd: IsoDate } | null;
}

export interface AssessmentRequest {
  readonly caseId: CaseId;
  readonly on: IsoDate;
  readonly notConfirmed: readonly string[];
  readonly generalBranchConsent?: boolean;
}

/** The assessment as the workflow branches on it. */
export interface AssessmentFacts {
  readonly counted: number;
  readonly transferred: number;
  readonly countedPersons: readonly string[];
  /** The first rule that is not met, with its details; null when eligible. */
  readonly refusal: Refusal | null;
}

export interface PaperRequest {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly kind: PaperKind;
  readonly on: IsoDate;
  readonly organUnitId: UnitId;
  /** The act whose words (reasons, items) the paper prints. */
  readonly requestId: RequestId | null;
  /** Ids and dates that the workflow decided. */
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export interface IssuedPaper {
  readonly documentId: string;
  readonly docNo: string | null;
}

/** What the workflow of a temporary Party organisation asks for. Each is idempotent by its arguments. */
export interface TempPartyOrgActivities {
  loadApplication(caseId: CaseId): Promise<ApplicationFacts>;
  assess(request: AssessmentRequest): Promise<AssessmentFacts>;
  /** Whether the Party organisation for which this unit acts may approve the case today. */
  mayApproveCase(caseId: CaseId, unitId: UnitId): Promise<boolean>;
  issuePaper(request: PaperRequest): Promise<IssuedPaper>;
}
