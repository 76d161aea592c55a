import { person } from '#domain/process/assignee.js';
import { addYears } from '#domain/calendar/terms.js';
import { sumFen } from '#domain/venture-round/fen.js';
import { RecordReturn, SettleAccounts } from '#domain/venture-round/money-acts.js';
import {
  acceptedBySource,
  assertReturn,
  type SourceFen,
  stillToReturn,
} from '#domain/venture-round/settlement.rule.js';
import { Ending } from '../steps/ending.js';
import { recorded } from '../steps/recorded.js';
import { askMoney, type Contract, refuseIf, today } from './money.js';
import type { ProjectStory } from './project.js';

/** 结项: the last instalments by what was accepted, and what was not spent comes back. The project stays COMPLETED. */
export async function settlement(story: ProjectStory): Promise<void> {
  const { run, contract, payments } = story;
  if (!contract || !payments) throw new Error('a project was completed without an agreement');
  await recorded(run);
  await story.tellRound();
  await payments.release('COMPLETED');
  await moneyBack(story, contract);
  await run.until(() => !payments.isWaiting);
  payments.close();
  run.move('settle');
}

/**
 * 追回: what was paid and not spent as agreed comes back; a breach bars the applicant for some years. Ends in
 * CLOSED_RECOVERED, or rests in TERMINATED where nothing is to come back.
 */
export async function recovery(story: ProjectStory): Promise<void> {
  const { run, contract, payments } = story;
  payments?.close();
  if (contract && run.state === 'TERMINATED') {
    await settleAccounts(story, contract);
    if (toReturn(story, contract).length > 0) run.move('recover');
  }
  if (contract) bar(story, contract);
  if (contract && run.state === 'RECOVERING') {
    await moneyBack(story, contract);
    run.move('moneyReturned');
  }
  story.stepDown();
  await recorded(run);
  await story.tellRound();
  run.effect('venture-project/ended', {});
}

/** 清算: the organiser says how much of the spending is accepted. Nothing paid: nothing to say. */
async function settleAccounts(story: ProjectStory, contract: Contract): Promise<void> {
  const { run, input, payments } = story;
  contract.accepted = 0;
  if (sumFen((payments?.paid ?? []).map(({ fen }) => fen)) === 0) return;
  const settled = new Ending<number>();
  const task = run.open({
    kind: 'SETTLE_ACCOUNTS',
    assignee: story.organisers,
    duty: null,
    limit: story.workingDays(input.settings.signWD),
  });
  const close = run.desk.offerOnTask(SettleAccounts, {
    concerns: (asked) => asked === task,
    take: async ({ acceptedFen }) => {
      refuseIf(await askMoney.mayAccept(input.caseId, acceptedFen));
      run.effect('venture-project/settled', { acceptedFen });
      run.close(task, 'SETTLED');
      settled.set(acceptedFen);
    },
  });
  try {
    await run.until(settled.reached);
    contract.accepted = settled.get();
  } finally {
    close();
  }
}

/** 退回资金: the organiser records what comes back, source by source, until nothing is due. */
async function moneyBack(story: ProjectStory, contract: Contract): Promise<void> {
  const { run, input } = story;
  const due = toReturn(story, contract);
  if (due.length === 0) return;
  const isOpen = (): boolean => stillToReturn(due, contract.returned).some(({ fen }) => fen > 0);
  const limit = { unit: 'CD', length: input.settings.returnMoneyCD, from: Date.now() } as const;
  const task = run.open({ kind: 'RETURN_MONEY', assignee: story.organisers, duty: null, limit });
  run.effect('venture-project/return-due', { due });
  const fen = sumFen(due.map((one) => one.fen));
  run.notify(person(input.applicant.userId), 'RETURN_DUE', { caseNo: input.caseNo, fen });
  const close = run.desk.offerOnTask(RecordReturn, {
    concerns: (asked) => asked === task,
    check: ({ source, fen: back }) => assertReturn(due, contract.returned, { source, fen: back }),
    take: ({ source, fen: back, evidenceUploadId }, { actor }) => {
      contract.returned.push({ source, fen: back });
      const no = contract.returned.length;
      run.effect('venture-project/returned', { no, source, fen: back, evidenceUploadId, by: actor.userId });
      if (!isOpen()) run.close(task, 'RETURNED');
    },
  });
  try {
    await run.until(() => !isOpen());
  } finally {
    close();
  }
}

/** What has to come back of each source: paid and not accepted. */
function toReturn({ payments }: ProjectStory, { terms, accepted }: Contract): readonly SourceFen[] {
  const spent = acceptedBySource(terms.agreed, accepted ?? 0);
  return (payments?.paid ?? [])
    .map(({ source, fen }, index) => ({ source, fen: Math.max(0, fen - (spent[index]?.fen ?? 0)) }))
    .filter(({ fen }) => fen > 0);
}

/** 三年内不得申报, from the day on which it was found. */
function bar({ run, input }: ProjectStory, { breach }: Contract): void {
  if (breach !== 'BREACH' && breach !== 'EVALUATION_FAILED') return;
  const from = today();
  const until = addYears(from, input.settings.barYears);
  run.effect('venture-project/barred', { from, until, ground: breach });
  run.notify(person(input.applicant.userId), 'BARRED', { caseNo: input.caseNo, until });
}
