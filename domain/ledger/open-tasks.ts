import type { LedgerFacts } from './ledger-facts.js';

/** A task that still waits, as the ledger tells it. */
export interface WaitingTask {
  readonly taskId: string;
  readonly assignee: string;
  readonly status: 'OPEN' | 'SUSPENDED';
  readonly due: number | null;
}

/** The tasks that wait after these entries of one case, in the order they were opened: what the table must show. */
export function openTasks(entries: readonly Pick<LedgerFacts, 'opened' | 'changed' | 'closedTasks'>[]): WaitingTask[] {
  const waiting = new Map<string, WaitingTask>();
  for (const { opened, changed, closedTasks } of entries) {
    for (const { taskId, assignee, due } of opened) waiting.set(taskId, { taskId, assignee, status: 'OPEN', due });
    for (const change of changed) {
      const task = waiting.get(change.taskId);
      if (task !== undefined) waiting.set(change.taskId, afterChange(task, change));
    }
    for (const { taskId } of closedTasks) waiting.delete(taskId);
  }
  return [...waiting.values()];
}

function afterChange(task: WaitingTask, change: LedgerFacts['changed'][number]): WaitingTask {
  const resumed = change.resume === true ? 'OPEN' : task.status;
  return {
    ...task,
    assignee: change.assignee ?? task.assignee,
    status: change.suspend === undefined ? resumed : 'SUSPENDED',
    due: change.due === undefined ? task.due : change.due,
  };
}
