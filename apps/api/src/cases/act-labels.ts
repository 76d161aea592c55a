import { COMMON_ACTS } from '#domain/process/acts.js';
import type { Label } from '#domain/terms/term.js';
import type { Matter } from '../matters/matter.js';

/** What happens without anybody acting, as people read it. */
const EVENTS: Readonly<Record<string, Label>> = {
  START: { zh: '发起', en: 'started' },
  CLOCK: { zh: '定时处理', en: 'a timed step' },
  REMINDED: { zh: '到期提醒', en: 'reminder' },
  ESCALATED: { zh: '超期上报', en: 'escalated' },
  CONTINUED: { zh: '转入下一运行段', en: 'continued' },
  CHECKS_ENDED: { zh: '各项检查均已办结', en: 'every check has ended' },
  OPENED: { zh: '年检季开启', en: 'the season opened' },
  SEASON_RESUMED: { zh: '年检季恢复', en: 'the season went on' },
  ORGANISATION_ENDED: { zh: '单位已终止', en: 'the organisation ended' },
  SCREENING_BEGAN: { zh: '资格审查开始', en: 'the screening began' },
  JUDGES_ASSIGNED: { zh: '评委分配完成', en: 'judges were assigned' },
  STAGE_DRAWN: { zh: '路演顺序抽定', en: 'the order of the stage was drawn' },
  RANKED: { zh: '评审结果公布', en: 'the results were published' },
  AWARDS_PROPOSED: { zh: '资助名单公示', en: 'the awards went under notice' },
  RERANKED: { zh: '异议成立，重新排名', en: 'ranked again after an objection' },
  PUBLICITY_ENDED: { zh: '公示期结束', en: 'the notice ended' },
  AWARDED: { zh: '资助名单确定', en: 'the awards stand' },
  CANCELLED: { zh: '本届取消', en: 'the round was cancelled' },
  CLOSED: { zh: '本届办结', en: 'the round ended' },
  RENEWAL_ENDED: { zh: '延续办件有结果', en: 'the renewal came to its end' },
};

/** An act or an event of time in both languages; one without a label is shown by its name, so that nothing is hidden. */
export function actLabel({ acts }: Matter, kind: string): Label {
  const act = [...COMMON_ACTS, ...acts].find((one) => one.kind === kind);
  if (act !== undefined) return { zh: act.zh, en: act.en };
  return EVENTS[kind] ?? { zh: kind, en: kind };
}

/** A state in both languages. */
export function stateLabel({ states }: Matter, slug: string) {
  const { zh, en } = states[slug] ?? { zh: slug, en: slug };
  return { slug, zh, en };
}

/** A kind of task in both languages. */
export function taskLabel({ taskKinds }: Matter, kind: string): Label {
  const { zh, en } = taskKinds[kind] ?? { zh: kind, en: kind };
  return { zh, en };
}
