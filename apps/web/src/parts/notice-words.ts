import type { Texts } from '../text/language.js';

/** What a notice says, by its kind; `OTHER` for a kind that this release does not know. */
export const NOTICE_TEXTS = {
  SUBMITTED: ['申请已提交', 'The application was submitted'],
  ACCEPTED: ['申请已受理', 'The application was accepted'],
  SUPPLEMENT: ['请补正材料', 'A supplement is wanted'],
  WITHDRAWN: ['办件已撤回', 'The case was withdrawn'],
  DECIDED: ['已作出决定', 'A decision was taken'],
  TERM_ENDS: ['任期将满,请办理延续、转正或撤销', 'The term ends: renew, convert or revoke'],
  TASK_ASSIGNED: ['有新的待办', 'A new task waits'],
  REMINDED: ['办理期限将到', 'A limit comes near'],
  ESCALATED: ['办件超期,已上报', 'A task is overdue and was reported'],
  URGED: ['有人催办', 'Somebody urges'],
  RETURNED: ['办件被退回', 'The case was returned'],
  COPIED: ['有办件抄送给您', 'A case was copied to you'],
  OTHER: ['办件有新进展', 'The case went on'],
} as const satisfies Texts;

/** The key of a kind's words. */
export function noticeKey(kind: string): keyof typeof NOTICE_TEXTS {
  const known = Object.keys(NOTICE_TEXTS);
  return isKey(kind) && known.includes(kind) ? kind : 'OTHER';
}

const isKey = (kind: string): kind is keyof typeof NOTICE_TEXTS => Object.hasOwn(NOTICE_TEXTS, kind);

/** The case that a notice is about, where its facts name one. */
export function caseNoOf(params: unknown): string | null {
  if (typeof params !== 'object' || params === null || !('caseNo' in params)) return null;
  return typeof params.caseNo === 'string' ? params.caseNo : null;
}
