import type { TransitionTable } from '../process/transitions.js';

/** Case numbers of general approvals (呈批) begin with this code. */
export const GENERAL_APPROVAL = {
  slug: 'general-approval',
  code: 'M00',
  zh: '一般呈批',
  en: 'general approval',
} as const;

export type ApprovalState = 'UNDER_REVIEW' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
export type ApprovalEvent = 'approve' | 'refuse' | 'withdraw' | 'return';

/** The states of a general approval: the simplest matter, on the same steps as every other. */
export const APPROVAL_TRANSITIONS = {
  UNDER_REVIEW: { approve: 'APPROVED', refuse: 'REFUSED', withdraw: 'WITHDRAWN', return: 'UNDER_REVIEW' },
  APPROVED: {},
  REFUSED: {},
  WITHDRAWN: {},
} as const satisfies TransitionTable<ApprovalState, ApprovalEvent>;
