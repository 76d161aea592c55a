import { slugs } from '#domain/terms/term.js';
import { z } from 'zod';

import { defineAct, itemsToPutRight } from '../process/acts.js';
import { PROJECT_MONEY_ACTS } from './money-acts.js';
import { PROJECT_JUDGING_ACTS } from './judging-acts.js';
import { SCREENING_CHECKS } from './screening.rule.js';
import { PROJECT_CLASSES } from './terms.js';

const none = () => z.strictObject({});

/** 入围: the officer finds the project eligible; every machine check must have passed. */
export const Shortlist = defineAct({ kind: 'shortlist', zh: '入围', en: 'shortlist', duty: 'REVIEW', facts: none });

/** 退回修改: once, for three working days; the opinion says what is to be corrected, `items` name the kinds. */
export const ReturnForCure = defineAct({
  kind: 'returnForCure',
  zh: '退回修改',
  en: 'return for correction',
  duty: 'REVIEW',
  facts: itemsToPutRight,
  needsReasons: () => true,
});

/** 拟不予入围: the first officer's finding, with the checks that it rests on; a second one decides. */
export const ProposeRefusal = defineAct({
  kind: 'proposeRefusal',
  zh: '拟不予入围',
  en: 'propose to screen out',
  duty: 'REVIEW',
  facts: () => z.strictObject({ checks: z.array(z.enum(SCREENING_CHECKS)).max(20) }),
  needsReasons: () => true,
});

/** 复核: another officer confirms the refusal, or sends the project back to the screening. */
export const DecideRefusal = defineAct({
  kind: 'decideRefusal',
  zh: '复核不予入围',
  en: 'check a proposed refusal',
  duty: 'SIGN',
  facts: () => z.strictObject({ verdict: z.enum(['CONFIRM', 'SEND_BACK']) }),
  needsReasons: () => true,
});

/** 调整类别: at the screening, with reasons; the applicant is told. */
export const MoveClass = defineAct({
  kind: 'moveClass',
  zh: '调整项目类别',
  en: 'move to another class',
  duty: 'REVIEW',
  facts: () => z.strictObject({ class: z.enum(slugs(PROJECT_CLASSES)) }),
  needsReasons: () => true,
});

/** The acts on a project beside the common ones. */
export const VENTURE_PROJECT_ACTS = [
  Shortlist,
  ReturnForCure,
  ProposeRefusal,
  DecideRefusal,
  MoveClass,
  ...PROJECT_JUDGING_ACTS,
  ...PROJECT_MONEY_ACTS,
] as const;
