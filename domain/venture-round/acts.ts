import { z } from 'zod';

import { defineAct } from '../process/acts.js';
import { AnswerObjection, ObjectTo } from '../process/publicity-acts.js';
import { ROUND_AWARD_ACTS } from './award-acts.js';
import { ROUND_JUDGING_ACTS } from './judging-acts.js';

const none = () => z.strictObject({});
const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/);

/** 修改方案: the host corrects the configuration before the call. The configuration itself is the form of the act. */
export const ReviseConfiguration = defineAct({
  kind: 'reviseConfiguration',
  zh: '修改方案',
  en: 'revise the configuration',
  bringsForm: true,
  facts: () => z.strictObject({ formVersion: z.int().min(1) }),
});

/** 发布征集公告: the configuration is checked as a whole and frozen; `hash` is that of the one that the signer saw. */
export const PublishCall = defineAct({
  kind: 'publishCall',
  zh: '发布征集公告',
  en: 'publish the call',
  facts: () => z.strictObject({ hash: sha256() }),
});

/** 发布补充公告: a published amendment, the only way in which a frozen configuration changes; the opinion gives its reasons. */
export const AmendCall = defineAct({
  kind: 'amendCall',
  zh: '发布补充公告',
  en: 'publish an amendment',
  bringsForm: true,
  facts: () => z.strictObject({ formVersion: z.int().min(1) }),
  needsReasons: () => true,
});

/** 取消本届: with reasons that are published as a notice. */
export const CancelRound = defineAct({
  kind: 'cancelRound',
  zh: '取消本届',
  en: 'cancel the round',
  facts: none,
  needsReasons: () => true,
});

/** 结束资格审查: every project is screened; the shortlist is published. */
export const FinishScreening = defineAct({
  kind: 'finishScreening',
  zh: '结束资格审查',
  en: 'finish the screening',
  facts: none,
});

/** The acts on a round beside the common ones. */
export const VENTURE_ROUND_ACTS = [
  ReviseConfiguration,
  PublishCall,
  AmendCall,
  CancelRound,
  FinishScreening,
  ...ROUND_JUDGING_ACTS,
  ...ROUND_AWARD_ACTS,
  ObjectTo,
  AnswerObjection,
] as const;
