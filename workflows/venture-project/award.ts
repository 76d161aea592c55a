import { person } from '#domain/process/assignee.js';
import { awardEvent } from '#domain/venture-round/award-event.rule.js';
import type { ProjectState } from '#domain/venture-round/states.js';
import { recorded } from '../steps/recorded.js';
import { offerAdoptions } from './adoptions.js';
import { askMoney } from './money.js';
import type { ProjectStory } from './project.js';

const AWAITING: readonly ProjectState[] = ['SCORED', 'SHOWN', 'PROPOSED', 'RESERVE', 'NOT_FUNDED'];

/**
 * 拟资助与公示: proposal, reserve or none; public notice, objection, adoption. Ends in FUNDED or out, or in a state of its
 * own when the round closes.
 */
export async function award(story: ProjectStory): Promise<void> {
  const { run } = story;
  const close = offerAdoptions(story);
  const isAwaiting = (): boolean => AWAITING.includes(run.state);
  try {
    while (isAwaiting()) {
      const told = (): boolean => story.isTold('AWARDS_PROPOSED', 'RERANKED', 'PUBLICITY_ENDED', 'AWARDED', 'CLOSED');
      await run.until(() => !isAwaiting() || told());
      if (!isAwaiting()) return;
      if (story.take('AWARDS_PROPOSED', 'RERANKED', 'PUBLICITY_ENDED', 'AWARDED', 'CLOSED') === 'CLOSED') return;
      await followPlan(story);
    }
  } finally {
    close();
  }
}

/** Comes to where the plan in force puts the project. */
async function followPlan(story: ProjectStory): Promise<void> {
  const { run, input } = story;
  const event = awardEvent(await askMoney.awardOutcome(input.caseId), run.state);
  if (event === null) return;
  run.move(event);
  run.notify(person(input.applicant.userId), `AWARD_${run.state}`, { caseNo: input.caseNo });
  if (event !== 'screenOut') return;
  story.stepDown();
  await recorded(run);
  await story.tellRound();
}
