import { Outlet } from 'react-router';

import { Brand } from './brand.js';
import { PreferenceButtons } from './preference-buttons.js';
import { SkipLink } from './skip-link.js';

/** Around pages that need no sign-in. */
export function PublicFrame() {
  return (
    <div className="frame">
      <SkipLink />
      <header className="bar">
        <Brand />
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
