import { NavLink, Outlet } from 'react-router';

import { useTexts } from '../text/language.js';
import { Brand } from './brand.js';
import { PUBLIC_PLACES, PUBLIC_PLACE_TEXTS } from './places.js';
import { PreferenceButtons } from './preference-buttons.js';
import { SkipLink } from './skip-link.js';

const TEXTS = { label: ['公开信息', 'Public pages'] } as const;

/** Around pages that need no sign-in. */
export function PublicFrame() {
  const t = useTexts(TEXTS);
  const name = useTexts(PUBLIC_PLACE_TEXTS);
  return (
    <div className="frame">
      <SkipLink />
      <header className="bar">
        <Brand />
        <nav className="navigation" aria-label={t('label')}>
          {PUBLIC_PLACES.map((place) => (
            <NavLink key={place.to} to={place.to} end>
              {name(place.name)}
            </NavLink>
          ))}
        </nav>
        <div className="bar-end">
          <PreferenceButtons />
        </div>
      </header>
      <main id="main" className="page">
        <Outlet />
      </main>
    </div>
  );
}
