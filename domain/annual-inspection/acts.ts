import { z } from 'zod';

import { defineAct } from '../process/acts.js';
import { REVIEWED_CONCLUSIONS } from './conclusion.rule.js';

const id = (): z.ZodString => z.string().min(1).max(128);
const isoDate = (): z.ZodISODate => z.iso.date();
const none = () => z.strictObject({});
const form = () => z.strictObject({ formVersion: z.int().min(1) });

/** With the user who is asked to confirm the Party-building section, where there is one. */
const filing = () => form().extend({ instructor: id().optional() });

/** 报送: hands the return in. What it says is a version of the case's form. */
export const Submit = defineAct({
  kind: 'submitReturn',
  zh: '报送',
  en: 'submit',
  duty: 'SUBMIT',
  bringsForm: true,
  facts: filing,
});

/** 逾期报送: a return that comes after its season closed is kept, and changes no state. */
export const SubmitLate = defineAct({
  kind: 'submitLate',
  zh: '逾期报送',
  en: 'submit after the season closed',
  duty: 'SUBMIT',
  bringsForm: true,
  facts: form,
});

/** 申请延期 until a day; the reasons are the opinion. */
export const AskExtension = defineAct({
  kind: 'askExtension',
  zh: '申请延期报送',
  en: 'ask for an extension',
  facts: () => z.strictObject({ until: isoDate() }),
  needsReasons: () => true,
});

/** 延期审批. */
export const DecideExtension = defineAct({
  kind: 'decideExtension',
  zh: '审批延期',
  en: 'decide on the extension',
  duty: 'REVIEW',
  facts: () => z.strictObject({ verdict: z.enum(['GRANT', 'REFUSE']) }),
  needsReasons: ({ verdict }) => verdict === 'REFUSE',
});

/** 初审: the supervisory unit agrees, or gives the return back. */
export const Preliminary = defineAct({
  kind: 'preliminary',
  zh: '初审',
  en: 'give the preliminary opinion',
  duty: 'REVIEW',
  facts: () => z.strictObject({ verdict: z.enum(['AGREE', 'RETURN']) }),
  needsReasons: ({ verdict }) => verdict === 'RETURN',
});

/** 审查情况: what the registry's officers found; each finding that applies needs reasons. Until the conclusion the last one counts. */
export const NoteFindings = defineAct({
  kind: 'noteFindings',
  zh: '登记审查情况',
  en: 'note what the review found',
  duty: 'REVIEW',
  facts: () =>
    z.strictObject({
      illegalActivity: z.boolean(),
      assetMisuse: z.boolean(),
      inspectionRefused: z.boolean(),
      minorFinanceDefects: z.boolean(),
    }),
  needsReasons: (found) => Object.values(found).includes(true),
});

const concludes = () =>
  z.strictObject({
    conclusion: z.enum(REVIEWED_CONCLUSIONS),
    /** Decided otherwise than the rules propose, which needs reasons. */
    deviates: z.boolean().default(false),
  });

/** 作出结论 by the leader of the registry. */
export const Conclude = defineAct({
  kind: 'conclude',
  zh: '作出年检结论',
  en: 'conclude',
  duty: 'SIGN',
  facts: concludes,
  needsReasons: ({ conclusion, deviates }) => conclusion !== 'PASS' || deviates,
});

/** 更正结论: a new decision that replaces the one before (specification C6). */
export const Supersede = defineAct({
  kind: 'supersede',
  zh: '更正年检结论',
  en: 'replace the conclusion',
  duty: 'SIGN',
  facts: concludes,
  needsReasons: () => true,
});

/** 公告. */
export const Publish = defineAct({ kind: 'publishConclusion', zh: '公告结论', en: 'publish', facts: none });

/** 约谈通知: the day for which the person in charge is called. */
export const NoticeTalk = defineAct({
  kind: 'noticeTalk',
  zh: '发出约谈通知',
  en: 'announce the talk',
  facts: () => z.strictObject({ heldOn: isoDate() }),
});

/** 约谈记录. Its words are a `Talk` of the case's. */
export const RecordTalk = defineAct({
  kind: 'recordTalk',
  zh: '登记约谈记录',
  en: 'record the talk',
  bringsForm: 'WORDS',
  facts: () => z.strictObject({ talkId: id(), heldOn: isoDate(), rectifyBy: isoDate(), officers: z.array(id()) }),
});

/** 下达整改要求. Its words are a `Rectification` of the case's. */
export const SetRectification = defineAct({
  kind: 'setRectification',
  zh: '下达整改要求',
  en: 'set the rectification',
  bringsForm: 'WORDS',
  facts: () => z.strictObject({ rectificationId: id(), itemIds: z.array(id()).min(1).max(100) }),
});

/** 报送整改结果. Words and evidence go to the items of the rectification. */
export const HandIn = defineAct({
  kind: 'handIn',
  zh: '报送整改结果',
  en: 'hand in what was put right',
  bringsForm: 'WORDS',
  facts: () => z.strictObject({ evidence: z.record(id(), z.array(id()).max(20)) }),
});

/** 核验整改, by two officers, each by themselves. */
export const VerifyRectification = defineAct({
  kind: 'verifyRectification',
  zh: '核验整改',
  en: 'verify the rectification',
  facts: () => z.strictObject({ done: z.array(id()).max(100) }),
});

/** The acts of this matter beside the common ones. */
export const ANNUAL_INSPECTION_ACTS = [
  Submit,
  SubmitLate,
  AskExtension,
  DecideExtension,
  Preliminary,
  NoteFindings,
  Conclude,
  Supersede,
  Publish,
  NoticeTalk,
  RecordTalk,
  SetRectification,
  HandIn,
  VerifyRectification,
] as const;
