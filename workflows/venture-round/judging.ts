import { AcceptAssignment, CloseScoring } from '#domain/venture-round/judging-acts.js';
import { askJudging, granted } from './judging-world.js';
import { diagnose } from './ranking.js';
import type { RoundStory } from './round.js';
import { offerStage } from './stage.js';

/**
 * 评审: an assignment that was computed is accepted and becomes the judges' tasks; sheets are locked on the projects' cases, online or
 * on stage; the organiser closes the scoring and the round is ranked by the published policy.
 */
export async function judge(story: RoundStory): Promise<void> {
  const { run, input } = story;
  const roundId = input.caseId;
  const task = run.open({ kind: 'CLOSE_SCORING', assignee: story.organisers, duty: null, limit: null });
  const closing = [
    offerStage(story),
    run.desk.offerOnCase(AcceptAssignment, {
      check: (_facts, { actor }) => story.assertOrganiser(actor),
      take: async ({ jobId }) => {
        const pairs = granted(await askJudging.applyAssignment({ roundId, jobId, at: Date.now() }));
        run.effect('venture-round/assigned', { jobId, pairs });
        run.beside(() => story.announce('JUDGES_ASSIGNED'));
      },
    }),
    run.desk.offerOnTask(CloseScoring, {
      concerns: (open) => open === task,
      take: async () => {
        const { seq, resultHash } = granted(
          await askJudging.closeScoring({ roundId, seq: run.nextSeq, at: Date.now() }),
        );
        run.move('closeScoring');
        run.effect('venture-round/scoring-closed', {});
        run.effect('venture-round/ranked', { seq, resultHash });
        run.close(task, 'CLOSED');
        await diagnose(roundId, seq);
        run.beside(() => story.announce('RANKED'));
      },
    }),
  ];
  try {
    await run.until(() => run.state !== 'SCORING');
  } finally {
    for (const close of closing) close();
  }
}
