import { z } from 'zod';

import { defineAct } from '../process/acts.js';

const id = (): z.ZodString => z.string().min(1).max(128);
const none = () => z.strictObject({});

/** Longest presentation in minutes. */
const LONGEST = 120;

/** 锁定评分表: the judge's sheet in the version that was seen. `sheet` is the sealed text's hash; the server puts it in. */
export const LockSheet = defineAct({
  kind: 'lockSheet',
  zh: '锁定评分表',
  en: 'lock the sheet',
  facts: () => z.strictObject({ version: z.int().min(1), sheet: id().optional() }),
});

/** 评委回避: the judge steps back from this project; the sheet does not exist. */
export const RecuseJudge = defineAct({
  kind: 'recuseJudge',
  zh: '评委回避',
  en: 'step back from judging',
  facts: () => z.strictObject({ ground: z.enum(['KINSHIP', 'INTEREST', 'EMPLOYMENT', 'OTHER']) }),
});

/** 申请解锁: the organiser asks the auditor to unlock a judge's sheet for a correction. */
export const AskUnlock = defineAct({
  kind: 'askUnlock',
  zh: '申请解锁评分表',
  en: 'ask to unlock a sheet',
  facts: () => z.strictObject({ judgeId: id() }),
  needsReasons: () => true,
});

/** 解锁: the auditor agrees, and the judge may change the sheet and lock it again. */
export const UnlockSheet = defineAct({
  kind: 'unlockSheet',
  zh: '同意或不同意解锁',
  en: 'decide on unlocking a sheet',
  facts: () => z.strictObject({ verdict: z.enum(['AGREE', 'REFUSE']) }),
  needsReasons: ({ verdict }) => verdict === 'REFUSE',
});

/** What judging adds to the acts on a project. */
export const PROJECT_JUDGING_ACTS = [LockSheet, RecuseJudge, AskUnlock, UnlockSheet] as const;

/** 采用评委分配: a computed assignment becomes the panel's tasks. */
export const AcceptAssignment = defineAct({
  kind: 'acceptAssignment',
  zh: '采用评委分配',
  en: 'accept the assignment',
  facts: () => z.strictObject({ jobId: id() }),
});

/** 结束评审: the sheets are complete; ranking by the policy. */
export const CloseScoring = defineAct({
  kind: 'closeScoring',
  zh: '结束评审',
  en: 'close scoring',
  facts: none,
});

/** 评审组表决: the panel puts the projects of a tie in order; the minutes are the opinion. */
export const RecordPanelVote = defineAct({
  kind: 'recordPanelVote',
  zh: '记录评审组表决',
  en: 'record the vote of the panel',
  facts: () => z.strictObject({ order: z.array(id()).min(2).max(50) }),
  needsReasons: () => true,
});

/** 抽取路演顺序: once, from a fresh seed and a word that the hall says (letters and digits). */
export const DrawStageOrder = defineAct({
  kind: 'drawStageOrder',
  zh: '抽取路演顺序',
  en: 'draw the order of presentation',
  facts: () =>
    z.strictObject({
      word: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,64}$/)
        .optional(),
    }),
});

/** 上台路演: one project at a time, for so many minutes. */
export const CallToStage = defineAct({
  kind: 'callToStage',
  zh: '上台路演',
  en: 'call to the stage',
  facts: () => z.strictObject({ projectId: id(), minutes: z.int().min(1).max(LONGEST) }),
});

/** 结束路演. */
export const LeaveStage = defineAct({ kind: 'leaveStage', zh: '结束路演', en: 'leave the stage', facts: none });

/** What judging adds to the acts on a round. */
export const ROUND_JUDGING_ACTS = [
  AcceptAssignment,
  CloseScoring,
  RecordPanelVote,
  DrawStageOrder,
  CallToStage,
  LeaveStage,
] as const;
