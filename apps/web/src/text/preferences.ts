import { useSyncExternalStore } from 'react';

import type { Language } from './language.js';

/** What a person set for this browser. */
export interface Preferences {
  readonly language: Language;
  /** 适老化: larger type. */
  readonly large: boolean;
}

const KEY = 'banjie.preferences';
const listeners = new Set<() => void>();
let present = read();

/** What is set now. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => present,
  );
}

/** Sets and keeps. */
export function prefer(change: Partial<Preferences>): void {
  present = { ...present, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(present));
  } catch {
    // A browser that keeps nothing still shows what was chosen until it is closed.
  }
  for (const listener of listeners) listener();
}

function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const has = (name: string, value: unknown) =>
      typeof kept === 'object' &&
      kept !== null &&
      Object.entries(kept).some(([key, each]) => key === name && each === value);
    return { language: has('language', 'en') ? 'en' : 'zh', large: has('large', true) };
  } catch {
    return { language: 'zh', large: false };
  }
}
