import { Link } from 'react-router';

import { ProblemError } from '../../api/problem.js';
import { Standstill } from '../../parts/standstill.js';
import { useTexts } from '../../text/language.js';

const TEXTS = {
  title: ['没有找到公开的内容', 'Nothing public was found'],
  why: [
    '链接可能有误或已经失效,也可能还没有到公布的时候。请从公开首页重新查找。',
    'The link may be wrong or too old, or it is not published yet. Look for it from the first page.',
  ],
  way: ['回到公开首页', 'To the first page'],
} as const;

/** Whether something was asked for that is not public. */
export const isNotPublic = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 400);

/** A link that leads to nothing public, and the way on. */
export function NotPublic() {
  const t = useTexts(TEXTS);
  return <Standstill title={t('title')} why={t('why')} way={<Link to="/public">{t('way')}</Link>} />;
}
