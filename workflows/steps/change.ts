import type { CaseRecord, TaskChanged } from '#domain/process/record.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** What the steps changed since the last record. */
export type Change = Mutable<
  Pick<CaseRecord, 'opened' | 'changed' | 'closedTasks' | 'copies' | 'recusals' | 'notices' | 'effects'>
>;

export const nothingChanged = (): Change => ({
  opened: [],
  changed: [],
  closedTasks: [],
  copies: [],
  recusals: [],
  notices: [],
  effects: [],
});

export const isEmpty = (change: Change): boolean => Object.values(change).every((list) => list.length === 0);

/** A record names a task once among its changes: a further change of it in the same turn joins the first. */
export function noteChange({ changed }: Change, change: TaskChanged): void {
  const at = changed.findIndex(({ taskId }) => taskId === change.taskId);
  if (at < 0) changed.push(change);
  else changed[at] = { ...changed[at], ...change };
}
