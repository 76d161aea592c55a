import { proxyActivities } from '@temporalio/workflow';

import type { TempPartyOrgActivities } from '#activities/temp-party-org/temp-party-org.activities.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { RequestId, UnitId } from '#domain/ids.js';
import type { PaperKind } from '#domain/paper/paper-kind.js';
import { person } from '#domain/process/assignee.js';
import type { PaperRequest } from '#domain/temp-party-org/case-facts.js';
import type { TempPartyOrgEvent, TempPartyOrgState } from '#domain/temp-party-org/states.js';
import type { CaseRun } from '../steps/case-run.js';
import { orRefuse } from '../steps/refusal-behind.js';

export type TempPartyOrgRun = CaseRun<TempPartyOrgState, TempPartyOrgEvent>;

/** What the matter asks of the world. Retried for as long as it takes: a case never fails because a disk is full. */
export const ask = proxyActivities<TempPartyOrgActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

/** The day of the workflow's clock in Shanghai. */
export const today = (): IsoDate => shanghaiDate(Date.now());

/** A paper that cannot be printed refuses the act that asked for it, as long as nothing was decided by it. */
const askOnce = proxyActivities<TempPartyOrgActivities>({
  startToCloseTimeout: '30s',
  retry: {
    initialInterval: '500ms',
    maximumInterval: '1 minute',
    nonRetryableErrorTypes: ['PAPER_DATA_INVALID', 'FIELD_INVALID'],
  },
});

type PaperFacts = PaperRequest['facts'];

/** Issues a paper within the present turn: numbered, hashed, and known to the case's parties. Waits until it can be printed. */
export function issue(
  run: TempPartyOrgRun,
  kind: PaperKind,
  organUnitId: UnitId,
  requestId: RequestId | null,
  facts: PaperFacts = {},
): Promise<string | null> {
  return issueBy(ask, run, { kind, organUnitId, requestId, facts });
}

/** Issues a paper before the act that asks for it changes anything; an act whose paper cannot be printed is refused. */
export function issueOrRefuse(
  run: TempPartyOrgRun,
  kind: PaperKind,
  organUnitId: UnitId,
  requestId: RequestId | null,
  facts: PaperFacts = {},
): Promise<string | null> {
  return orRefuse(issueBy(askOnce, run, { kind, organUnitId, requestId, facts }));
}

async function issueBy(
  { issuePaper }: Pick<typeof ask, 'issuePaper'>,
  run: TempPartyOrgRun,
  paper: Pick<PaperRequest, 'kind' | 'organUnitId' | 'requestId' | 'facts'>,
): Promise<string | null> {
  const { caseId, caseNo, applicant } = run.input;
  const { docNo } = await issuePaper({ ...paper, caseId, seq: run.nextSeq, on: today() });
  run.notify(person(applicant.userId), 'DOCUMENT_ISSUED', { caseNo, kind: paper.kind, docNo });
  return docNo;
}
