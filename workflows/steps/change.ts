import type { CaseRecord } from '#domain/process/record.js';

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
