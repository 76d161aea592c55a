import { CaseStateConflict } from '#domain/errors.js';
import { RecordPanelVote } from '#domain/venture-round/judging-acts.js';
import { startOnce } from '../steps/start-once.js';
import { askJudging, granted } from './judging-world.js';
import type { RoundStory } from './round.js';

/** Ranks the round again within the present turn: without projects that are gone, or with one more vote of the panel. */
export async function rankAgain({ run, input }: RoundStory, vote: readonly string[] | null = null): Promise<void> {
  const asked = { roundId: input.caseId, seq: run.nextSeq, at: Date.now(), vote };
  const { seq, resultHash } = granted(await askJudging.rankAgain(asked));
  run.effect('venture-round/ranked', { seq, resultHash });
  await diagnose(asked.roundId, seq);
}

/** Has the diagnostics of a ranking computed; they outlive the turn that asked for them. */
export function diagnose(roundId: string, seq: number): Promise<void> {
  const workflowId = `ranking-diagnosis:${roundId}:${seq}`;
  return startOnce({ workflow: 'rankingDiagnosis', workflowId, input: { roundId, seq } });
}

/** 评审组表决: a tie that nothing tells apart is put in order by the panel, before awards are proposed. */
export function offerPanelVotes(story: RoundStory): void {
  const { run } = story;
  run.desk.offerOnCase(RecordPanelVote, {
    check: (_facts, { actor }) => {
      story.assertOrganiser(actor);
      if (run.state !== 'RANKED') throw new CaseStateConflict(run.state, RecordPanelVote.kind);
    },
    take: ({ order }) => rankAgain(story, order),
  });
}
