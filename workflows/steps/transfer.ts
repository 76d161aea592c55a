import { isFor } from '#domain/process/act.js';
import { toAssignee, Transfer } from '#domain/process/acts.js';
import { RecusalRequired, SignerAlreadyThere } from '#domain/process/errors.js';
import type { CaseRun } from './case-run.js';

/** 转办: the holder of a task, or the unit's leader, gives it to somebody else; its limit runs on. */
export function offerTransfer(run: CaseRun): () => void {
  return run.desk.offerOnTask(Transfer, {
    concerns: (task) => !task.personal && (task.assignee.kind === 'POOL' || task.duty !== 'SUBMIT'),
    // A leader with a conflict of interest decides nothing by handing the task on; else it would lie there for ever.
    evenIfBarred: true,
    mayAct: ({ actor }, task) => isFor(task.assignee, actor) || isFor(run.input.leader, actor),
    check: ({ to }, _act, task) => {
      if ('userId' in to && [...task.excluded].some((user) => user === to.userId)) throw new RecusalRequired('RECUSED');
      if (task.accepts?.(toAssignee(to)) === false) throw new SignerAlreadyThere();
    },
    take: ({ to }, _act, task) => {
      const assignee = toAssignee(to);
      run.reassign(task, assignee);
      run.notify(assignee, 'TASK_ASSIGNED', { caseNo: run.input.caseNo, taskId: task.taskId });
    },
  });
}
