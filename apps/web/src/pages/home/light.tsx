import { Link } from 'react-router';

import { useTexts } from '../../text/language.js';
import { listAddress } from '../cases/filter.js';

const TEXTS = {
  late: ['有 {n} 项待办已超期', '{n} tasks are overdue'],
  soon: ['有 {n} 项待办两天内到期', '{n} tasks are due within two days'],
  good: ['待办都在期限内', 'Everything is within its limit'],
  none: ['没有待办', 'Nothing waits'],
} as const;

interface Counts {
  readonly todo: number;
  readonly overdue: number;
  readonly soon: number;
}

/** How one's desk stands, in one light with words: red when something is overdue, amber when something soon will be. */
export function Light({ counts }: { readonly counts: Counts | undefined }) {
  const t = useTexts(TEXTS);
  if (counts === undefined) return null;
  const { todo, overdue, soon } = counts;
  const lights = [
    ...(overdue > 0 ? ([{ tone: 'late', n: overdue, to: listAddress('todo', { due: 'late' }) }] as const) : []),
    ...(soon > 0 ? ([{ tone: 'soon', n: soon, to: listAddress('todo', { due: 'soon' }) }] as const) : []),
  ];
  return (
    <p className="home-light" role="status">
      {lights.length === 0 ? (
        <span className="due due-good">
          <span className="due-light" aria-hidden="true" />
          {t(todo === 0 ? 'none' : 'good')}
        </span>
      ) : (
        lights.map(({ tone, n, to }) => (
          <Link key={tone} to={to} className={`due due-${tone}`}>
            <span className="due-light" aria-hidden="true" />
            {t(tone, { n: n > 99 ? '99+' : n })}
          </Link>
        ))
      )}
    </p>
  );
}
