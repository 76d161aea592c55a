import { Withdraw } from '#domain/process/acts.js';
import { AuthNotAllowed } from '#domain/errors.js';
import type { CaseRun } from './case-run.js';

/**
 * 撤回: the applicant takes the case back while the state table allows it, in mid-vote too. Votes that were cast
 * stay on record; every open task closes; nothing is decided.
 */
export function offerWithdraw(run: CaseRun, onWithdraw: () => void): () => void {
  return run.desk.offerOnCase(Withdraw, {
    check: (_facts, { actor }) => {
      if (actor.role !== 'APPLICANT_USER') throw new AuthNotAllowed();
      run.assertPossible('withdraw');
    },
    take: () => {
      onWithdraw();
      run.closeAll('WITHDRAWN');
      run.stop();
    },
  });
}
