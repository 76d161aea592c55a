import { z } from 'zod';

import { defineAct } from '../process/acts.js';

const id = (): z.ZodString => z.string().min(1).max(128);
const isoDate = (): z.ZodISODate => z.iso.date();
const none = () => z.strictObject({});

/** 审核: interview or roster check; the home organisations have confirmed. */
export const Verify = defineAct({
  kind: 'verify',
  zh: '审核',
  en: 'verify',
  duty: 'REVIEW',
  facts: () => z.strictObject({ method: z.enum(['INTERVIEW', 'ROSTER_CHECK']) }),
});

/** 批复: the approver's decision after collective study. Secretary and committee are designated, not elected. */
export const Reply = defineAct({
  kind: 'reply',
  zh: '批复',
  en: 'reply',
  duty: 'SIGN',
  facts: () =>
    z.strictObject({
      verdict: z.enum(['AGREE', 'REFUSE']),
      /** The day of the collective study (集体研究). */
      studiedOn: isoDate().optional(),
      generalBranchConsent: z.boolean().optional(),
      designated: z
        .strictObject({ secretary: id(), deputy: id().optional(), committee: z.array(id()).max(7) })
        .optional(),
    }),
  needsReasons: ({ verdict }) => verdict === 'REFUSE',
});

/** 报备: hands the reply and the final roster to the filing organ. */
export const File = defineAct({ kind: 'file', zh: '报送备案', en: 'file', facts: none });

/** 备案: the filing organ records. */
export const RecordFiling = defineAct({ kind: 'record', zh: '予以备案', en: 'record the filing', facts: none });

/** 退回备案: the filing organ says item by item what is wrong; the items' words are the opinion. */
export const ReturnFiling = defineAct({
  kind: 'returnFiling',
  zh: '退回备案',
  en: 'return the filing',
  facts: () => z.strictObject({ items: z.int().min(1).max(50) }),
  needsReasons: () => true,
});

/** The council was re-elected early: the term ends that day. */
export const CouncilReElected = defineAct({
  kind: 'councilReElected',
  zh: '理事会换届',
  en: 'council re-elected',
  facts: () => z.strictObject({ heldOn: isoDate() }),
});

/** The council's election was postponed with approval: the term is extended by the same length. */
export const CouncilPostponed = defineAct({
  kind: 'councilPostponed',
  zh: '理事会延期换届',
  en: 'council election postponed',
  facts: () => z.strictObject({ endBefore: isoDate(), endAfter: isoDate() }),
});

/** People of the organisation changed: eligibility is looked at again. */
export const MembersChanged = defineAct({
  kind: 'membersChanged',
  zh: '成员变动',
  en: 'members changed',
  facts: none,
});

/** 成员变动备案: the filing organ has the new roster. */
export const FileRoster = defineAct({
  kind: 'fileRoster',
  zh: '成员变动备案',
  en: 'file the roster',
  facts: none,
});

/** 延续: the case by which the organisation applies for its renewal begins; this one follows it to its end. */
export const Renew = defineAct({
  kind: 'renew',
  zh: '申请延续',
  en: 'apply for renewal',
  facts: () => z.strictObject({ successor: z.looseObject({ caseNo: z.string().min(1).max(40) }) }),
});

/** 转为正式党支部. */
export const Convert = defineAct({
  kind: 'convert',
  zh: '转为正式党组织',
  en: 'convert',
  facts: none,
  needsReasons: () => true,
});

/** 撤销, or the natural end: the organisation was cancelled. */
export const Revoke = defineAct({
  kind: 'revoke',
  zh: '撤销',
  en: 'revoke',
  facts: () => z.strictObject({ ground: z.enum(['DECISION', 'ORGANISATION_ENDED']) }),
  needsReasons: () => true,
});

/** The acts of this matter beside the common ones. */
export const TEMP_PARTY_ORG_ACTS = [
  Verify,
  Reply,
  File,
  RecordFiling,
  ReturnFiling,
  CouncilReElected,
  CouncilPostponed,
  MembersChanged,
  FileRoster,
  Renew,
  Convert,
  Revoke,
] as const;
