import { z } from 'zod';

import { DomainError } from '../errors.js';
import { madeOnce } from '../made-once.js';
import { type Role, ROLES } from '../roles.js';
import type { Act } from './act.js';
import type { Assignee } from './assignee.js';
import { person, pool } from './assignee.js';

/** A kind of act: its name, the facts that it carries, and whether its words must give reasons (C6: negative ones must). */
export interface ActKind<Kind extends string = string, Facts extends z.ZodType = z.ZodType> {
  readonly kind: Kind;
  readonly facts: Facts;
  readonly zh: string;
  readonly en: string;
  /** The capacity in which one acts; submitter, reviewer and signer are different people (C5). */
  readonly duty?: Duty;
  /**
   * A client sends a whole form with it. true: it is kept as a version of the case's form, and the workflow is told which (`formVersion`).
   * WORDS: the matter keeps its words in tables of its own, and the workflow is told the kind's facts: ids, dates and numbers.
   */
  readonly bringsForm?: true | 'WORDS';
  readonly needsReasons?: (facts: z.output<Facts>) => boolean;
}

export type Duty = 'SUBMIT' | 'REVIEW' | 'SIGN';

/** A kind of act as it is declared: its schema is made when it is first asked for, because every case loads every kind. */
type Declared<Kind extends string, Facts extends z.ZodType> = Omit<ActKind<Kind, Facts>, 'facts'> & {
  readonly facts: () => Facts;
};

/** Declares a kind of act, typed by its own schema. */
export function defineAct<const Kind extends string, Facts extends z.ZodType>(
  declared: Declared<Kind, Facts>,
): ActKind<Kind, Facts> {
  const facts = madeOnce(declared.facts);
  return {
    ...declared,
    get facts() {
      return facts();
    },
  };
}

/** The facts of an act as its kind declares them. A worker that is older than the API refuses what it does not know. */
export function factsOf<Facts extends z.ZodType>(kind: ActKind<string, Facts>, act: Act): z.output<Facts> {
  const parsed = kind.facts.safeParse(act.facts);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DomainError({
    code: 'FIELD_INVALID',
    status: 400,
    messageZh: '办理内容格式不正确,请按接口说明填写。',
    messageEn: 'The act is not of the declared form. See the description of the interface.',
    field: issue?.path.join('.') ?? 'facts',
    details: { issue: issue?.message ?? '' },
  });
}

const id = (): z.ZodString => z.string().min(1).max(128);
const none = () => z.strictObject({});

/** Whom a task goes to, as a client names it: a user, or a role at a unit. */
export type AssigneeRef = { userId: string } | { unitId: string; role: Role };

/** The schema of an `AssigneeRef`. */
export const assigneeSchema = madeOnce((): z.ZodType<AssigneeRef> =>
  z.union([z.strictObject({ userId: id() }), z.strictObject({ unitId: id(), role: z.enum(ROLES) })]),
);

/** The assignee that a client named. */
export const toAssignee = (to: AssigneeRef): Assignee =>
  'userId' in to ? person(to.userId) : pool(to.unitId, to.role);

/** Legal grounds on which a clock may be stopped, with the longest pause in calendar days. */
export const PAUSE_GROUNDS = {
  EXPERT_REVIEW: { zh: '专家评审、鉴定', maxDays: 60 },
  HEARING: { zh: '听证', maxDays: 60 },
  INQUIRY: { zh: '函询、外调', maxDays: 60 },
  SUPERIOR: { zh: '请示上级', maxDays: 60 },
  FORCE_MAJEURE: { zh: '不可抗力', maxDays: 90 },
} as const;

const groundNames = ['EXPERT_REVIEW', 'HEARING', 'INQUIRY', 'SUPERIOR', 'FORCE_MAJEURE'] as const;

export const Vote = defineAct({
  kind: 'vote',
  zh: '签批',
  en: 'vote',
  duty: 'SIGN',
  facts: () => z.strictObject({ verdict: z.enum(['AGREE', 'REFUSE', 'ABSTAIN']) }),
  needsReasons: ({ verdict }) => verdict === 'REFUSE',
});

