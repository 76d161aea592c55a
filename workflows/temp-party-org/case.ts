import { proxyActivities } from '@temporalio/workflow';

import type { TempPartyOrgActivities } from '#activities/temp-party-org/temp-party-org.activities.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { RequestId, UnitId } from '#domain/ids.js';
import type { PaperKind } from '#domain/paper/paper-kind.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import { person } from '#domain/process/assignee.js';
import type { TempPartyOrgEvent, TempPartyOrgState } from '#domain/temp-party-org/states.js';
import type { CaseRun } from '../steps/case-run.js';
import { issuePaper, issuePaperOrRefuse } from '../steps/issue-paper.js';

export type TempPartyOrgRun = CaseRun<TempPartyOrgState, TempPartyOrgEvent>;

/** What the matter asks of the world. Retried for as long as it takes: a case never fails because a disk is full. */
export const ask = proxyActivities<TempPartyOrgActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

/** The day of the workflow's clock in Shanghai. */
export const today = (): IsoDate => shanghaiDate(Date.now());

type PaperFacts = PaperRequest['facts'];

/** Issues a paper within the present turn, known to the applicant. Waits until it can be printed. Answers its number. */
export async function issue(
  run: TempPartyOrgRun,
  kind: PaperKind,
  organUnitId: UnitId,
  requestId: RequestId | null,
  facts: PaperFacts = {},
): Promise<string | null> {
  const tell = person(run.input.applicant.userId);
  return (await issuePaper(run, { kind, organUnitId, requestId, facts, tell })).docNo;
}

/** Issues a paper before the act that asks for it changes anything; an act whose paper cannot be printed is refused. */
export async function issueOrRefuse(
  run: TempPartyOrgRun,
  kind: PaperKind,
  organUnitId: UnitId,
  requestId: RequestId | null,
  facts: PaperFacts = {},
): Promise<string | null> {
  const tell = person(run.input.applicant.userId);
  return (await issuePaperOrRefuse(run, { kind, organUnitId, requestId, facts, tell })).docNo;
}
