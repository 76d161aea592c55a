import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const GATHER_MS = 250;

/** Whether what is shown follows what happens. */
export type Live = 'CONNECTING' | 'LIVE' | 'AWAY';

/**
 * Hears of every change of one's own cases and has the lists and the open case read again: everything whose key begins with `live`.
 * Several changes at once are one reading.
 */
export function useLive(): Live {
  const queries = useQueryClient();
  const [state, setState] = useState<Live>('CONNECTING');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ['live'] });
      }, GATHER_MS);
    };
    const source = new EventSource('/api/v1/events');
    source.addEventListener('open', () => {
      setState('LIVE');
      readAgain();
    });
    source.addEventListener('case', readAgain);
    source.addEventListener('reload', readAgain);
    source.addEventListener('error', () => setState('AWAY'));
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [queries]);
  return state;
}
