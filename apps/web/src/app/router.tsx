import { createBrowserRouter } from 'react-router';

import { Loading } from '../parts/loading.js';
import { Broken, Missing } from './broken.js';
import { PublicFrame } from './public-frame.js';
import { SignedInFrame } from './signed-in-frame.js';

/** Each page is fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    Component: PublicFrame,
    ErrorBoundary: Broken,
    HydrateFallback: Loading,
    children: [
      { path: '/sign-in', lazy: async () => ({ Component: (await import('../pages/sign-in/page.js')).SignInPage }) },
    ],
  },
  {
    Component: SignedInFrame,
    ErrorBoundary: Broken,
    HydrateFallback: Loading,
    children: [
      { path: '/', lazy: async () => ({ Component: (await import('../pages/home/page.js')).HomePage }) },
      { path: '*', Component: Missing },
    ],
  },
]);
