import { setHandler } from '@temporalio/workflow';

import { person, pool } from '#domain/process/assignee.js';
import { CancelDraw, CommitDraw, Draw } from '#domain/random-check/acts.js';
import { RANDOM_CHECK_TRANSITIONS, type RandomCheckEvent, type RandomCheckState } from '#domain/random-check/states.js';
import { CaseRun } from '../steps/case-run.js';
import { offerEverydayActs } from '../steps/everyday-acts.js';
import { Ending } from '../steps/ending.js';
import type { OpenTask } from '../steps/open-task.js';
import { orRefuse } from '../steps/refusal-behind.js';
import { ask } from './ask.js';
import { openInPages } from './check-pages.js';
import { checksEnded, type RandomCheckInput } from './contract.js';

type RandomCheckRun = CaseRun<RandomCheckState, RandomCheckEvent>;

const DAY_MS = 24 * 3600 * 1000;

/** 双随机、一公开: commitment → draw → a case for every check, until the result of each is public (M02). */
export async function randomCheck(input: RandomCheckInput): Promise<void> {
  const run: RandomCheckRun = new CaseRun(input, RANDOM_CHECK_TRANSITIONS, 'PREPARED');
  let told = false;
  setHandler(checksEnded, ({ caseNo }) =>
    run.turn({ kind: 'CASE', event: 'CHECKS_ENDED', caseNo }, () => {
      told = true;
    }),
  );
  offerEverydayActs(run);
  await run.carryOut(async () => {
    if ((await commit(run)) === 'CANCELLED') return;
    const drawn = await draw(run);
    if (drawn === 'CANCELLED') return;
    // The draw is answered and public before its checks are opened, which takes a while when they are thousands.
    await pause(run, 1);
    await openInPages(input, drawn.size);
    run.move('open');
    run.stage = 'checking';
    for (;;) {
      await pause(run, DAY_MS, () => told);
      told = false;
      if ((await ask.drawnChecksLeft(input.caseId)) === 0) break;
    }
    run.move('publish');
    run.notify(run.input.leader, 'CHECKS_PUBLISHED', { caseNo: input.caseNo });
  });
}

/** 承诺: whoever prepared the draw freezes its lists; the hash of the seed is public from then on. */
async function commit(run: RandomCheckRun): Promise<'COMMITTED' | 'CANCELLED'> {
  const { caseId, applicant } = run.input;
  run.stage = 'commitment';
  const task = run.open({ kind: 'COMMIT_DRAW', assignee: person(applicant.userId), duty: null, limit: null });
  const ending = new Ending<'COMMITTED' | 'CANCELLED'>();
  const close = run.desk.offerOnTask(CommitDraw, {
    concerns: (one) => one === task,
    take: async () => {
      await orRefuse(ask.commitToDraw({ caseId, at: Date.now() }));
      run.move('commit');
      run.close(task, 'COMMITTED');
      ending.set('COMMITTED');
    },
  });
  return cancellable(run, task, ending, close);
}

/** 抽取: the leader of the registry draws, once, with the seed that was committed to. */
async function draw(run: RandomCheckRun): Promise<{ readonly size: number } | 'CANCELLED'> {
  const { caseId, unitId } = run.input;
  run.stage = 'draw';
  const leaders = pool(unitId, 'REGISTRY_LEADER');
  const task = run.open({ kind: 'DRAW_CHECKS', assignee: leaders, duty: 'SIGN', limit: null });
  const ending = new Ending<{ readonly size: number } | 'CANCELLED'>();
  const close = run.desk.offerOnTask(Draw, {
    concerns: (one) => one === task,
    take: async ({ beaconValue }) => {
      const drawn = await orRefuse(ask.drawOnce({ caseId, at: Date.now(), beaconValue: beaconValue ?? null }));
      run.move('draw');
      run.close(task, 'DRAWN');
      ending.set(drawn);
    },
  });
  return cancellable(run, task, ending, close);
}

/** Waits for the end of a step that may also end by cancelling the whole draw. */
async function cancellable<T>(
  run: RandomCheckRun,
  task: OpenTask,
  ending: Ending<T | 'CANCELLED'>,
  close: () => void,
): Promise<T | 'CANCELLED'> {
  const closeCancel = run.desk.offerOnTask(CancelDraw, {
    concerns: (one) => one === task,
    take: () => {
      run.move('cancel');
      run.close(task, 'CANCELLED');
      run.effect('random-check/cancelled', {});
      ending.set('CANCELLED');
    },
  });
  try {
    await run.until(ending.reached);
    return ending.get();
  } finally {
    close();
    closeCancel();
  }
}

/** Rests for so long, or until something else makes it go on. */
async function pause(run: RandomCheckRun, ms: number, or: () => boolean = () => false): Promise<void> {
  const at = Date.now() + ms;
  run.alarmAt = at;
  await run.until(() => Date.now() >= at || or());
  run.alarmAt = null;
}
