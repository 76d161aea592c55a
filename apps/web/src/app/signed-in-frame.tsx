import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';

import { ProblemError } from '../api/problem.js';
import { meQuery } from '../api/queries.js';
import { Loading } from '../parts/loading.js';
import { Refusal } from '../parts/refusal.js';
import { Brand } from './brand.js';
import { Navigation } from './navigation.js';
import { PersonMenu } from './person-menu.js';
import { PreferenceButtons } from './preference-buttons.js';
import { useSessionEnded } from './session.js';
import { SkipLink } from './skip-link.js';
import { useLive } from './live.js';

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.js')).SignInAgain }));

/** Around every page of somebody who is signed in; who is not, signs in first and comes back. */
export function SignedInFrame() {
  const me = useQuery(meQuery);
  const { pathname, search } = useLocation();
  if (me.data === undefined) {
    const isStranger = me.error instanceof ProblemError && me.error.problem.status === 401;
    if (isStranger) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
    return me.isError ? <Refusal error={me.error} again={() => me.refetch()} /> : <Loading />;
  }
  return <Frame />;
}

function Frame() {
  const live = useLive();
  const ended = useSessionEnded();
  return (
    <div className="frame">
      <SkipLink />
      <header className="bar">
        <Brand />
        <Navigation />
        <div className="bar-end">
          <PreferenceButtons />
          <PersonMenu live={live} />
        </div>
      </header>
      <main id="main" className="page">
        <Outlet />
      </main>
      {ended ? (
        <Suspense fallback={<Loading />}>
          <SignInAgain />
        </Suspense>
      ) : null}
    </div>
  );
}
