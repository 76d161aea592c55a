import type { Label } from '#domain/terms/term.js';
import type { ProjectState, RoundState } from './states.js';

/** The states of a round as people read them. */
export const ROUND_STATE_LABELS: Readonly<Record<RoundState, Label>> = {
  PLANNED: { zh: '筹备', en: 'planned' },
  CALL_OPEN: { zh: '征集中', en: 'call open' },
  SCREENING: { zh: '资格审查', en: 'screening' },
  SCORING: { zh: '评审中', en: 'scoring' },
  RANKED: { zh: '已排名', en: 'ranked' },
  PUBLICITY: { zh: '公示中', en: 'public notice' },
  AWARDED: { zh: '签约中', en: 'awarded, agreements being signed' },
  EXECUTION: { zh: '执行中', en: 'execution' },
  SHOWCASE: { zh: '成果展', en: 'showcase' },
  CLOSED: { zh: '已办结', en: 'closed' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
};

/** The states of a project as people read them. */
export const PROJECT_STATE_LABELS: Readonly<Record<ProjectState, Label>> = {
  SUBMITTED: { zh: '已申报', en: 'submitted' },
  RETURNED: { zh: '退回修改', en: 'returned once' },
  SHORTLISTED: { zh: '入围', en: 'shortlisted' },
  SCREENED_OUT: { zh: '审查未通过', en: 'screened out' },
  SCORED: { zh: '已评分', en: 'scored' },
  SHOWN: { zh: '已展示', en: 'shown' },
  PROPOSED: { zh: '拟资助', en: 'proposed' },
  RESERVE: { zh: '候补', en: 'reserve' },
  NOT_FUNDED: { zh: '未获资助', en: 'not funded' },
  FUNDED: { zh: '获资助', en: 'funded' },
  CONTRACTED: { zh: '已签约', en: 'contracted' },
  DECLINED: { zh: '放弃资助', en: 'declined' },
  EXECUTING: { zh: '执行中', en: 'executing' },
  COMPLETED: { zh: '已结项', en: 'completed' },
  TERMINATED: { zh: '已终止', en: 'terminated' },
  RECOVERING: { zh: '追回资金中', en: 'recovering money' },
  CLOSED_RECOVERED: { zh: '已追回并关闭', en: 'closed, money recovered' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
  CANCELLED: { zh: '随本届取消', en: 'cancelled with the round' },
};
