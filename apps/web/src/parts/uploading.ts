import { useSyncExternalStore } from 'react';

/** Files on their way, of every field of the page. */
let underWay = 0;
const listeners = new Set<() => void>();

function add(files: number): void {
  underWay += files;
  for (const listener of listeners) listener();
}

/** Counts a file as on its way until it has arrived or failed. */
export async function countedUpload<Made>(send: () => Promise<Made>): Promise<Made> {
  add(1);
  try {
    return await send();
  } finally {
    add(-1);
  }
}

/** Whether a file is on its way: a form that is sent now would be without it. */
export function useUploading(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => underWay > 0,
  );
}
