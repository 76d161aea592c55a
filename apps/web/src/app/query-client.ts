import { QueryClient } from '@tanstack/react-query';

import { whenSignedOut } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { sessionEnded } from './session.js';

const TRIES = 2;

/** What was refused is not asked again; what the network lost is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < TRIES && !(error instanceof ProblemError && error.problem.status < 500),
    },
  },
});

whenSignedOut(sessionEnded);
