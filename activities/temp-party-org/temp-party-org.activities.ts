import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CaseId, UnitId } from '#domain/ids.js';
import type { ApplicationFacts, AssessmentFacts, AssessmentRequest } from '#domain/temp-party-org/case-facts.js';

/** What M01 knows of its applications. */
export interface Applications {
  loadApplication(caseId: string, on: IsoDate): Promise<ApplicationFacts>;
  assess(request: AssessmentRequest): Promise<AssessmentFacts>;
  mayApproveCase(caseId: string, unitId: string): Promise<boolean>;
}

/** What the workflow of a temporary Party organisation asks for. Each is idempotent: it only reads. */
export const tempPartyOrgActivities = ({ applications }: { readonly applications: Applications }) => ({
  loadApplication: (caseId: CaseId, on: IsoDate): Promise<ApplicationFacts> => applications.loadApplication(caseId, on),

  assess: (request: AssessmentRequest): Promise<AssessmentFacts> => applications.assess(request),

  /** Whether the Party organisation for which this unit acts may approve the case today. */
  mayApproveCase: (caseId: CaseId, unitId: UnitId): Promise<boolean> => applications.mayApproveCase(caseId, unitId),
});

export type TempPartyOrgActivities = ReturnType<typeof tempPartyOrgActivities>;
