import { CaseStateConflict } from '#domain/errors.js';
import type { TransitionTable } from '#domain/process/transitions.js';
import type { InspectionConclusion } from './consequence.js';

/** The matter: its slug, the code of its case numbers, its names. */
export const ANNUAL_INSPECTION = {
  slug: 'annual-inspection',
  code: 'M02',
  zh: '年检年审',
  en: 'annual inspection',
} as const;

export type ReturnState =
  | 'NOT_STARTED'
  | 'DRAFT'
  | 'SUBMITTED'
  | 'PRELIM_OK'
  | 'REGISTRY_REVIEW'
  | 'SUPPLEMENT'
  | 'CONCLUDED'
  | 'PUBLISHED'
  | 'NOT_PARTICIPATED'
  | 'TALK_DONE'
  | 'RECTIFYING'
  | 'RECTIFIED'
  | 'ENFORCEMENT'
  | 'EXEMPT';

export type ReturnEvent =
  | 'submit'
  | 'submitLate'
  | 'preliminaryAgree'
  | 'preliminaryReturn'
  | 'preliminarySkipped'
  | 'intake'
  | 'supplement'
  | 'resubmit'
  | 'answerOver'
  | 'conclude'
  | 'supersede'
  | 'publish'
  | 'seasonCloses'
  | 'exempt'
  | 'talk'
  | 'setRectification'
  | 'verifyPass'
  | 'verifyFail';

/**
 * The states of one organisation's yearly return (specification M02, state table). DRAFT is a return that the supervisory
 * unit gave back; what the applicant writes before is plain data. `publish` is possible beside talk and rectification,
 * because their limits run from the conclusion, not from its publication. A return that comes after the season closed
 * is kept and changes no state; only a superseding decision does.
 */
export const RETURN_TRANSITIONS = {
  NOT_STARTED: { submit: 'SUBMITTED', seasonCloses: 'NOT_PARTICIPATED', exempt: 'EXEMPT' },
  DRAFT: { submit: 'SUBMITTED', seasonCloses: 'NOT_PARTICIPATED', exempt: 'EXEMPT' },
  SUBMITTED: {
    preliminaryAgree: 'PRELIM_OK',
    preliminarySkipped: 'PRELIM_OK',
    preliminaryReturn: 'DRAFT',
    exempt: 'EXEMPT',
  },
  PRELIM_OK: { intake: 'REGISTRY_REVIEW', supplement: 'SUPPLEMENT', exempt: 'EXEMPT' },
  SUPPLEMENT: { resubmit: 'REGISTRY_REVIEW', answerOver: 'REGISTRY_REVIEW', exempt: 'EXEMPT' },
  REGISTRY_REVIEW: { conclude: 'CONCLUDED', exempt: 'EXEMPT' },
  CONCLUDED: {
    publish: 'PUBLISHED',
    supersede: 'CONCLUDED',
    talk: 'TALK_DONE',
    setRectification: 'RECTIFYING',
  },
  PUBLISHED: { supersede: 'CONCLUDED', talk: 'TALK_DONE', setRectification: 'RECTIFYING' },
  NOT_PARTICIPATED: {
    publish: 'NOT_PARTICIPATED',
    submitLate: 'NOT_PARTICIPATED',
    supersede: 'CONCLUDED',
    talk: 'TALK_DONE',
  },
  TALK_DONE: {
    publish: 'TALK_DONE',
    submitLate: 'TALK_DONE',
    supersede: 'CONCLUDED',
    setRectification: 'RECTIFYING',
  },
  RECTIFYING: {
    publish: 'RECTIFYING',
    submitLate: 'RECTIFYING',
    supersede: 'CONCLUDED',
    verifyPass: 'RECTIFIED',
    verifyFail: 'ENFORCEMENT',
  },
  RECTIFIED: { publish: 'RECTIFIED', supersede: 'CONCLUDED' },
  ENFORCEMENT: { publish: 'ENFORCEMENT', supersede: 'CONCLUDED' },
  EXEMPT: {},
} as const satisfies TransitionTable<ReturnState, ReturnEvent>;

