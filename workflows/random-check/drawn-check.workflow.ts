import { getExternalWorkflowHandle } from '@temporalio/workflow';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate, startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { AuthNotAllowed } from '#domain/errors.js';
import type { UserId } from '#domain/ids.js';
import { isFor } from '#domain/process/act.js';
import { Recuse } from '#domain/process/acts.js';
import { organisation, person, pool } from '#domain/process/assignee.js';
import { AbandonCheck, FileSheet, PublishResult } from '#domain/random-check/acts.js';
import type { SheetFacts } from '#domain/random-check/case-facts.js';
import { RandomCheckRefusal } from '#domain/random-check/errors.js';
import { DRAWN_CHECK_TRANSITIONS, type DrawnCheckEvent, type DrawnCheckState } from '#domain/random-check/states.js';
import { CaseRun } from '../steps/case-run.js';
import { askForConfirmations } from '../steps/confirmations.js';
import { Ending } from '../steps/ending.js';
import { offerEverydayActs } from '../steps/everyday-acts.js';
import type { OpenTask } from '../steps/open-task.js';
import { orRefuse } from '../steps/refusal-behind.js';
import { ask } from './ask.js';
import { checksEnded, type DrawnCheckInput } from './contract.js';

type DrawnCheckRun = CaseRun<DrawnCheckState, DrawnCheckEvent>;

/** A sheet that one inspector filed and thereby signed. */
interface Filed {
  readonly version: number;
  readonly by: UserId;
  readonly sheet: SheetFacts;
}

/** 抽查检查: one drawn check, from the notice of the draw to the publication of its result. */
export async function drawnCheck(input: DrawnCheckInput): Promise<void> {
  const run: DrawnCheckRun = new CaseRun(input, DRAWN_CHECK_TRANSITIONS, 'ASSIGNED');
  offerEverydayActs(run);
  await run.carryOut(async () => {
    const inspectors = [...input.inspectors];
    const { organisationId, caseNo } = input;
    if (organisationId !== null) run.notify(organisation(organisationId), 'DRAWN_FOR_CHECK', { caseNo });
    const signed = await check(run, input, inspectors);
    if (signed !== 'ABANDONED') await publish(run, input, signed);
  });
  await tellTheDraw(input);
}

/** The inspectors check and file a sheet; the others sign it or give it back, until all have signed one version. */
async function check(run: DrawnCheckRun, input: DrawnCheckInput, inspectors: UserId[]): Promise<Filed | 'ABANDONED'> {
  for (;;) {
    run.stage = 'check';
    const filed = await fill(run, input, inspectors);
    if (filed === 'ABANDONED') return filed;
    run.stage = 'signatures';
    const signatures = askForConfirmations(run, {
      wanted: inspectors
        .filter((userId) => userId !== filed.by)
        .map((userId) => ({ subject: userId, kind: 'SIGN_SHEET', assignee: person(userId) })),
      limit: null,
    });
    const declined = (): boolean => [...signatures.answers.values()].includes('DECLINE');
    await run.until(() => declined() || signatures.outstanding().length === 0);
    signatures.close();
    if (!declined()) {
      run.move('sign');
      run.effect('drawn-check/checked', { version: filed.version });
      return filed;
    }
    run.move('decline');
  }
}

/** Until an inspector files a sheet. Who steps aside is replaced by a further draw from the same seed. */
async function fill(run: DrawnCheckRun, input: DrawnCheckInput, inspectors: UserId[]): Promise<Filed | 'ABANDONED'> {
  const tasks = new Map<OpenTask, UserId>();
  const seat = (userId: UserId): void => {
    const task = run.open({ kind: 'CHECK', assignee: person(userId), duty: null, limit: null, personal: true });
    tasks.set(task, userId);
  };
  for (const userId of inspectors) seat(userId);
  const ending = new Ending<Filed | 'ABANDONED'>();
  const closing = [
    run.desk.offerOnTask(FileSheet, {
      concerns: (task) => tasks.has(task),
      take: async ({ version }, { actor }) => {
        const sheet = await newestSheet(input, version);
        run.move('fileSheet');
        ending.set({ version, by: actor.userId, sheet });
      },
    }),
    run.desk.offerOnTask(Recuse, {
      concerns: (task) => tasks.has(task),
      evenIfBarred: true,
      take: async ({ ground }, { actor }, task) => {
        const drawn = await drawAnother(run, input, actor.userId);
        run.exclude(task, actor.userId, ground);
        run.close(task, 'RECUSED');
        tasks.delete(task);
        for (const userId of drawn.filter((one) => !inspectors.includes(one))) seat(userId);
        inspectors.splice(0, inspectors.length, ...drawn);
      },
    }),
    run.desk.offerOnCase(AbandonCheck, {
      check: (_facts, { actor }) => {
        if (!isFor(pool(input.unitId, 'REGISTRY_LEADER'), actor)) throw new AuthNotAllowed();
        run.assertPossible('abandon');
      },
      take: () => {
        run.move('abandon');
        run.effect('drawn-check/abandoned', {});
        ending.set('ABANDONED');
      },
    }),
  ];
  try {
    await run.until(ending.reached);
    return ending.get();
  } finally {
    for (const close of closing) close();
    for (const task of tasks.keys()) run.close(task, 'NOT_NEEDED');
  }
}

async function newestSheet({ caseId }: DrawnCheckInput, version: number): Promise<SheetFacts> {
  const sheet = await ask.loadCheckSheet(caseId, version);
  if (sheet?.newest !== true) throw new RandomCheckRefusal('CHECK_SHEET_STALE', { version }, 'facts.version');
  const today = shanghaiDate(Date.now());
  if (sheet.checkedOn > today)
    throw new RandomCheckRefusal('CHECK_SHEET_EARLY', { checkedOn: sheet.checkedOn, today }, 'facts.version');
  return sheet;
}

async function drawAnother(run: DrawnCheckRun, input: DrawnCheckInput, inspector: UserId): Promise<UserId[]> {
  const { caseId: checkCaseId, drawCaseId } = input;
  const asked = { drawCaseId, checkCaseId, seq: run.nextSeq, inspector, at: Date.now() };
  const { inspectors } = await orRefuse(ask.substituteInspector(asked));
  return [...inspectors];
}

/** 公示: within so many working days of the check. */
async function publish(run: DrawnCheckRun, input: DrawnCheckInput, { sheet }: Filed): Promise<void> {
  run.stage = 'publication';
  const checkedAt = startOfDayShanghai(parseIsoDate(sheet.checkedOn));
  const task = run.open({
    kind: 'PUBLISH_RESULT',
    assignee: pool(input.unitId, 'REGISTRY_OFFICER'),
    duty: null,
    limit: { unit: 'WD', length: input.publishWD, from: checkedAt },
  });
  const ending = new Ending<true>();
  const close = run.desk.offerOnTask(PublishResult, {
    concerns: (one) => one === task,
    take: () => {
      run.move('publish');
      run.close(task, 'PUBLISHED');
      run.effect('drawn-check/published', { on: shanghaiDate(Date.now()) });
      ending.set(true);
    },
  });
  try {
    await run.until(ending.reached);
  } finally {
    close();
  }
}

/** The last check that ends tells the draw; the draw also looks by itself once a day. */
async function tellTheDraw({ drawCaseId, drawWorkflowId, caseNo }: DrawnCheckInput): Promise<void> {
  if ((await ask.drawnChecksLeft(drawCaseId)) > 0) return;
  try {
    await getExternalWorkflowHandle(drawWorkflowId).signal(checksEnded, { caseNo });
  } catch {
    // It has seen for itself, and ended.
  }
}
