import { Urge } from '#domain/process/acts.js';
import { UrgedRecently } from '#domain/process/errors.js';
import type { CaseRun } from './case-run.js';

const DAY_MS = 24 * 3600 * 1000;

/** 催办: whoever waits for the case reminds all whom it waits for, at most once a day. It changes no limit. */
export function offerUrge(run: CaseRun): () => void {
  let last: number | null = null;
  const assertNotTooSoon = (): void => {
    if (last !== null && Date.now() - last < DAY_MS) throw new UrgedRecently();
  };
  return run.desk.offerOnCase(Urge, {
    check: assertNotTooSoon,
    take: () => {
      last = Date.now();
      for (const task of run.tasks.values()) {
        if (!task.suspended) run.notify(task.assignee, 'URGED', { caseNo: run.input.caseNo, taskId: task.taskId });
      }
    },
  });
}
