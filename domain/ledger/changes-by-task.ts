import type { TaskChanged } from '#domain/process/record.js';

/**
 * What a record's changes come to, one change a task: later ones go over earlier ones. A suspension that is lifted within the same record
 * never was; a task that is resumed and suspended again is both, its due date moves and its clock stops anew.
 */
export function changesByTask(changed: readonly TaskChanged[]): Map<TaskChanged['taskId'], TaskChanged> {
  const byTask = new Map<TaskChanged['taskId'], TaskChanged>();
  for (const change of changed) {
    byTask.set(change.taskId, together(byTask.get(change.taskId) ?? { taskId: change.taskId }, change));
  }
  return byTask;
}

function together(earlier: TaskChanged, later: TaskChanged): TaskChanged {
  if (later.resume !== true || earlier.suspend === undefined) return { ...earlier, ...later };
  const { suspend: _lifted, ...rest } = earlier;
  const { resume: _notNeeded, ...others } = later;
  return { ...rest, ...others };
}
