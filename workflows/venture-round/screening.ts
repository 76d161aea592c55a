import { FinishScreening } from '#domain/venture-round/acts.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { Ending } from '../steps/ending.js';
import { ask, type RoundStory } from './round.js';

/** 资格审查: every project is screened by officers on its own case; the organiser finishes it, and the shortlist is published. */
export async function screenAll(story: RoundStory): Promise<void> {
  const { run, input } = story;
  const finished = new Ending<'finishScreening' | 'noneShortlisted'>();
  const limit = story.workingDays(story.call.screenWD);
  const task = run.open({ kind: 'FINISH_SCREENING', assignee: story.organisers, duty: null, limit });
  run.beside(() => story.tell('SCREENING_BEGAN'));
  const close = run.desk.offerOnTask(FinishScreening, {
    concerns: (open) => open === task,
    take: async () => {
      const { unscreened, shortlisted } = await ask.screeningStanding(input.caseId);
      if (unscreened > 0) throw new VentureRoundRefusal('VEN_SCREENING_OPEN', { unscreened });
      const event = shortlisted > 0 ? 'finishScreening' : 'noneShortlisted';
      run.move(event);
      run.effect('venture-round/shortlisted', { shortlisted });
      run.close(task, event);
      finished.set(event);
    },
  });
  try {
    await run.until(finished.reached);
  } finally {
    close();
  }
}
