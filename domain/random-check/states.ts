import type { TransitionTable } from '#domain/process/transitions.js';

/** The matter of a draw of random checks (双随机、一公开): its slug, the code of its case numbers, its names. */
export const RANDOM_CHECK = {
  slug: 'random-check',
  code: 'MC02',
  zh: '双随机抽查',
  en: 'random checks',
} as const;

/** The matter of one drawn check: its slug, the code of its case numbers, its names. */
export const DRAWN_CHECK = {
  slug: 'drawn-check',
  code: 'MK02',
  /** The name under which the worker knows its workflow. */
  workflow: 'drawnCheck',
  zh: '抽查检查',
  en: 'drawn check',
} as const;

export type RandomCheckState = 'PREPARED' | 'COMMITTED' | 'DRAWN' | 'CHECKING' | 'PUBLISHED' | 'CANCELLED';
export type RandomCheckEvent = 'commit' | 'draw' | 'open' | 'publish' | 'cancel';

/**
 * The states of a draw (specification M02, 双随机). COMMITTED: lists frozen, hash of the seed public. DRAWN: the result is
 * public. CHECKING: every check has its own case. PUBLISHED: the result of every check is public. What is drawn is never
 * cancelled; otherwise an organ could draw until the result pleased.
 */
export const RANDOM_CHECK_TRANSITIONS = {
  PREPARED: { commit: 'COMMITTED', cancel: 'CANCELLED' },
  COMMITTED: { draw: 'DRAWN', cancel: 'CANCELLED' },
  DRAWN: { open: 'CHECKING' },
  CHECKING: { publish: 'PUBLISHED' },
  PUBLISHED: {},
  CANCELLED: {},
} as const satisfies TransitionTable<RandomCheckState, RandomCheckEvent>;

/** The states of a draw with their names, for lists and pictures of the process. */
export const RANDOM_CHECK_STATE_LABELS: Readonly<Record<RandomCheckState, { zh: string; en: string }>> = {
  PREPARED: { zh: '待承诺', en: 'prepared' },
  COMMITTED: { zh: '已承诺待抽取', en: 'committed' },
  DRAWN: { zh: '已抽取', en: 'drawn' },
  CHECKING: { zh: '检查中', en: 'checking' },
  PUBLISHED: { zh: '已全部公示', en: 'published' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
};

export type DrawnCheckState = 'ASSIGNED' | 'SIGNING' | 'CHECKED' | 'PUBLISHED' | 'ABANDONED';
export type DrawnCheckEvent = 'fileSheet' | 'decline' | 'sign' | 'publish' | 'abandon';

/**
 * The states of one check. SIGNING: one inspector has filed the sheet, the others sign it or decline, which gives it back.
 * ABANDONED: it cannot take place (the organisation has ended, or nobody is left who may check it); the ground is kept.
 */
export const DRAWN_CHECK_TRANSITIONS = {
  ASSIGNED: { fileSheet: 'SIGNING', abandon: 'ABANDONED' },
  SIGNING: { sign: 'CHECKED', decline: 'ASSIGNED' },
  CHECKED: { publish: 'PUBLISHED' },
  PUBLISHED: {},
  ABANDONED: {},
} as const satisfies TransitionTable<DrawnCheckState, DrawnCheckEvent>;

/** The states of a check with their names. */
export const DRAWN_CHECK_STATE_LABELS: Readonly<Record<DrawnCheckState, { zh: string; en: string }>> = {
  ASSIGNED: { zh: '待检查', en: 'to be checked' },
  SIGNING: { zh: '检查表待签名', en: 'sheet to be signed' },
  CHECKED: { zh: '已检查待公示', en: 'checked' },
  PUBLISHED: { zh: '已公示', en: 'published' },
  ABANDONED: { zh: '终止检查', en: 'abandoned' },
};