export const Return = defineAct({
  kind: 'return',
  zh: '退回',
  en: 'return',
  facts: () => z.strictObject({ to: id(), mode: z.enum(['AGAIN', 'RESUME']) }),
  needsReasons: () => true,
});

export const Withdraw = defineAct({ kind: 'withdraw', zh: '撤回', en: 'withdraw', facts: none });

export const Transfer = defineAct({
  kind: 'transfer',
  zh: '转办',
  en: 'transfer',
  facts: () => z.strictObject({ to: assigneeSchema() }),
});

export const AddSigner = defineAct({
  kind: 'addSigner',
  zh: '加签',
  en: 'add a signer',
  facts: () =>
    z.strictObject({
      place: z.enum(['BEFORE', 'AFTER', 'BESIDE']),
      to: assigneeSchema(),
      weight: z.int().min(1).max(100).optional(),
    }),
});

export const RemoveSigner = defineAct({
  kind: 'removeSigner',
  zh: '减签',
  en: 'remove a signer',
  facts: () => z.strictObject({ signer: assigneeSchema() }),
});

export const Urge = defineAct({ kind: 'urge', zh: '催办', en: 'urge', facts: none });

export const CopyTo = defineAct({
  kind: 'copy',
  zh: '抄送',
  en: 'copy',
  facts: () => z.strictObject({ to: z.array(assigneeSchema()).min(1).max(20) }),
});

/** Takes a task of a pool, and declares to have no conflict of interest (C5). */
export const Claim = defineAct({ kind: 'claim', zh: '领取', en: 'claim', facts: none });

/** Declares a conflict of interest: the task goes on to others. */
export const Recuse = defineAct({
  kind: 'recuse',
  zh: '申请回避',
  en: 'recuse oneself',
  facts: () => z.strictObject({ ground: z.enum(['KINSHIP', 'INTEREST', 'EMPLOYMENT', 'OTHER']) }),
});

export const Pause = defineAct({
  kind: 'pause',
  zh: '中止计时',
  en: 'stop the clock',
  facts: () => z.strictObject({ ground: z.enum(groundNames), days: z.int().min(1).max(90) }),
  needsReasons: () => true,
});

export const Resume = defineAct({ kind: 'resume', zh: '恢复计时', en: 'resume the clock', facts: none });

export const Accept = defineAct({ kind: 'accept', zh: '受理', en: 'accept', duty: 'REVIEW', facts: none });

/** What is to be put right, by its kinds; the wording is the opinion. */
export const itemsToPutRight = () =>
  z.strictObject({
    items: z
      .array(z.string().regex(/^[A-Z][A-Z_0-9]{1,63}$/))
      .min(1)
      .max(50),
  });

/** The one notice of everything that is missing (一次性告知). The items' wording is the opinion; these are the kinds. */
export const Supplement = defineAct({
  kind: 'supplement',
  zh: '通知补正',
  en: 'ask for a supplement',
  duty: 'REVIEW',
  facts: itemsToPutRight,
  needsReasons: () => true,
});

export const Resubmit = defineAct({
  kind: 'resubmit',
  zh: '重新提交',
  en: 'resubmit',
  duty: 'SUBMIT',
  bringsForm: true,
  facts: () => z.strictObject({ formVersion: z.int().min(1) }),
});

export const Confirm = defineAct({
  kind: 'confirm',
  zh: '确认',
  en: 'confirm',
  facts: () => z.strictObject({ answer: z.enum(['CONFIRM', 'DECLINE']), evidenceUploadId: id().optional() }),
  needsReasons: ({ answer }) => answer === 'DECLINE',
});

/** The acts that every matter knows, by kind. */
export const COMMON_ACTS = [
  Vote,
  Return,
  Withdraw,
  Transfer,
  AddSigner,
  RemoveSigner,
  Urge,
  CopyTo,
  Claim,
  Recuse,
  Pause,
  Resume,
  Accept,
  Supplement,
  Resubmit,
  Confirm,
] as const;
