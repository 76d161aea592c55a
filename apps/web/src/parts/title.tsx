import { useEffect } from 'react';

/** Names the browser's tab, so that a history and a screen reader tell pages apart. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 办结`;
  }, [title]);
}
