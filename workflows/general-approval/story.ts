import type { ApprovalStep } from '#domain/general-approval/approval.js';
import { APPROVAL_TRANSITIONS, type ApprovalEvent, type ApprovalState } from '#domain/general-approval/states.js';
import { toAssignee } from '#domain/process/acts.js';
import { CaseRun } from '../steps/case-run.js';
import { decide } from '../steps/decide.js';
import { offerEverydayActs } from '../steps/everyday-acts.js';
import { inStages, type StageStory } from '../steps/stages.js';
import { offerWithdraw } from '../steps/withdraw.js';
import type { GeneralApprovalInput } from './contract.js';

/** 一般呈批: the steps that the applicant named, one after another; the first refusal ends it. */
export function approvalStory(input: GeneralApprovalInput) {
  const run = new CaseRun<ApprovalState, ApprovalEvent>(input, APPROVAL_TRANSITIONS, 'UNDER_REVIEW');
  offerEverydayActs(run);
  offerWithdraw(run, () => {
    run.move('withdraw');
  });
  const order = input.steps.map((_step, index) => `step-${index + 1}`);
  const stories = Object.fromEntries(
    input.steps.map((step, index) => [`step-${index + 1}`, signing(run, step, order.slice(0, index))]),
  );
  const tell = async (): Promise<void> => {
    if ((await inStages(run, order, stories)) === 'DONE') run.move('approve');
  };
  return { run, tell };
}

const signing =
  (run: CaseRun<ApprovalState, ApprovalEvent>, step: ApprovalStep, earlier: readonly string[]): StageStory<string> =>
  async (memory) => {
    const end = await decide(run, memory, {
      kind: 'SIGN',
      rule: step.rule,
      signers: step.signers.map(({ to, weight }) => ({
        assignee: toAssignee(to),
        ...(weight === undefined ? {} : { weight }),
      })),
      duty: step.duty,
      limit: step.limitWorkingDays === null ? null : { unit: 'WD', length: step.limitWorkingDays, from: Date.now() },
      returnTo: {
        to: earlier,
        onReturn: () => {
          run.move('return');
        },
      },
    });
    if (end.kind === 'RETURNED') return end;
    if (end.kind === 'AGREED') return { kind: 'DONE' };
    run.move('refuse');
    return 'ENDED';
  };
