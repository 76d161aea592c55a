import { z } from 'zod';

import { defineAct } from '../process/acts.js';
import { wholeFen } from './fen.js';
import { FUNDING_SOURCES } from './terms.js';
import { slugs } from '#domain/terms/term.js';

const none = () => z.strictObject({});
const id = (): z.ZodString => z.string().min(1).max(128);

/** 签署认领书: the applicant countersigns the deed that the sponsor signed; the adoption stands. */
export const SignAdoption = defineAct({
  kind: 'signAdoption',
  zh: '签署认领书',
  en: 'sign an adoption',
  facts: () => z.strictObject({ deedId: id() }),
});

/** 撤回认领: the sponsor withdraws before paying. */
export const WithdrawAdoption = defineAct({
  kind: 'withdrawAdoption',
  zh: '撤回认领',
  en: 'withdraw an adoption',
  facts: () => z.strictObject({ deedId: id() }),
  needsReasons: () => true,
});

/** 确认认领到位: the organiser confirms that the sponsor's money or goods are there. */
export const ConfirmAdoption = defineAct({
  kind: 'confirmAdoption',
  zh: '确认认领款物到位',
  en: 'confirm that an adoption was paid',
  facts: () => z.strictObject({ deedId: id(), evidenceUploadId: id() }),
});

/** 签署资助协议: either side signs the agreement of that hash, and no other. */
export const SignAgreement = defineAct({
  kind: 'signAgreement',
  zh: '签署资助协议',
  en: 'sign the agreement',
  facts: () => z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** 放弃资助: the applicant declines the award; the next reserve moves up. */
export const DeclineAward = defineAct({
  kind: 'declineAward',
  zh: '放弃资助',
  en: 'decline the award',
  facts: none,
  needsReasons: () => true,
});

/** 拨付签批: one of the two signatures that an instalment needs, of two different people. */
export const SignPayment = defineAct({ kind: 'signPayment', zh: '拨付签批', en: 'sign a payment', facts: none });

/** 暂停拨付: the auditor stops every payment of the project. */
export const FreezePayments = defineAct({
  kind: 'freezePayments',
  zh: '暂停拨付',
  en: 'freeze the payments',
  facts: none,
  needsReasons: () => true,
});

/** 恢复拨付. */
export const UnfreezePayments = defineAct({
  kind: 'unfreezePayments',
  zh: '恢复拨付',
  en: 'release the payments',
  facts: none,
  needsReasons: () => true,
});

/** 确认里程碑: named evidence that releases an instalment. */
export const ConfirmMilestone = defineAct({
  kind: 'confirmMilestone',
  zh: '确认里程碑',
  en: 'confirm a milestone',
  facts: () => z.strictObject({ milestone: z.string().trim().min(1).max(60), evidenceUploadId: id() }),
});

/** 提交报告: the mid-term or final report whose figures were frozen under this number. */
export const FileReport = defineAct({
  kind: 'fileReport',
  zh: '提交报告',
  en: 'file a report',
  facts: () => z.strictObject({ no: z.int().min(1), kind: z.enum(['MID_TERM', 'FINAL']) }),
});

/** 评估: mid-term or closing; a closing one says how much of the spending is accepted. */
export const Evaluate = defineAct({
  kind: 'evaluate',
  zh: '评估',
  en: 'evaluate',
  facts: () => z.strictObject({ result: z.enum(['PASS', 'RECTIFY', 'FAIL']), acceptedFen: wholeFen().optional() }),
  needsReasons: ({ result }) => result !== 'PASS',
});

/** 申请变更: a shift of the budget or an extension, kept under `changeId`. */
export const RequestChange = defineAct({
  kind: 'requestChange',
  zh: '申请变更',
  en: 'ask for a change',
  facts: () => z.strictObject({ changeId: id() }),
});

/** 审批变更. */
export const DecideChange = defineAct({
  kind: 'decideChange',
  zh: '审批变更',
  en: 'decide on a change',
  facts: () => z.strictObject({ verdict: z.enum(['AGREE', 'REFUSE']) }),
  needsReasons: ({ verdict }) => verdict === 'REFUSE',
});

/** 终止项目: for breach, or because the applicant is gone. */
export const TerminateProject = defineAct({
  kind: 'terminateProject',
  zh: '终止项目',
  en: 'terminate the project',
  facts: () => z.strictObject({ ground: z.enum(['BREACH', 'APPLICANT_ENDED', 'OTHER']) }),
  needsReasons: () => true,
});

/** 清算: how much of the spending of an ended project is accepted; the rest of what was paid comes back. */
export const SettleAccounts = defineAct({
  kind: 'settleAccounts',
  zh: '清算',
  en: 'settle the accounts',
  facts: () => z.strictObject({ acceptedFen: wholeFen() }),
  needsReasons: (_facts) => true,
});

/** 登记退款: money of one source that came back, with the bank's paper. */
export const RecordReturn = defineAct({
  kind: 'recordReturn',
  zh: '登记退回资金',
  en: 'record money that came back',
  facts: () =>
    z.strictObject({
      source: z.enum(slugs(FUNDING_SOURCES)),
      fen: wholeFen().refine((fen) => fen > 0, { error: '金额须大于 0' }),
      evidenceUploadId: id(),
    }),
});

/** The acts on a project from its award to its end. */
export const PROJECT_MONEY_ACTS = [
  SignAdoption,
  WithdrawAdoption,
  ConfirmAdoption,
  SignAgreement,
  DeclineAward,
  SignPayment,
  FreezePayments,
  UnfreezePayments,
  ConfirmMilestone,
  FileReport,
  Evaluate,
  RequestChange,
  DecideChange,
  TerminateProject,
  SettleAccounts,
  RecordReturn,
] as const;
