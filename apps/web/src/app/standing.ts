import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import type { Answer } from '../api/answer.js';
import { meQuery } from '../api/queries.js';

type Grant = Answer<'/api/v1/me'>['grants'][number];

const KEY = 'banjie.standing';
const listeners = new Set<() => void>();
let chosen = read();

/** The roles of the reader, and the one in which they look at their desk; null = in all of them. */
export interface Standing {
  readonly grants: readonly Grant[];
  readonly grant: Grant | null;
}

/** As whom the reader looks at their desk and lists. It narrows what is shown, never what one may do. */
export function useStanding(): Standing {
  const id = useSyncExternalStore(subscribe, () => chosen);
  const grants = useQuery(meQuery).data?.grants ?? [];
  return { grants, grant: grants.find((each) => each.id === id) ?? null };
}

/** Chooses and remembers, in this browser. */
export function standAs(grantId: string | null): void {
  chosen = grantId;
  try {
    if (grantId === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, grantId);
  } catch {
    // A browser that keeps nothing still shows what was chosen until it is closed.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
