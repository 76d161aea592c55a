import { CopyTo, toAssignee } from '#domain/process/acts.js';
import type { CaseRun } from './case-run.js';

/** 抄送: others may read the case and are told; they get no task. */
export function offerCopy(run: CaseRun): () => void {
  return run.desk.offerOnCase(CopyTo, {
    take: ({ to }) => {
      for (const reader of to.map(toAssignee)) {
        run.copy(reader);
        run.notify(reader, 'COPIED', { caseNo: run.input.caseNo });
      }
    },
  });
}
