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
    SIGN_AGREEMENT: {
      zh: '签署资助协议',
      en: 'sign the agreement',
      acts: ['signAgreement', 'declineAward'],
      ofApplicant: true,
    },
    COUNTERSIGN_AGREEMENT: { zh: '主办方签署资助协议', en: "the host's signature", acts: ['signAgreement'] },
    SIGN_PAYMENT: { zh: '拨付签批', en: 'payment', acts: ['signPayment'] },
    SIGN_PAYMENT_FINANCE: { zh: '拨付签批(财务)', en: 'payment, for the finance', acts: ['signPayment'] },
    FILE_MID_TERM_REPORT: { zh: '提交中期报告', en: 'mid-term report', acts: ['fileReport'], ofApplicant: true },
    FILE_FINAL_REPORT: { zh: '提交结项报告', en: 'final report', acts: ['fileReport'], ofApplicant: true },
    EVALUATE_MID_TERM: { zh: '中期评估', en: 'mid-term evaluation', acts: ['evaluate'] },
    RECHECK_PROJECT: { zh: '整改复查', en: 'second check', acts: ['evaluate'] },
    EVALUATE_FINAL: { zh: '结项评估', en: 'closing evaluation', acts: ['evaluate'] },
    DECIDE_CHANGE: { zh: '审批变更', en: 'decide on a change', acts: ['decideChange'] },
    SETTLE_ACCOUNTS: { zh: '清算', en: 'settle the accounts', acts: ['settleAccounts'] },
    RETURN_MONEY: { zh: '登记退回资金', en: 'money that comes back', acts: ['recordReturn'] },
  },
  caseActs: [
    { kind: 'withdraw', by: 'APPLICANT', event: 'withdraw' },
    { kind: 'askUnlock', by: 'HANDLER', event: 'score' },
    { kind: 'signAdoption', by: 'APPLICANT', event: 'adopt', opening: 'DEED_TO_SIGN' },
    { kind: 'confirmAdoption', by: 'HANDLER', event: 'terminate', opening: 'DEED_TO_CONFIRM' },
    { kind: 'confirmMilestone', by: 'HANDLER', event: 'evaluationPass', opening: 'MILESTONE' },
    { kind: 'requestChange', by: 'APPLICANT', event: 'evaluationPass' },
    { kind: 'terminateProject', by: 'HANDLER', event: 'terminate' },
    { kind: 'urge', by: 'READER', event: null },
    { kind: 'copy', by: 'READER', event: null },
  ],
  returnTo: () => [],
  unnamed: { role: 'JUDGE', kinds: ['SCORE', 'lockSheet', 'recuseJudge'] },
  toldToApplicant: ['returnForCure', 'decideRefusal', 'moveClass', 'decideChange', 'evaluate', 'terminateProject'],
  formFields: Object.keys(SubmittedApplication.shape),
};
