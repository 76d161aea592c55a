import { Claim, Recuse } from '#domain/process/acts.js';
import { assigneeKey, person } from '#domain/process/assignee.js';
import { SlotNotOpen } from '#domain/process/errors.js';
import type { CaseRun } from './case-run.js';

/** 领取: one of a pool takes the task, and with it declares to have no conflict of interest (C5). */
export function offerClaim(run: CaseRun): () => void {
  return run.desk.offerOnTask(Claim, {
    concerns: () => true,
    check: (_facts, { actor }, task) => {
      if (task.assignee.kind !== 'POOL') throw new SlotNotOpen();
      if (task.duty) run.duties.assertFree(actor, task.duty);
    },
    take: (_facts, { actor }, task) => {
      const holder = actor.onBehalfOf ?? actor.userId;
      run.reassign(task, person(holder), holder);
    },
  });
}

/**
 * 回避: the holder declares a conflict of interest and never gets this task again. It goes back to the pool that it
 * came from; a task that was one person's own goes to the unit's leader.
 */
export function offerRecuse(run: CaseRun): () => void {
  return run.desk.offerOnTask(Recuse, {
    concerns: (task) => task.duty !== 'SUBMIT',
    take: ({ ground }, { actor }, task) => {
      run.exclude(task, actor.onBehalfOf ?? actor.userId, ground);
      const back = task.origin.kind === 'POOL' ? task.origin : run.input.leader;
      if (assigneeKey(back) !== assigneeKey(task.assignee)) run.reassign(task, back);
      run.notify(run.input.leader, 'RECUSED', { caseNo: run.input.caseNo, taskId: task.taskId });
    },
  });
}
