import type { UserId } from '#domain/ids.js';
import type { Actor } from '#domain/process/act.js';
import { Claim, Recuse } from '#domain/process/acts.js';
import { assigneeKey, person } from '#domain/process/assignee.js';
import { SignerAlreadyThere, SlotNotOpen } from '#domain/process/errors.js';
import type { CaseRun } from './case-run.js';

/** 领取: one of a pool takes the task, and with it declares to have no conflict of interest (C5). */
export function offerClaim(run: CaseRun): () => void {
  return run.desk.offerOnTask(Claim, {
    concerns: () => true,
    check: (_facts, { actor }, task) => {
      if (task.assignee.kind !== 'POOL') throw new SlotNotOpen();
      if (task.duty) run.duties.assertFree(actor, task.duty);
      if (task.accepts?.(person(holderOf(actor))) === false) throw new SignerAlreadyThere();
    },
    take: (_facts, { actor }, task) => {
      const holder = holderOf(actor);
      run.reassign(task, person(holder), holder);
    },
  });
}

/**
 * 回避: the holder declares a conflict of interest and never gets this task again. It goes back to the pool that it
 * came from; a task that was one person's own goes to the unit's leader. Where neither can take it (they sign beside
 * the holder), it stays, and the leader, who is told, transfers it.
 */
export function offerRecuse(run: CaseRun): () => void {
  return run.desk.offerOnTask(Recuse, {
    concerns: (task) => task.duty !== 'SUBMIT' && !task.personal,
    take: ({ ground }, { actor }, task) => {
      run.exclude(task, holderOf(actor), ground);
      const candidates = task.origin.kind === 'POOL' ? [task.origin, run.input.leader] : [run.input.leader];
      const next = candidates.find((to) => task.accepts?.(to) ?? true);
      if (next && assigneeKey(next) !== assigneeKey(task.assignee)) run.reassign(task, next);
      run.notify(run.input.leader, 'RECUSED', { caseNo: run.input.caseNo, taskId: task.taskId });
    },
  });
}

const holderOf = ({ userId, onBehalfOf }: Actor): UserId => onBehalfOf ?? userId;