/** The states of a return with their names, for lists, papers and pictures of the process. */
export const RETURN_STATE_LABELS: Readonly<Record<ReturnState, { zh: string; en: string }>> = {
  NOT_STARTED: { zh: '未报送', en: 'not started' },
  DRAFT: { zh: '退回修改', en: 'returned to the applicant' },
  SUBMITTED: { zh: '已报送', en: 'submitted' },
  PRELIM_OK: { zh: '初审通过', en: 'preliminary opinion agreed' },
  REGISTRY_REVIEW: { zh: '登记机关审查中', en: 'under registry review' },
  SUPPLEMENT: { zh: '待补正', en: 'supplement wanted' },
  CONCLUDED: { zh: '已作出结论', en: 'concluded' },
  PUBLISHED: { zh: '已公告', en: 'published' },
  NOT_PARTICIPATED: { zh: '未参检', en: 'did not take part' },
  TALK_DONE: { zh: '已约谈', en: 'talk held' },
  RECTIFYING: { zh: '整改中', en: 'rectifying' },
  RECTIFIED: { zh: '整改完成', en: 'rectified' },
  ENFORCEMENT: { zh: '转执法整治', en: 'handed to enforcement' },
  EXEMPT: { zh: '免检', en: 'exempt' },
};

/** What a return has come to, as far as its end depends on it. */
export interface ReturnProgress {
  readonly state: ReturnState;
  readonly conclusion: InspectionConclusion | null;
  readonly published: boolean;
}

/**
 * Whether the case of a return has ended: exempt, or its conclusion is published and, unless that is PASS, it is put
 * right or handed to enforcement. An ended case can still be corrected by a new decision, which is a new run.
 */
export function isReturnEnded({ state, conclusion, published }: ReturnProgress): boolean {
  if (state === 'EXEMPT') return true;
  if (!published) return false;
  return state === 'RECTIFIED' || state === 'ENFORCEMENT' || (state === 'PUBLISHED' && conclusion === 'PASS');
}

/**
 * Refuses what the conclusion does not allow: only FAIL and NOT_PARTICIPATED are talked to, only BASIC_PASS is rectified
 * without a talk (specification M02). Throws CASE_STATE_CONFLICT.
 */
export function assertFollowUpAllowed(event: ReturnEvent, { state, conclusion }: ReturnProgress): void {
  if (event === 'talk' && conclusion !== 'FAIL' && conclusion !== 'NOT_PARTICIPATED') {
    throw new CaseStateConflict(state, event);
  }
  if (event === 'setRectification' && state !== 'TALK_DONE' && conclusion !== 'BASIC_PASS') {
    throw new CaseStateConflict(state, event);
  }
}

export type SeasonState =
  'PLANNED' | 'OPEN' | 'PAUSED' | 'CLOSED_FOR_RETURNS' | 'PAUSED_IN_REVIEW' | 'COMPLETED' | 'CANCELLED';

export type SeasonEvent = 'open' | 'cancel' | 'pause' | 'resume' | 'closeReturns' | 'complete';

/**
 * The states of a season (年检季) of one registry and year. A pause remembers by its state where it goes on. COMPLETED:
 * every return of it has ended.
 */
export const SEASON_TRANSITIONS = {
  PLANNED: { open: 'OPEN', cancel: 'CANCELLED' },
  OPEN: { pause: 'PAUSED', closeReturns: 'CLOSED_FOR_RETURNS' },
  PAUSED: { resume: 'OPEN' },
  CLOSED_FOR_RETURNS: { pause: 'PAUSED_IN_REVIEW', complete: 'COMPLETED' },
  PAUSED_IN_REVIEW: { resume: 'CLOSED_FOR_RETURNS' },
  COMPLETED: {},
  CANCELLED: {},
} as const satisfies TransitionTable<SeasonState, SeasonEvent>;

/** The states of a season with their names. */
export const SEASON_STATE_LABELS: Readonly<Record<SeasonState, { zh: string; en: string }>> = {
  PLANNED: { zh: '已计划', en: 'planned' },
  OPEN: { zh: '报送中', en: 'open' },
  PAUSED: { zh: '已暂停报送', en: 'paused' },
  CLOSED_FOR_RETURNS: { zh: '报送截止', en: 'closed for returns' },
  PAUSED_IN_REVIEW: { zh: '已暂停审查', en: 'paused in review' },
  COMPLETED: { zh: '已结束', en: 'completed' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
};
