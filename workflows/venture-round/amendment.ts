import { CaseStateConflict, DomainError } from '#domain/errors.js';
import { AmendCall } from '#domain/venture-round/acts.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { RoundState } from '#domain/venture-round/states.js';
import { ask, type RoundStory } from './round.js';

/** Until judging has ended: what ranks and awards is fixed by then. */
const AMENDABLE: readonly RoundState[] = ['CALL_OPEN', 'SCREENING', 'SCORING'];

/** 补充公告: the one way in which a frozen configuration changes, checked as a whole and published under its own hash. */
export function offerAmendments(story: RoundStory): void {
  const { run, input } = story;
  run.desk.offerOnCase(AmendCall, {
    check: (_facts, { actor }) => {
      story.assertOrganiser(actor);
      if (!AMENDABLE.includes(run.state)) throw new CaseStateConflict(run.state, AmendCall.kind);
    },
    take: async ({ formVersion }, { requestId }) => {
      const { refusal, call } = await ask.amendmentToPublish({ caseId: input.caseId, formVersion, at: Date.now() });
      if (refusal) throw new DomainError(refusal);
      if (run.state !== 'CALL_OPEN' && call.closesAt !== story.call.closesAt)
        throw new VentureRoundRefusal('VEN_CONFIG_INVALID', { fixed: ['calendar'] }, 'calendar.callCloses');
      story.call = call;
      run.effect('venture-round/amended', { formVersion, requestId });
    },
  });
}
