import { uuid4 } from '@temporalio/workflow';

import { NotFound } from '#domain/errors.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { CallToStage, DrawStageOrder, LeaveStage } from '#domain/venture-round/judging-acts.js';
import { askJudging, granted } from './judging-world.js';
import type { RoundStory } from './round.js';

const MINUTE_MS = 60_000;

/** 现场路演: the order is drawn once, then one project at a time is on stage until it leaves. */
export function offerStage(story: RoundStory): () => void {
  const { run, input } = story;
  const roundId = input.caseId;
  let onStage: string | null = null;
  const closing = [
    run.desk.offerOnCase(DrawStageOrder, {
      check: (_facts, { actor }) => story.assertOrganiser(actor),
      take: async ({ word = null }) => {
        const seed = uuid4();
        const projects = granted(await askJudging.drawStage({ roundId, seed, word }));
        run.effect('venture-round/stage-drawn', { seed, word, projects });
        run.beside(() => story.announce('STAGE_DRAWN'));
      },
    }),
    run.desk.offerOnCase(CallToStage, {
      check: (_facts, { actor }) => {
        story.assertOrganiser(actor);
        if (onStage !== null) throw new VentureRoundRefusal('VEN_STAGE_BUSY', { projectId: onStage });
      },
      take: async ({ projectId, minutes }) => {
        if (!(await askJudging.hasSlot(roundId, projectId))) throw new NotFound('StageSlot');
        onStage = projectId;
        run.effect('venture-round/on-stage', { projectId, endsAt: Date.now() + minutes * MINUTE_MS });
      },
    }),
    run.desk.offerOnCase(LeaveStage, {
      check: (_facts, { actor }) => story.assertOrganiser(actor),
      take: () => {
        run.effect('venture-round/off-stage', { projectId: onStage });
        onStage = null;
      },
    }),
  ];
  return () => closing.forEach((close) => close());
}
