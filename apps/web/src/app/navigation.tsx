import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';

import { countsQuery } from '../api/queries.js';
import { useTexts } from '../text/language.js';

const TEXTS = {
  label: ['主导航', 'Main navigation'],
  home: ['工作台', 'Desk'],
  cases: ['办件', 'Cases'],
  apply: ['申请', 'Apply'],
  notices: ['通知', 'Notices'],
} as const;

/** Where one can go; on a narrow screen it lies at the bottom, under the thumb. */
export function Navigation() {
  const t = useTexts(TEXTS);
  const todo = useQuery(countsQuery).data?.todo ?? 0;
  return (
    <nav className="navigation" aria-label={t('label')}>
      <NavLink to="/" end>
        {t('home')}
        {todo > 0 ? <span className="count">{todo > 99 ? '99+' : todo}</span> : null}
      </NavLink>
      <NavLink to="/cases">{t('cases')}</NavLink>
      <NavLink to="/apply">{t('apply')}</NavLink>
      <NavLink to="/notices">{t('notices')}</NavLink>
    </nav>
  );
}
