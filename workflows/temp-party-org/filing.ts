import { isFor } from '#domain/process/act.js';
import { person, pool } from '#domain/process/assignee.js';
import { File, RecordFiling, ReturnFiling } from '#domain/temp-party-org/acts.js';
import type { LifeFacts } from '#domain/temp-party-org/life.rule.js';
import { Ending } from '../steps/ending.js';
import type { Approved } from './application.js';
import { issueOrRefuse, today, type TempPartyOrgRun } from './case.js';
import type { TempPartyOrgInput } from './contract.js';

/** 备案: the reply is handed to the filing organ, which records it or returns it item by item until it can. */
export async function fileReply(
  run: TempPartyOrgRun,
  input: TempPartyOrgInput,
  approved: Approved,
): Promise<LifeFacts> {
  for (;;) {
    await handIn(run, input);
    if ((await examine(run, input, approved)) === 'RECORDED') break;
  }
  return {
    term: approved.term,
    councilTermEnd: approved.council.termEnd,
    lowSince: null,
    renewal: null,
    noticed: [],
    declined: approved.declined,
  };
}

/** The applicant, or the approver in his place, hands the filing in. Late, it is overdue and never dropped. */
async function handIn(run: TempPartyOrgRun, input: TempPartyOrgInput): Promise<void> {
  run.stage = 'filing';
  const approver = pool(input.unitId, 'TWO_NEW_APPROVER');
  const task = run.open({
    kind: 'FILE',
    assignee: person(input.applicant.userId),
    duty: null,
    limit: { unit: 'WD', length: input.settings.fileWD, from: Date.now() },
  });
  const handed = new Ending<true>();
  const close = run.desk.offerOnTask(File, {
    concerns: (asked) => asked === task,
    mayAct: ({ actor }) => isFor(task.assignee, actor) || isFor(approver, actor),
    take: () => {
      run.move('file');
      run.close(task, 'FILED');
      handed.set(true);
    },
  });
  try {
    await run.until(handed.reached);
  } finally {
    close();
  }
}

async function examine(
  run: TempPartyOrgRun,
  input: TempPartyOrgInput,
  { term, replyDocNo }: Approved,
): Promise<'RECORDED' | 'RETURNED'> {
  const { caseNo, filingUnitId, settings } = input;
  const applicant = person(input.applicant.userId);
  const task = run.open({
    kind: 'RECORD_FILING',
    assignee: pool(filingUnitId, 'TWO_NEW_APPROVER'),
    duty: null,
    limit: { unit: 'WD', length: settings.recordWD, from: Date.now() },
  });
  const ending = new Ending<'RECORDED' | 'RETURNED'>();
  const paper = { termStart: term.termStart, termEnd: term.termEnd, replyDocNo };
  const closing = [
    run.desk.offerOnTask(RecordFiling, {
      concerns: (asked) => asked === task,
      take: async (_facts, { requestId, actor }) => {
        const facts = { ...paper, result: 'FILED', signer: actor.userId };
        const filingNo = await issueOrRefuse(run, 'FILING', filingUnitId, requestId, facts);
        run.move('record');
        run.close(task, 'RECORDED');
        run.effect('temp-party-org/filed', { filingNo, filedOn: today() });
        run.notify(applicant, 'FILED', { caseNo, filingNo });
        ending.set('RECORDED');
      },
    }),
    run.desk.offerOnTask(ReturnFiling, {
      concerns: (asked) => asked === task,
      take: async (_facts, { requestId, actor }) => {
        const facts = { ...paper, result: 'RETURNED', signer: actor.userId };
        await issueOrRefuse(run, 'FILING', filingUnitId, requestId, facts);
        run.move('returnFiling');
        run.close(task, 'RETURNED');
        run.notify(applicant, 'FILING_RETURNED', { caseNo });
        ending.set('RETURNED');
      },
    }),
  ];
  try {
    await run.until(ending.reached);
    return ending.get();
  } finally {
    for (const close of closing) close();
  }
}
