import type { IsoDate } from '../calendar/iso-date.js';
import type { Refusal } from '../errors.js';
import type { CaseId } from '../ids.js';
import type { Assignee } from '../process/assignee.js';
import type { Committee } from './committee.rule.js';
import type { TempPartyOrgKind } from './eligibility.rule.js';

/** What the workflow needs of the application that is in force: ids and dates only. */
export interface ApplicationFacts {
  readonly formVersion: number;
  readonly kind: TempPartyOrgKind;
  /** Each counted member, and who is asked to confirm: the person's own account, or the applicant with a paper. */
  readonly members: readonly { readonly personId: string; readonly confirmer: Assignee }[];
  /** Home Party organisations that have officials of their own here, with their counted members; the others certify on paper. */
  readonly homes: readonly {
    readonly partyOrgId: string;
    readonly confirmer: Assignee;
    readonly members: readonly string[];
  }[];
  /** Who is proposed to lead, by person id. */
  readonly lead: Committee;
  readonly council: { readonly termStart: IsoDate; readonly termEnd: IsoDate } | null;
}

/** Who is to be judged, and when. */
export interface AssessmentRequest {
  readonly caseId: CaseId;
  readonly on: IsoDate;
  /** The people listed in the application, or, once the organisation is set up, whoever sits in the council. */
  readonly whom: 'LISTED' | 'COUNCIL';
  /** Who confirmed in the verification: nobody else counts. null before it, and after the set-up. */
  readonly confirmed: readonly string[] | null;
  /** Who declined to be a member. */
  readonly declined: readonly string[];
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
