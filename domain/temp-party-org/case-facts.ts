import type { IsoDate } from '../calendar/iso-date.js';
import type { Refusal } from '../errors.js';
import type { CaseId, RequestId, UnitId } from '../ids.js';
import type { Assignee } from '../process/assignee.js';
import type { TempPartyOrgKind } from './eligibility.rule.js';
import type { PaperKind } from '../paper/paper-kind.js';

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
