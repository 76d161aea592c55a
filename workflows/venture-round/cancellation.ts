import { CancelRound } from '#domain/venture-round/acts.js';
import type { RoundStory } from './round.js';

/** 取消本届: the host ends the round before its awards stand; the reasons are published, and every project is told. */
export function offerCancellation(story: RoundStory): void {
  const { run } = story;
  run.desk.offerOnCase(CancelRound, {
    check: (_facts, { actor }) => {
      story.assertOrganiser(actor);
      run.assertPossible('cancel');
    },
    take: async (_facts, { requestId }) => {
      run.move('cancel');
      run.effect('venture-round/cancelled', { requestId });
      run.closeAll('CANCELLED');
      await story.tell('CANCELLED');
      run.stop();
    },
  });
}
