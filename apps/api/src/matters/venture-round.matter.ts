import { VENTURE_ROUND_ACTS } from '#domain/venture-round/acts.js';
import { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { ROUND_STATE_LABELS } from '#domain/venture-round/state-labels.js';
import { ROUND_TRANSITIONS, VENTURE_ROUND } from '#domain/venture-round/states.js';
import { VENTURE_ROUND_WORKFLOW } from '#workflows/venture-round/contract.js';
import type { Matter } from './matter.js';

/** 公益创投 (M03): a round. */
export const VENTURE_ROUND_MATTER: Matter = {
  ...VENTURE_ROUND,
  workflow: VENTURE_ROUND_WORKFLOW,
  needsOrganisation: false,
  ofOffice: true,
  handlers: ['ROUND_ORGANISER'],
  states: ROUND_STATE_LABELS,
  transitions: ROUND_TRANSITIONS,
  acts: VENTURE_ROUND_ACTS,
  taskKinds: {
    PUBLISH_CALL: { zh: '发布征集公告', en: 'publish the call', acts: ['publishCall', 'reviseConfiguration'] },
    CLOSE_SCORING: { zh: '结束评审', en: 'close scoring', acts: ['closeScoring'] },
    FINISH_SCREENING: { zh: '结束资格审查', en: 'finish the screening', acts: ['finishScreening'] },
    PROPOSE_AWARDS: { zh: '拟定资助名单', en: 'propose the awards', acts: ['proposeAwards'] },
    PUBLIC_NOTICE: { zh: '公示', en: 'public notice', acts: [] },
    ANSWER_OBJECTION: { zh: '答复异议', en: 'answer an objection', acts: ['answerObjection'] },
    HOLD_SHOWCASE: { zh: '举办成果展', en: 'hold the showcase', acts: ['holdShowcase'] },
  },
  caseActs: [
    { kind: 'amendCall', by: 'HANDLER', event: null },
    { kind: 'cancelRound', by: 'HANDLER', event: 'cancel' },
    ...['acceptAssignment', 'drawStageOrder', 'callToStage', 'leaveStage'].map(
      (kind) => ({ kind, by: 'HANDLER', event: 'closeScoring' }) as const,
    ),
    { kind: 'recordPanelVote', by: 'HANDLER', event: 'proposeAwards' },
    { kind: 'urge', by: 'READER', event: null },
    { kind: 'copy', by: 'READER', event: null },
  ],
  returnTo: () => [],
  toldToApplicant: ['amendCall', 'cancelRound'],
  formFields: Object.keys(RoundConfiguration.shape),
};
