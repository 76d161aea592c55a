import { Confirm } from '#domain/process/acts.js';
import type { Assignee } from '#domain/process/assignee.js';
import type { Limit } from '#domain/process/record.js';
import type { CaseRun } from './case-run.js';
import type { OpenTask } from './open-task.js';

/** One statement that somebody else has to make: about whom or what, and who is asked. */
export interface ConfirmationWanted {
  /** An id: a person, a home Party organisation. */
  readonly subject: string;
  readonly kind: string;
  readonly assignee: Assignee;
}

export interface ConfirmationsSpec {
  readonly wanted: readonly ConfirmationWanted[];
  readonly limit: Limit | null;
  readonly onAnswer?: (subject: string, answer: 'CONFIRM' | 'DECLINE') => void;
}

/** Parallel confirmations that run beside another step: it sees what is still open and closes them when it ends. */
export interface Confirmations {
  readonly answers: ReadonlyMap<string, 'CONFIRM' | 'DECLINE'>;
  readonly outstanding: () => readonly string[];
  readonly close: () => void;
}

/** Asks everybody at once; each answers on their own, in any order, once. */
export function askForConfirmations(run: CaseRun, spec: ConfirmationsSpec): Confirmations {
  const answers = new Map<string, 'CONFIRM' | 'DECLINE'>();
  const open = new Map<OpenTask, string>();
  for (const { subject, kind, assignee } of spec.wanted) {
    const personal = assignee.kind === 'USER' ? ({ personal: true } as const) : {};
    open.set(run.open({ kind, assignee, duty: null, limit: spec.limit, ...personal }), subject);
  }
  const closeOffer = run.desk.offerOnTask(Confirm, {
    concerns: (task) => open.has(task),
    take: ({ answer }, _act, task) => {
      const subject = open.get(task);
      if (subject === undefined) return;
      answers.set(subject, answer);
      open.delete(task);
      run.close(task, answer);
      spec.onAnswer?.(subject, answer);
    },
  });
  return {
    answers,
    outstanding: () => [...open.values()],
    close: () => {
      closeOffer();
      for (const task of open.keys()) run.close(task, 'NOT_NEEDED');
      open.clear();
    },
  };
}
