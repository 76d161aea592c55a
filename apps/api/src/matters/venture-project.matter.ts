import { SubmittedApplication } from '#domain/venture-round/application-form.js';
import { VENTURE_PROJECT_ACTS } from '#domain/venture-round/project-acts.js';
import { PROJECT_STATE_LABELS } from '#domain/venture-round/state-labels.js';
import { PROJECT_TRANSITIONS, VENTURE_PROJECT } from '#domain/venture-round/states.js';
import { VENTURE_PROJECT_WORKFLOW } from '#workflows/venture-project/contract.js';
import type { Matter } from './matter.js';

/** A project of a round (M03). */
export const VENTURE_PROJECT_MATTER: Matter = {
  ...VENTURE_PROJECT,
  workflow: VENTURE_PROJECT_WORKFLOW,
  needsOrganisation: true,
  handlers: ['ROUND_ORGANISER'],
  states: PROJECT_STATE_LABELS,
  transitions: PROJECT_TRANSITIONS,
  acts: VENTURE_PROJECT_ACTS,
  taskKinds: {
    SCREEN: {
      zh: '资格审查',
      en: 'screening',
      acts: ['shortlist', 'returnForCure', 'proposeRefusal', 'moveClass'],
    },
    SUPPLEMENT: { zh: '修改后重新提交', en: 'submit again', acts: ['resubmit'], ofApplicant: true },
    SCORE: { zh: '评审打分', en: 'scoring', acts: ['lockSheet', 'recuseJudge'], personal: true },
    UNLOCK_SHEET: { zh: '评分表解锁', en: 'unlock a sheet', acts: ['unlockSheet'] },
    CHECK_REFUSAL: { zh: '复核不予入围', en: 'second check of a refusal', acts: ['decideRefusal'] },
  },
  caseActs: [
    { kind: 'withdraw', by: 'APPLICANT', event: 'withdraw' },
    { kind: 'askUnlock', by: 'HANDLER', event: 'score' },
    { kind: 'urge', by: 'READER', event: null },
    { kind: 'copy', by: 'READER', event: null },
  ],
  returnTo: () => [],
  toldToApplicant: ['returnForCure', 'decideRefusal', 'moveClass'],
  formFields: Object.keys(SubmittedApplication.shape),
};
