import type { CaseRun } from './case-run.js';
import { offerClaim, offerRecuse } from './claim.js';
import { offerCopy } from './copy.js';
import { offerPause } from './pause.js';
import { offerTransfer } from './transfer.js';
import { offerUrge } from './urge.js';

/** What can be done on every case of every matter as long as it runs. */
export function offerEverydayActs(run: CaseRun): void {
  offerClaim(run);
  offerRecuse(run);
  offerTransfer(run);
  offerUrge(run);
  offerCopy(run);
  offerPause(run);
}
