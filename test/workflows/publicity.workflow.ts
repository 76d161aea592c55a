import { person, pool } from '#domain/process/assignee.js';
import type { TransitionTable } from '#domain/process/transitions.js';
import { CaseRun } from '#workflows/steps/case-run.js';
import type { CaseInput } from '#workflows/steps/contract.js';
import { offerEverydayActs } from '#workflows/steps/everyday-acts.js';
import { publicity } from '#workflows/steps/publicity.js';

type State = 'UNDER_REVIEW' | 'DONE';
const TABLE: TransitionTable<State, 'finish'> = { UNDER_REVIEW: { finish: 'DONE' }, DONE: {} };

/** A small matter: one public notice of five working days, and what it came to told as notices. */
export async function noticed(input: CaseInput): Promise<void> {
  const run = new CaseRun<State, 'finish'>(input, TABLE, 'UNDER_REVIEW');
  const applicant = person(input.applicant.userId);
  offerEverydayActs(run);
  await run.carryOut(async () => {
    const upheld = await publicity(run, {
      no: 1,
      keeper: pool(input.unitId, 'TWO_NEW_APPROVER'),
      limit: (from) => ({ unit: 'WD', length: 5, from }),
      answerLimit: (from) => ({ unit: 'WD', length: 5, from }),
      onStands: (except) => run.notify(applicant, 'STANDS', { except: [...except].sort().join() }),
      onCleared: (subject) => run.notify(applicant, 'CLEARED', { subject }),
    });
    for (const [subject, remedy] of upheld) run.notify(applicant, 'UPHELD', { subject, remedy });
    run.move('finish');
  });
}
