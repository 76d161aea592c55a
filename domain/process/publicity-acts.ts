import { z } from 'zod';

import { DomainError } from '../errors.js';
import { defineAct } from './acts.js';

const id = (): z.ZodString => z.string().min(1).max(128);

/** 异议: somebody named objects to one thing in a public notice. Words and evidence are kept under `objectionId`. */
export const ObjectTo = defineAct({
  kind: 'objectTo',
  zh: '提出异议',
  en: 'object',
  facts: () => z.strictObject({ notice: z.int().min(1), subject: id(), objectionId: id() }),
});

/**
 * 异议答复: the objection was right or not, with reasons either way. `remedy` of an upheld one: its subject is out
 * (OUT, unless said otherwise), or stays and is looked at again (AGAIN).
 */
export const AnswerObjection = defineAct({
  kind: 'answerObjection',
  zh: '答复异议',
  en: 'answer an objection',
  facts: () =>
    z.strictObject({ result: z.enum(['UPHELD', 'REJECTED']), remedy: z.enum(['OUT', 'AGAIN']).default('OUT') }),
  needsReasons: (_facts) => true,
});

/** An objection to a notice that has ended, or to an earlier one. */
export class NoticeOver extends DomainError {
  constructor(notice: number, current: number) {
    super({
      code: 'NOTICE_OVER',
      status: 409,
      messageZh: '该次公示已结束,不再受理异议。可依法向主办单位或监督机关反映。',
      messageEn: 'This public notice has ended. Turn to the host or to the supervisory organ.',
      field: 'notice',
      details: { notice, current },
    });
  }
}

/** The same person's objection to the same thing waits for its answer already. */
export class ObjectionPending extends DomainError {
  constructor(subject: string) {
    super({
      code: 'OBJECTION_PENDING',
      status: 409,
      messageZh: '您对该事项的异议正在办理,请等待答复。',
      messageEn: 'Your objection to this is being answered already. Wait for the answer.',
      details: { subject },
    });
  }
}
