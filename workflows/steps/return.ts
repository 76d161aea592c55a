import { Return } from '#domain/process/acts.js';
import { ReturnTargetInvalid } from '#domain/process/errors.js';
import type { Returned } from '#domain/process/route.js';
import type { CaseRun } from './case-run.js';
import type { OpenTask } from './open-task.js';

/** What a step that may be returned from needs to know. */
export interface ReturnSpec<Stage extends string> {
  /** The earlier stages to which this one may return the case. */
  readonly to: readonly Stage[];
  /** Moves the case's state; refuses when the state table does not allow it. */
  readonly onReturn: (to: Stage) => void;
}

/**
 * 退回: the holder of any task of the step sends the case back, from inside a parallel or countersigned step too.
 * The step's open tasks close; votes that were cast stay on record, and stay valid only if the case resumes here.
 */
export function offerReturn<Stage extends string>(
  run: CaseRun,
  spec: ReturnSpec<Stage>,
  concerns: (task: OpenTask) => boolean,
  returned: (end: Returned<Stage>) => void,
): () => void {
  const target = (to: string): Stage => {
    const found = spec.to.find((stage) => stage === to);
    if (found === undefined) throw new ReturnTargetInvalid(to, spec.to);
    return found;
  };
  return run.desk.offerOnTask(Return, {
    concerns,
    check: ({ to }) => {
      target(to);
    },
    take: ({ to, mode }) => {
      const stage = target(to);
      spec.onReturn(stage);
      for (const task of [...run.tasks.values()]) if (concerns(task)) run.close(task, 'RETURNED');
      returned({ kind: 'RETURNED', to: stage, mode });
    },
  });
}
