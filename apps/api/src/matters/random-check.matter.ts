import { DRAWN_CHECK_ACTS, RANDOM_CHECK_ACTS } from '#domain/random-check/acts.js';
import { DrawPlan } from '#domain/random-check/plan.js';
import {
  DRAWN_CHECK,
  DRAWN_CHECK_STATE_LABELS,
  DRAWN_CHECK_TRANSITIONS,
  RANDOM_CHECK,
  RANDOM_CHECK_STATE_LABELS,
  RANDOM_CHECK_TRANSITIONS,
} from '#domain/random-check/states.js';
import { RANDOM_CHECK_WORKFLOW } from '#workflows/random-check/contract.js';
import type { Matter } from './matter.js';

const EVERYDAY = [
  { kind: 'urge', by: 'READER', event: null },
  { kind: 'copy', by: 'READER', event: null },
] as const;

/** 双随机抽查: one draw of random checks (M02). */
export const RANDOM_CHECK_MATTER: Matter = {
  ...RANDOM_CHECK,
  workflow: RANDOM_CHECK_WORKFLOW,
  needsOrganisation: false,
  ofOffice: true,
  handlers: ['REGISTRY_LEADER', 'REGISTRY_OFFICER'],
  states: RANDOM_CHECK_STATE_LABELS,
  transitions: RANDOM_CHECK_TRANSITIONS,
  acts: RANDOM_CHECK_ACTS,
  taskKinds: {
    COMMIT_DRAW: { zh: '冻结名单并公布承诺', en: 'commit to the draw', acts: ['commitDraw', 'cancelDraw'] },
    DRAW_CHECKS: { zh: '抽取', en: 'draw', acts: ['drawChecks', 'cancelDraw'] },
  },
  caseActs: EVERYDAY,
  returnTo: () => [],
  toldToApplicant: [],
  formFields: Object.keys(DrawPlan.shape),
};

/** 抽查检查: one check of a draw (M02). */
export const DRAWN_CHECK_MATTER: Matter = {
  ...DRAWN_CHECK,
  // Nobody applies for being checked.
  needsOrganisation: false,
  ofOffice: true,
  handlers: ['REGISTRY_LEADER'],
  states: DRAWN_CHECK_STATE_LABELS,
  transitions: DRAWN_CHECK_TRANSITIONS,
  acts: DRAWN_CHECK_ACTS,
  taskKinds: {
    CHECK: { zh: '实施检查', en: 'check', acts: ['fileSheet', 'recuse'], personal: true },
    SIGN_SHEET: { zh: '检查表签名', en: 'sign the check sheet', acts: ['confirm'], personal: true },
    PUBLISH_RESULT: { zh: '公示检查结果', en: 'publish the result', acts: ['publishResult'] },
  },
  caseActs: [{ kind: 'abandonCheck', by: 'HANDLER', event: 'abandon' }, ...EVERYDAY],
  returnTo: () => [],
  toldToApplicant: ['abandonCheck'],
  formFields: [],
};
