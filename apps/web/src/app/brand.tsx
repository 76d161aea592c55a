import { Link } from 'react-router';

import { useTexts } from '../text/language.js';

const TEXTS = {
  name: ['办结', 'Banjie'],
  home: ['办结 工作台', 'Banjie, home'],
  public: ['办结 公开首页', 'Banjie, public pages'],
} as const;

/** The name of the system, which leads to the first page: one's desk, or the public's. */
export function Brand({ to = '/' }: { readonly to?: '/' | '/public' }) {
  const t = useTexts(TEXTS);
  return (
    <Link to={to} className="brand" aria-label={t(to === '/' ? 'home' : 'public')}>
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span>{t('name')}</span>
    </Link>
  );
}
