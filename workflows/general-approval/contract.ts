import type { ApprovalStep } from '#domain/general-approval/approval.js';
import type { CaseInput } from '../steps/contract.js';

/** The name under which the worker knows the workflow. */
export const GENERAL_APPROVAL_WORKFLOW = 'generalApproval';

export interface GeneralApprovalInput extends CaseInput {
  readonly steps: readonly ApprovalStep[];
}
