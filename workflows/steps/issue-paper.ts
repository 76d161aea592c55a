import { proxyActivities } from '@temporalio/workflow';

import type { PaperActivities } from '#activities/papers/papers.activities.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { IssuedPaper, PaperRequest } from '#domain/paper/paper-request.js';
import type { Assignee } from '#domain/process/assignee.js';
import type { CaseRun } from './case-run.js';
import { orRefuse } from './refusal-behind.js';

/** Retried for as long as it takes: a case never fails because a disk is full. */
const patient = proxyActivities<PaperActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

const strict = proxyActivities<PaperActivities>({
  startToCloseTimeout: '30s',
  retry: {
    initialInterval: '500ms',
    maximumInterval: '1 minute',
    nonRetryableErrorTypes: ['PAPER_DATA_INVALID', 'FIELD_INVALID'],
  },
});

/** A paper as a story asks for it; its case, number and day are those of the present turn. */
export interface AskedPaper extends Pick<PaperRequest, 'kind' | 'organUnitId' | 'requestId'> {
  readonly facts?: PaperRequest['facts'];
  /** Who is told of it. */
  readonly tell: Assignee;
}

/** Issues a paper within the present turn: numbered, hashed, and told of. Waits until it can be printed. */
export function issuePaper<State extends string, Event extends string>(
  run: CaseRun<State, Event>,
  paper: AskedPaper,
): Promise<IssuedPaper> {
  return issueBy(patient, run, paper);
}

/** Issues a paper before the act that asks for it changes anything; an act whose paper cannot be printed is refused. */
export function issuePaperOrRefuse<State extends string, Event extends string>(
  run: CaseRun<State, Event>,
  paper: AskedPaper,
): Promise<IssuedPaper> {
  return orRefuse(issueBy(strict, run, paper));
}

async function issueBy<State extends string, Event extends string>(
  activities: Pick<typeof patient, 'issuePaper'>,
  run: CaseRun<State, Event>,
  { tell, facts = {}, ...paper }: AskedPaper,
): Promise<IssuedPaper> {
  const { caseId, caseNo } = run.input;
  const issued = await activities.issuePaper({
    ...paper,
    facts,
    caseId,
    seq: run.nextSeq,
    on: shanghaiDate(Date.now()),
  });
  run.notify(tell, 'DOCUMENT_ISSUED', { caseNo, kind: paper.kind, docNo: issued.docNo });
  return issued;
}
