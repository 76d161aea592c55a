import type { Slot, Stage } from './use-stage.js';

/** What the hall looks at: who is on stage; else whose result came last, until the next one is called; null before anybody was. */
export function focusOf({ slots, onStage }: Stage): Slot | null {
  const on = slots.find(({ projectId }) => projectId === onStage);
  if (on !== undefined) return on;
  const called = slots.filter(({ calledAt }) => calledAt !== null);
  return called.sort((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0))[0] ?? null;
}

/** The classes of which there are results. */
export const classesOf = ({ slots }: Stage): string[] => [
  ...new Set(slots.filter(({ result }) => result !== null).map((slot) => slot.class)),
];

/** The projects of a class that have a result, best first. */
export const rankedOf = ({ slots }: Pick<Stage, 'slots'>, name: string) =>
  slots
    .flatMap((slot) => (slot.class === name && slot.result !== null ? [{ ...slot, result: slot.result }] : []))
    .sort((a, b) => a.result.rank - b.result.rank || a.position - b.position);
