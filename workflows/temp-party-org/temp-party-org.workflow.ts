import { getExternalWorkflowHandle } from '@temporalio/workflow';

import { TEMP_PARTY_ORG_TRANSITIONS } from '#domain/temp-party-org/states.js';
import { CaseRun } from '../steps/case-run.js';
import { offerEverydayActs } from '../steps/everyday-acts.js';
import { offerWithdraw } from '../steps/withdraw.js';
import { apply, type CouncilTerm } from './application.js';
import { today, type TempPartyOrgRun } from './case.js';
import { renewalEnded, type TempPartyOrgInput } from './contract.js';
import { fileReply } from './filing.js';
import { live } from './life.js';

/** 临时党组织: application → reply → filing, and its life until renewal, conversion, revocation or expiry (M01). */
export async function tempPartyOrg(input: TempPartyOrgInput): Promise<void> {
  const run: TempPartyOrgRun = new CaseRun(input, TEMP_PARTY_ORG_TRANSITIONS, 'SUBMITTED');
  const renewed = new RenewedCase(input);
  offerEverydayActs(run);
  offerWithdraw(run, () => {
    run.move('withdraw');
  });
  await run.carryOut(async () => {
    let { life } = input;
    let repliedTo: CouncilTerm | null = null;
    if (!life) {
      const approved = await apply(run, input);
      if (approved === null) return;
      life = await fileReply(run, input, approved);
      repliedTo = approved.council;
      await renewed.tell(true);
    }
    await live(run, input, life, repliedTo);
  });
  await renewed.tell(false);
}

/** The case that this one renews: told once, when this one becomes active or has ended without. */
class RenewedCase {
  #told: boolean;

  constructor(private readonly input: TempPartyOrgInput) {
    this.#told = input.renews === undefined || input.life !== undefined;
  }

  async tell(active: boolean): Promise<void> {
    const { renews, caseNo } = this.input;
    if (this.#told || renews === undefined) return;
    this.#told = true;
    try {
      await getExternalWorkflowHandle(renews).signal(renewalEnded, { caseNo, active, on: today() });
    } catch {
      // It ended meanwhile (revoked, or expired): there is nobody to tell.
    }
  }
}
