import { isFinal } from '#domain/process/transitions.js';
import { ROUND_TRANSITIONS, type RoundState } from '#domain/venture-round/states.js';
import { CaseRun } from '../steps/case-run.js';
import { offerEverydayActs } from '../steps/everyday-acts.js';
import { offerAmendments } from './amendment.js';
import { propose, publicise, settleAgreements } from './awarding.js';
import { openCall, plan } from './call.js';
import { offerCancellation } from './cancellation.js';
import type { VentureRoundInput } from './contract.js';
import { execute, hold } from './execution.js';
import { judge } from './judging.js';
import { offerPanelVotes } from './ranking.js';
import { RoundStory, type RoundRun } from './round.js';
import { screenAll } from './screening.js';

/** What is done in each state of a round; each moves it on, and a state that is entered again is done again. */
const PHASES: Readonly<Record<Exclude<RoundState, 'CLOSED' | 'CANCELLED'>, (story: RoundStory) => Promise<void>>> = {
  PLANNED: plan,
  CALL_OPEN: openCall,
  SCREENING: screenAll,
  SCORING: judge,
  RANKED: propose,
  PUBLICITY: publicise,
  AWARDED: settleAgreements,
  EXECUTION: execute,
  SHOWCASE: hold,
};

/** 公益创投: a round from its planning over call, screening, scoring, awards and execution to its showcase (M03). */
export async function ventureRound(input: VentureRoundInput): Promise<void> {
  const run: RoundRun = new CaseRun(input, ROUND_TRANSITIONS, 'PLANNED');
  const story = new RoundStory(run, input);
  offerEverydayActs(run);
  offerAmendments(story);
  offerCancellation(story);
  offerPanelVotes(story);
  await run.carryOut(async () => {
    story.listen();
    for (;;) {
      const { state } = run;
      if (state === 'CLOSED' || state === 'CANCELLED') break;
      run.stage = state.toLowerCase();
      await PHASES[state](story);
    }
    if (isFinal(ROUND_TRANSITIONS, run.state)) await story.tell(run.state === 'CLOSED' ? 'CLOSED' : 'CANCELLED');
  });
}
