import { Link, NavLink, Outlet, useLocation } from 'react-router';

import { useTexts } from '../text/language.js';
import { Brand } from './brand.js';
import { PUBLIC_PLACES, PUBLIC_PLACE_TEXTS } from './places.js';
import { PreferenceButtons } from './preference-buttons.js';
import { SkipLink } from './skip-link.js';

const TEXTS = { label: ['公开信息', 'Public pages'], signIn: ['登录', 'Sign in'] } as const;

/** Around pages that need no sign-in. */
export function PublicFrame() {
  const t = useTexts(TEXTS);
  const name = useTexts(PUBLIC_PLACE_TEXTS);
  const { pathname } = useLocation();
  return (
    <div className="frame">
      <SkipLink />
      <header className="bar">
        <Brand to="/public" />
        <nav className="navigation" aria-label={t('label')}>
          {PUBLIC_PLACES.map((place) => (
            <NavLink key={place.to} to={place.to} end={place.to === '/public'}>
              {name(place.name)}
            </NavLink>
          ))}
        </nav>
        <div className="bar-end">
          <PreferenceButtons />
          {pathname === '/sign-in' ? null : (
            <Link to="/" className="public-sign-in">
              {t('signIn')}
            </Link>
          )}
        </div>
      </header>
      <main id="main" className="page">
        <Outlet />
      </main>
    </div>
  );
}
