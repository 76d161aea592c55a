import type { TransitionTable } from '#domain/process/transitions.js';
import { CaseRun } from '#workflows/steps/case-run.js';
import type { CaseInput } from '#workflows/steps/contract.js';
import { offerCopy } from '#workflows/steps/copy.js';
import { offerWithdraw } from '#workflows/steps/withdraw.js';

const TABLE: TransitionTable<'ACTIVE' | 'ENDED', 'withdraw'> = { ACTIVE: { withdraw: 'ENDED' }, ENDED: {} };

/** A matter in its long phase: nothing but acts on the case, and a new run after every seven of them. */
export async function longLife(input: CaseInput): Promise<void> {
  const run = new CaseRun(input, TABLE, 'ACTIVE');
  let ended = false;
  offerCopy(run);
  offerWithdraw(run, () => {
    run.move('withdraw');
    ended = true;
  });
  await run.carryOut(async () => {
    run.allowRenewal((carried) => ({ ...input, carried }), 7);
    await run.until(() => ended);
  });
}
