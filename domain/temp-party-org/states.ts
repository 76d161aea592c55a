import type { TransitionTable } from '../process/transitions.js';

/** The matter: its slug, the code of its case numbers, its names. */
export const TEMP_PARTY_ORG = {
  slug: 'temp-party-org',
  code: 'M01',
  zh: '临时党组织设立',
  en: 'temporary Party organisation',
} as const;

export type TempPartyOrgState =
  | 'SUBMITTED'
  | 'SUPPLEMENT'
  | 'ACCEPTED'
  | 'UNDER_REVIEW'
  | 'APPROVED'
  | 'REFUSED'
  | 'FILING'
  | 'ACTIVE'
  | 'EXPIRING'
  | 'RENEWED'
  | 'CONVERTED'
  | 'REVOKED'
  | 'EXPIRED'
  | 'WITHDRAWN';

export type TempPartyOrgEvent =
  | 'accept'
  | 'supplement'
  | 'resubmit'
  | 'lapse'
  | 'verify'
  | 'approve'
  | 'refuse'
  | 'file'
  | 'record'
  | 'returnFiling'
  | 'expire'
  | 'causeGone'
  | 'renew'
  | 'convert'
  | 'revoke'
  | 'graceOver'
  | 'withdraw'
  | 'returnToIntake'
  | 'returnToVerification';

/**
 * The states of a temporary Party organisation from its submission to its end (specification M01, state table).
 * DRAFT is no state of a case: a draft is plain data until it is submitted.
 */
export const TEMP_PARTY_ORG_TRANSITIONS = {
  SUBMITTED: { accept: 'ACCEPTED', supplement: 'SUPPLEMENT', withdraw: 'WITHDRAWN' },
  SUPPLEMENT: { resubmit: 'SUBMITTED', lapse: 'WITHDRAWN', withdraw: 'WITHDRAWN' },
  ACCEPTED: { verify: 'UNDER_REVIEW', returnToIntake: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  UNDER_REVIEW: {
    approve: 'APPROVED',
    refuse: 'REFUSED',
    returnToIntake: 'SUBMITTED',
    returnToVerification: 'ACCEPTED',
    withdraw: 'WITHDRAWN',
  },
  APPROVED: { file: 'FILING' },
  FILING: { record: 'ACTIVE', returnFiling: 'APPROVED' },
  ACTIVE: { expire: 'EXPIRING', convert: 'CONVERTED', revoke: 'REVOKED' },
  EXPIRING: { causeGone: 'ACTIVE', renew: 'RENEWED', convert: 'CONVERTED', revoke: 'REVOKED', graceOver: 'EXPIRED' },
  REFUSED: {},
  RENEWED: {},
  CONVERTED: {},
  REVOKED: {},
  EXPIRED: {},
  WITHDRAWN: {},
} as const satisfies TransitionTable<TempPartyOrgState, TempPartyOrgEvent>;

/** The states with their Chinese names, for lists, papers and pictures of the process. */
export const TEMP_PARTY_ORG_STATE_LABELS: Readonly<Record<TempPartyOrgState, { zh: string; en: string }>> = {
  SUBMITTED: { zh: '已提交', en: 'submitted' },
  SUPPLEMENT: { zh: '待补正', en: 'supplement wanted' },
  ACCEPTED: { zh: '已受理', en: 'accepted' },
  UNDER_REVIEW: { zh: '审批中', en: 'under review' },
  APPROVED: { zh: '已批复', en: 'approved' },
  REFUSED: { zh: '不予批准', en: 'refused' },
  FILING: { zh: '备案中', en: 'filing' },
  ACTIVE: { zh: '运行中', en: 'active' },
  EXPIRING: { zh: '待延续、转正或撤销', en: 'expiring' },
  RENEWED: { zh: '已延续', en: 'renewed' },
  CONVERTED: { zh: '已转为正式党组织', en: 'converted' },
  REVOKED: { zh: '已撤销', en: 'revoked' },
  EXPIRED: { zh: '已失效', en: 'expired' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
};
