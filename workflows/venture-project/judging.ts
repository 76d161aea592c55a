import { person } from '#domain/process/assignee.js';
import { askJudging } from '../venture-round/judging-world.js';
import type { ProjectStory } from './project.js';
import { ScoringDesk } from './scoring-desk.js';

/** 评审: the judges' sheets are locked, or a display project is shown; ends in SCORED or SHOWN when the round is ranked. */
export async function judging(story: ProjectStory): Promise<void> {
  const { run, input } = story;
  const desk = new ScoringDesk(story);
  const close = desk.offer();
  try {
    while ((await story.hear('JUDGES_ASSIGNED', 'RANKED')) === 'JUDGES_ASSIGNED') await desk.callJudges();
    const outcome = await askJudging.outcomeOf(input.round.caseId, input.caseId);
    run.closeAll('SCORING_CLOSED');
    run.move(outcome === 'SCORED' ? 'score' : 'show');
    run.notify(person(input.applicant.userId), 'VENTURE_RANKED', { caseNo: input.caseNo, roundNo: input.round.caseNo });
  } finally {
    close();
  }
}
