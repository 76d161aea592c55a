import { useSyncExternalStore } from 'react';

/** A session that was there and is not any more: the page stays as it is, and the sign-in is laid over it. */
let ended = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  if (ended === value) return;
  ended = value;
  for (const listener of listeners) listener();
}

/** The server does not know the session any more. */
export const sessionEnded = (): void => set(true);
/** Somebody signed in again. */
export const sessionBegun = (): void => set(false);

/** Whether the session has ended since the last sign-in. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}
