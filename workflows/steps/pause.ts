import { isFor } from '#domain/process/act.js';
import { Pause, PAUSE_GROUNDS, Resume } from '#domain/process/acts.js';
import { PauseTooLong } from '#domain/process/errors.js';
import type { CaseRun } from './case-run.js';

const DAY_MS = 24 * 3600 * 1000;

/**
 * 中止计时: a task's clock stops for a legal ground and for a stated time, and starts again by itself at its end, so that
 * no case waits for ever. The due date moves by the days of the pause.
 */
export function offerPause(run: CaseRun): () => void {
  const closePause = run.desk.offerOnTask(Pause, {
    concerns: (task) => task.limit !== null && task.duty !== 'SUBMIT',
    check: ({ ground, days }) => {
      const longest = PAUSE_GROUNDS[ground].maxDays;
      if (days > longest) throw new PauseTooLong(longest);
    },
    take: ({ ground, days }, _act, task) => {
      run.suspend(task, ground, Date.now() + days * DAY_MS);
    },
  });
  const closeResume = run.desk.offerOnTask(Resume, {
    // A supplement's pause ends with the applicant's answer, not by hand.
    concerns: (task) => task.suspended !== null && task.suspended.until !== null,
    mayAct: ({ actor }, task) => isFor(task.assignee, actor) || isFor(run.input.leader, actor),
    whileSuspended: true,
    take: (_facts, _act, task) => {
      run.resume(task);
    },
  });
  return () => {
    closePause();
    closeResume();
  };
}
