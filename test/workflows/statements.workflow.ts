import type { CaseInput } from '#workflows/steps/contract.js';
import { person, pool } from '#domain/process/assignee.js';
import type { Limit } from '#domain/process/record.js';
import type { TransitionTable } from '#domain/process/transitions.js';
import { CaseRun } from '#workflows/steps/case-run.js';
import { askForConfirmations } from '#workflows/steps/confirmations.js';
import { decide } from '#workflows/steps/decide.js';
import { offerEverydayActs } from '#workflows/steps/everyday-acts.js';
import { intake } from '#workflows/steps/intake.js';
import { inStages } from '#workflows/steps/stages.js';

type State = 'SUBMITTED' | 'SUPPLEMENT' | 'ACCEPTED' | 'DONE' | 'LAPSED';
type Event = 'accept' | 'supplement' | 'resubmit' | 'lapse' | 'finish' | 'giveBack';
const TABLE: TransitionTable<State, Event> = {
  SUBMITTED: { accept: 'ACCEPTED', supplement: 'SUPPLEMENT' },
  SUPPLEMENT: { resubmit: 'SUBMITTED', lapse: 'LAPSED' },
  ACCEPTED: { finish: 'DONE', giveBack: 'SUBMITTED' },
  DONE: {},
  LAPSED: {},
};
const workingDays = (length: number, from: number): Limit => ({ unit: 'WD', length, from });

/** A small matter: intake with one supplement, then a signature beside two members' own statements. */
export async function statements(input: CaseInput): Promise<void> {
  const run = new CaseRun<State, Event>(input, TABLE, 'SUBMITTED');
  offerEverydayActs(run);
  await run.carryOut(async () => {
    const end = await inStages(run, ['intake', 'sign'], {
      intake: async (memory) => {
        const taken = await intake(run, memory, {
          assignee: pool(input.unitId, 'TWO_NEW_APPROVER'),
          applicant: person(input.applicant.userId),
          checkLimit: (from) => workingDays(5, from),
          answerLimit: (from) => workingDays(15, from),
          onAccept: () => run.move('accept'),
          onSupplement: () => run.move('supplement'),
          onResubmit: () => run.move('resubmit'),
          onLapse: () => run.move('lapse'),
        });
        return taken === 'ACCEPTED' ? { kind: 'DONE' } : 'ENDED';
      },
      sign: async (memory) => {
        const confirmations = askForConfirmations(run, {
          wanted: ['member-1', 'member-2'].map((id) => ({ subject: id, kind: 'CONFIRM', assignee: person(id) })),
          limit: null,
        });
        const end = await decide(run, memory, {
          kind: 'SIGN',
          rule: { kind: 'ALL' },
          signers: [{ assignee: person('signer') }],
          duty: 'SIGN',
          limit: null,
          returnTo: { to: ['intake'], onReturn: () => run.move('giveBack') },
        });
        if (end.kind === 'RETURNED') {
          confirmations.close();
          return end;
        }
        await run.until(() => confirmations.outstanding().length === 0);
        confirmations.close();
        return { kind: 'DONE' };
      },
    });
    if (end === 'DONE') run.move('finish');
  });
}
