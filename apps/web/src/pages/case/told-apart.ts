import type { Action } from '../../api/case.js';
import type { MatterPages } from './matter.js';

/** An action as its button is called: by the act alone, or with the task that it is about, or with its place among equals, from 1. */
export interface Told {
  readonly action: Action;
  readonly about: Action['task'];
  readonly place: number | null;
}

/**
 * Actions of which no two read the same. One that is done on a page of its own shows once, and so does one on tasks of which any
 * is as good as the next (two officers each verify, on whichever task). What is left of one kind is named by its task.
 */
export function toldApart(
  actions: readonly Action[],
  { elsewhere, alike }: Pick<MatterPages, 'elsewhere' | 'alike'>,
): Told[] {
  const isSame = (one: Action, other: Action): boolean =>
    one.kind === other.kind &&
    (elsewhere?.[one.kind] !== undefined ||
      (one.task !== null && one.task.kind === other.task?.kind && alike?.includes(one.task.kind) === true));
  const shown = actions.filter((action, at) => !actions.slice(0, at).some((before) => isSame(before, action)));
  return shown.map((action): Told => {
    const ofKind = shown.filter(({ kind }) => kind === action.kind);
    if (ofKind.length === 1) return { action, about: null, place: null };
    const equals = ofKind.filter(({ task }) => task?.kind === action.task?.kind);
    return { action, about: action.task, place: equals.length === 1 ? null : equals.indexOf(action) + 1 };
  });
}
