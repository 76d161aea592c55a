import type { TransitionTable } from '../process/transitions.js';

/** The matter: its slug, the code of its case numbers, its names. */
export const VENTURE_ROUND = {
  slug: 'venture-round',
  code: 'M03',
  zh: '公益创投',
  en: 'venture-philanthropy round',
} as const;

/** A project in a round: a case of its own, begun by an application and carried on by its round. */
export const VENTURE_PROJECT = {
  slug: 'venture-project',
  code: 'MP03',
  zh: '公益创投项目',
  en: 'venture-philanthropy project',
} as const;

/** States of a round (届), from planning to its showcase. */
export type RoundState =
  | 'PLANNED'
  | 'CALL_OPEN'
  | 'SCREENING'
  | 'SCORING'
  | 'RANKED'
  | 'PUBLICITY'
  | 'AWARDED'
  | 'EXECUTION'
  | 'SHOWCASE'
  | 'CLOSED'
  | 'CANCELLED';

/** What happens to a round. */
export type RoundEvent =
  | 'publishCall'
  | 'deadline'
  | 'finishScreening'
  | 'noneShortlisted'
  | 'closeScoring'
  | 'proposeAwards'
  | 'objectionUpheld'
  | 'publicityEnds'
  | 'agreementsSettled'
  | 'allEnded'
  | 'holdShowcase'
  | 'cancel';

/** The states of a round (specification M03, round table). An upheld objection ranks again and opens a new notice. */
export const ROUND_TRANSITIONS = {
  PLANNED: { publishCall: 'CALL_OPEN', cancel: 'CANCELLED' },
  CALL_OPEN: { deadline: 'SCREENING', cancel: 'CANCELLED' },
  SCREENING: { finishScreening: 'SCORING', noneShortlisted: 'CANCELLED', cancel: 'CANCELLED' },
  SCORING: { closeScoring: 'RANKED', cancel: 'CANCELLED' },
  RANKED: { proposeAwards: 'PUBLICITY', cancel: 'CANCELLED' },
  PUBLICITY: { publicityEnds: 'AWARDED', objectionUpheld: 'RANKED', cancel: 'CANCELLED' },
  AWARDED: { agreementsSettled: 'EXECUTION' },
  EXECUTION: { allEnded: 'SHOWCASE' },
  SHOWCASE: { holdShowcase: 'CLOSED' },
  CLOSED: {},
  CANCELLED: {},
} as const satisfies TransitionTable<RoundState, RoundEvent>;

/** States of a project in a round. */
export type ProjectState =
  | 'SUBMITTED'
  | 'RETURNED'
  | 'SHORTLISTED'
  | 'SCREENED_OUT'
  | 'SCORED'
  | 'SHOWN'
  | 'PROPOSED'
  | 'RESERVE'
  | 'NOT_FUNDED'
  | 'FUNDED'
  | 'CONTRACTED'
  | 'DECLINED'
  | 'EXECUTING'
  | 'COMPLETED'
  | 'TERMINATED'
  | 'RECOVERING'
  | 'CLOSED_RECOVERED'
  | 'WITHDRAWN'
  | 'CANCELLED';

/** What happens to a project. */
export type ProjectEvent =
  | 'shortlist'
  | 'returnOnce'
  | 'resubmit'
  | 'lapse'
  | 'screenOut'
  | 'withdraw'
  | 'score'
  | 'show'
  | 'propose'
  | 'reserve'
  | 'passOver'
  | 'rerank'
  | 'publicityEnds'
  | 'adopt'
  | 'lastSourceLost'
  | 'sign'
  | 'decline'
  | 'pay'
  | 'midTermPass'
  | 'midTermRectify'
  | 'midTermFail'
  | 'evaluationPass'
  | 'evaluationFail'
  | 'terminate'
  | 'recover'
  | 'moneyReturned'
  | 'settle'
  | 'roundCancelled';

/**
 * The states of a project (specification M03, project table). DRAFT is no state of a case: a draft is plain data until
 * it is submitted. `rerank` brings a proposed project back to its score after an upheld objection; `screenOut` of a
 * proposed one is the objection that was right about it. TERMINATED rests until there is money to recover. `settle`: the last
 * instalment of a completed project is paid and what was not spent has come back.
 */
export const PROJECT_TRANSITIONS = {
  SUBMITTED: {
    shortlist: 'SHORTLISTED',
    returnOnce: 'RETURNED',
    screenOut: 'SCREENED_OUT',
    withdraw: 'WITHDRAWN',
    roundCancelled: 'CANCELLED',
  },
  RETURNED: { resubmit: 'SUBMITTED', lapse: 'SCREENED_OUT', withdraw: 'WITHDRAWN', roundCancelled: 'CANCELLED' },
  SHORTLISTED: {
    score: 'SCORED',
    show: 'SHOWN',
    screenOut: 'SCREENED_OUT',
    withdraw: 'WITHDRAWN',
    roundCancelled: 'CANCELLED',
  },
  SCORED: {
    propose: 'PROPOSED',
    reserve: 'RESERVE',
    passOver: 'NOT_FUNDED',
    adopt: 'FUNDED',
    screenOut: 'SCREENED_OUT',
    withdraw: 'WITHDRAWN',
    roundCancelled: 'CANCELLED',
  },
  SHOWN: { adopt: 'FUNDED', withdraw: 'WITHDRAWN', roundCancelled: 'CANCELLED' },
  PROPOSED: {
    publicityEnds: 'FUNDED',
    adopt: 'FUNDED',
    rerank: 'SCORED',
    screenOut: 'SCREENED_OUT',
    withdraw: 'WITHDRAWN',
    roundCancelled: 'CANCELLED',
  },
  RESERVE: {
    propose: 'PROPOSED',
    passOver: 'NOT_FUNDED',
    adopt: 'FUNDED',
    rerank: 'SCORED',
    withdraw: 'WITHDRAWN',
    roundCancelled: 'CANCELLED',
  },
  NOT_FUNDED: { adopt: 'FUNDED', rerank: 'SCORED', roundCancelled: 'CANCELLED' },
  FUNDED: {
    sign: 'CONTRACTED',
    adopt: 'FUNDED',
    lastSourceLost: 'NOT_FUNDED',
    // By an adoption before the awards stand.
    roundCancelled: 'CANCELLED',
    decline: 'DECLINED',
    terminate: 'TERMINATED',
  },
  CONTRACTED: { pay: 'EXECUTING', terminate: 'TERMINATED' },
  EXECUTING: {
    evaluationPass: 'COMPLETED',
    midTermPass: 'EXECUTING',
    midTermRectify: 'EXECUTING',
    midTermFail: 'TERMINATED',
    evaluationFail: 'RECOVERING',
    terminate: 'TERMINATED',
  },
  TERMINATED: { recover: 'RECOVERING' },
  RECOVERING: { moneyReturned: 'CLOSED_RECOVERED' },
  SCREENED_OUT: {},
  DECLINED: {},
  COMPLETED: { settle: 'COMPLETED' },
  CLOSED_RECOVERED: {},
  WITHDRAWN: {},
  CANCELLED: {},
} as const satisfies TransitionTable<ProjectState, ProjectEvent>;

/** States after which a contracted project no longer holds up the end of the round's execution. */
export const ENDED_PROJECT_STATES: readonly ProjectState[] = ['COMPLETED', 'TERMINATED', 'CLOSED_RECOVERED'];

/** The mid-term evaluation's results as events of the project. */
export const MID_TERM_EVENTS = { PASS: 'midTermPass', RECTIFY: 'midTermRectify', FAIL: 'midTermFail' } as const;
