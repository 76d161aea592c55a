import type { CaseView } from '../../api/case.js';
import type { Instalment } from './queries.js';

/** Whether the task is one of the two on which this instalment is signed: the organisers' and the finance's. */
export const isSignedOn = ({ taskId, financeTaskId }: Instalment, asked: string | null): boolean =>
  asked !== null && (taskId === asked || financeTaskId === asked);

/** The open task on which the reader signs an instalment: the finance its own while it is open. null: it waits for nobody. */
export function taskToSign(view: CaseView, { taskId, financeTaskId }: Instalment, isFinance: boolean): string | null {
  const isOpen = (id: string | null): boolean => id !== null && view.tasks.some((task) => task.taskId === id);
  if (isFinance && isOpen(financeTaskId)) return financeTaskId;
  return isOpen(taskId) ? taskId : null;
}
