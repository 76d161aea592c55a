import { lazy } from 'react';

import { VENTURE_ROUND_ACTS } from '#domain/venture-round/acts.js';
import type { CaseView } from '../../../api/case.js';
import type { MatterPages } from '../matter.js';
import { VENTURE_MONEY_WORDS } from './venture-money-words.js';
import { VENTURE_ROUND_WORDS } from './venture-round-words.js';

const desk =
  (end: string) =>
  ({ caseNo }: CaseView): string =>
    `/rounds/${caseNo}${end}`;

/** 公益创投的一届. */
export const VENTURE_ROUND_PAGES: MatterPages = {
  acts: VENTURE_ROUND_ACTS,
  words: [VENTURE_ROUND_WORDS, VENTURE_MONEY_WORDS],
  form: lazy(async () => ({ default: (await import('./venture-round-form.js')).VentureRoundForm })),
  panel: lazy(async () => ({ default: (await import('./venture-round-panel.js')).VentureRoundPanel })),
  fields: {
    publishCall: lazy(async () => ({ default: (await import('./venture-round-publish-fields.js')).PublishFields })),
    proposeAwards: lazy(async () => ({ default: (await import('./venture-money-proposal-fields.js')).ProposalFields })),
    answerObjection: lazy(async () => ({
      default: (await import('./venture-money-objection-fields.js')).ObjectionFields,
    })),
  },
  elsewhere: {
    reviseConfiguration: desk('/revise'),
    amendCall: desk('/amend'),
    acceptAssignment: desk('?tab=judges'),
    drawStageOrder: desk('/stage'),
    callToStage: desk('/stage'),
    leaveStage: desk('/stage'),
    recordPanelVote: desk('/ranking'),
    proposeAwards: desk('/awards'),
  },
};
