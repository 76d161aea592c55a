import { RETURN_TRANSITIONS } from '#domain/annual-inspection/states.js';
import { CaseRun } from '../steps/case-run.js';
import { offerEverydayActs } from '../steps/everyday-acts.js';
import { ask, type ReturnRun } from './case.js';
import type { ReturnInput } from './contract.js';
import { fileReturn } from './filing.js';
import { followUp, offerSupersede } from './follow-up.js';
import { conclude, type Decided, offerFindings, preliminaryOpinion, registryIntake } from './review.js';
import { PartyConfirmation } from './party-confirmation.js';
import { Season } from './season.js';

/** For how long a case that had ended waits for the new decision for which it takes up again. */
const CORRECTION_MS = 24 * 3600 * 1000;

/** 年度工作报告: one organisation's yearly return, from the opening of its season to its end (M02). */
export async function annualReturn(input: ReturnInput): Promise<void> {
  const run: ReturnRun = new CaseRun(input, RETURN_TRANSITIONS, 'NOT_STARTED');
  offerEverydayActs(run);
  await run.carryOut(async () => {
    const season = new Season(run, input);
    season.listen();
    let decided = input.reopened ? await correct(run, input, season) : await fileAndReview(run, input, season);
    while (decided !== null) decided = await followUp(run, input, season, decided);
  });
}

/** 报送 → 初审 → 受理 → 结论, or the closing of the season. */
async function fileAndReview(run: ReturnRun, input: ReturnInput, season: Season): Promise<Decided> {
  const confirmation = new PartyConfirmation(run, input);
  const closeConfirmation = confirmation.offer();
  let closeFindings: (() => void) | null = null;
  try {
    do {
      const filed = await fileReturn(run, input, season, confirmation);
      if (filed === 'NOT_PARTICIPATED') return { conclusion: 'NOT_PARTICIPATED', signer: null };
    } while ((await preliminaryOpinion(run, input, season)) === 'RETURNED');
    closeFindings = offerFindings(run, input);
    await registryIntake(run, input);
    return await conclude(run, input);
  } finally {
    closeFindings?.();
    closeConfirmation();
  }
}

/** A case that had ended takes up for one new decision; without it, it ends again as it was. */
async function correct(run: ReturnRun, input: ReturnInput, season: Season): Promise<Decided | null> {
  const { conclusion } = await ask.standing(input.caseId);
  let decided: Decided | null = null;
  const until = Date.now() + CORRECTION_MS;
  run.alarmAt = until;
  const close = offerSupersede(run, input, season, { conclusion, signer: null }, (by) => {
    decided = by;
  });
  try {
    await run.until(() => decided !== null || Date.now() >= until);
    return decided;
  } finally {
    close();
    run.alarmAt = null;
  }
}
