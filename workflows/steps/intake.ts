import type { Act } from '#domain/process/act.js';
import { Accept, Resubmit, Supplement } from '#domain/process/acts.js';
import type { Assignee } from '#domain/process/assignee.js';
import { SupplementUsed } from '#domain/process/errors.js';
import type { Limit } from '#domain/process/record.js';
import type { CaseRun } from './case-run.js';
import { Ending } from './ending.js';
import type { OpenTask } from './open-task.js';
import type { StageMemory } from './stages.js';

export interface IntakeSpec {
  readonly assignee: Assignee;
  readonly applicant: Assignee;
  readonly checkLimit: (from: number) => Limit;
  readonly answerLimit: (from: number) => Limit;
  /** What the state table calls the events; each moves the case or refuses. */
  readonly onAccept: () => void;
  readonly onSupplement: (items: readonly string[], act: Act) => void | Promise<void>;
  readonly onResubmit: (formVersion: number) => void | Promise<void>;
  /** The answer did not come in time: the case ends. */
  readonly onLapse: () => void;
}

/**
 * Intake with a one-time supplement (一次性告知, 补正): the official accepts, or tells once and for all what is missing;
 * the check's clock stops while the applicant answers. An answer that does not come in time ends the case.
 */
export async function intake(run: CaseRun, memory: StageMemory, spec: IntakeSpec): Promise<'ACCEPTED' | 'LAPSED'> {
  const ending = new Ending<'ACCEPTED' | 'LAPSED'>();
  let answer: OpenTask | null = null;
  const check = run.open({
    kind: 'INTAKE',
    assignee: spec.assignee,
    duty: 'REVIEW',
    limit: spec.checkLimit(Date.now()),
  });
  const closing = [
    run.desk.offerOnTask(Accept, {
      concerns: (task) => task === check,
      take: () => {
        spec.onAccept();
        run.close(check, 'ACCEPTED');
        ending.set('ACCEPTED');
      },
    }),
    run.desk.offerOnTask(Supplement, {
      concerns: (task) => task === check,
      check: () => {
        if (memory.forGood === 'SUPPLEMENT_USED') throw new SupplementUsed();
      },
      take: async ({ items }, asked) => {
        await spec.onSupplement(items, asked);
        memory.forGood = 'SUPPLEMENT_USED';
        run.suspend(check, 'SUPPLEMENT', null);
        answer = run.open({
          kind: 'SUPPLEMENT',
          assignee: spec.applicant,
          duty: 'SUBMIT',
          limit: spec.answerLimit(Date.now()),
          onLapse: () => {
            spec.onLapse();
            ending.set('LAPSED');
          },
        });
        run.notify(spec.applicant, 'SUPPLEMENT_NEEDED', { caseNo: run.input.caseNo });
      },
    }),
    run.desk.offerOnTask(Resubmit, {
      concerns: (task) => task === answer,
      take: async ({ formVersion }, _act, task) => {
        await spec.onResubmit(formVersion);
        run.close(task, 'RESUBMITTED');
        answer = null;
        run.resume(check);
      },
    }),
  ];
  try {
    await run.until(ending.reached);
    if (ending.get() === 'LAPSED') run.close(check, 'LAPSED');
    return ending.get();
  } finally {
    for (const close of closing) close();
  }
}
