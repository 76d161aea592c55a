import { COMMON_ACTS } from '#domain/process/acts.js';
import type { Label } from '#domain/terms/term.js';
import type { Matter } from '../matters/matter.js';

/** What happens without anybody acting, as people read it. */
const EVENTS: Readonly<Record<string, Label>> = {
  START: { zh: '提交', en: 'submitted' },
  REMINDED: { zh: '到期提醒', en: 'reminder' },
  ESCALATED: { zh: '超期上报', en: 'escalated' },
  CONTINUED: { zh: '转入下一运行段', en: 'continued' },
  CHECKS_ENDED: { zh: '各项检查均已办结', en: 'every check has ended' },
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
