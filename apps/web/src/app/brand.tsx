import { Link } from 'react-router';

import { useTexts } from '../text/language.js';

const TEXTS = { name: ['办结', 'Banjie'], home: ['办结 工作台', 'Banjie, home'] } as const;

/** The name of the system, which leads home. */
export function Brand() {
  const t = useTexts(TEXTS);
  return (
    <Link to="/" className="brand" aria-label={t('home')}>
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span>{t('name')}</span>
    </Link>
  );
}
