import type { Term } from '#domain/terms/term.js';

/** How an enterprise adopts a project (认领方式). */
export const ADOPTION_MODES = [
  { slug: 'MONEY', zh: '资金', en: 'money' },
  { slug: 'GOODS', zh: '实物', en: 'goods' },
  { slug: 'SERVICE', zh: '服务', en: 'services' },
] as const satisfies readonly Term[];

/** What releases an instalment, as the agreement prints it; a milestone is printed by its own name. */
export const INSTALMENT_RELEASES = [
  { slug: 'AGREEMENT_SIGNED', zh: '协议签署后', en: 'after the agreement is signed' },
  { slug: 'MID_TERM_PASS', zh: '中期评估合格后', en: 'after the mid-term evaluation is passed' },
  { slug: 'COMPLETED', zh: '项目结项后', en: 'after completion' },
  { slug: 'MILESTONE', zh: '约定事项完成后', en: 'after the milestone' },
] as const satisfies readonly Term[];
