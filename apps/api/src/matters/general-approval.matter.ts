import { ApprovalForm } from '#domain/general-approval/approval.js';
import { APPROVAL_TRANSITIONS, GENERAL_APPROVAL } from '#domain/general-approval/states.js';
import { GENERAL_APPROVAL_WORKFLOW } from '#workflows/general-approval/contract.js';
import type { Matter } from './matter.js';

/** 一般呈批: a request in words that goes the way its author names. */
export const GENERAL_APPROVAL_MATTER: Matter = {
  ...GENERAL_APPROVAL,
  workflow: GENERAL_APPROVAL_WORKFLOW,
  needsOrganisation: false,
  states: {
    UNDER_REVIEW: { zh: '审批中', en: 'under review' },
    APPROVED: { zh: '已同意', en: 'approved' },
    REFUSED: { zh: '未同意', en: 'refused' },
    WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
  },
  transitions: APPROVAL_TRANSITIONS,
  acts: [],
  taskKinds: { SIGN: { zh: '签批', en: 'signature', acts: ['vote', 'return', 'addSigner', 'removeSigner'] } },
  caseActs: [
    { kind: 'withdraw', by: 'APPLICANT', event: 'withdraw' },
    { kind: 'urge', by: 'READER', event: null },
    { kind: 'copy', by: 'READER', event: null },
  ],
  returnTo: ({ stage }) => {
    const place = Number(stage.replace('step-', ''));
    return Array.from({ length: Math.max(0, place - 1) }, (_, index) => `step-${index + 1}`);
  },
  toldToApplicant: ['vote', 'return'],
  formFields: Object.keys(ApprovalForm.shape),
};
