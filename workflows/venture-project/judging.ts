import { person } from '#domain/process/assignee.js';
import { askAtOnce } from '../venture-round/judging-world.js';
import type { ProjectStory } from './project.js';
import { ScoringDesk } from './scoring-desk.js';

/** 评审: the judges' sheets are locked, or a display project is shown; ends in SCORED or SHOWN when the round is ranked. */
export async function judging(story: ProjectStory): Promise<void> {
  const { run, input } = story;
  const applicant = person(input.applicant.userId);
  const params = { caseNo: input.caseNo, roundNo: input.round.caseNo };
  const desk = new ScoringDesk(story);
  const close = desk.offer();
  try {
    for (;;) {
      const news = await story.hear('JUDGES_ASSIGNED', 'STAGE_DRAWN', 'RANKED');
      if (news === 'RANKED') break;
      if (news === 'JUDGES_ASSIGNED') await desk.callJudges();
      else run.notify(applicant, 'STAGE_DRAWN', params);
    }
    const outcome = await askAtOnce.outcomeOf(input.round.caseId, input.caseId);
    run.closeAll('SCORING_CLOSED');
    run.move(outcome === 'SCORED' ? 'score' : 'show');
    run.notify(applicant, 'VENTURE_RANKED', params);
  } finally {
    close();
  }
}
