import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';
import { entriesOf } from '../../api/entries.js';

type Hall = Answer<'/api/v1/public/rounds/{id}/stage'>;
export type Slot = Hall['slots'][number];

/** The stage, with how far the server's clock is ahead of this device's (ms). */
export interface Stage extends Hall {
  readonly ahead: number;
}

/** Whether what is shown follows what happens. */
export type Connection = 'CONNECTING' | 'LIVE' | 'AWAY';

/** Where a browser gives a stream up for good, it is opened again after so long. */
const AGAIN_MS = 3_000;
/** The server is heard every 15 seconds; a stream that is silent for longer than this is dead, whatever the browser thinks. */
const SILENT_MS = 40_000;

const keyOf = (roundNo: string) => ['stage', roundNo] as const;
const arrived = (hall: Hall): Stage => ({ ...hall, ahead: hall.now - Date.now() });

const stageQuery = (roundNo: string) =>
  queryOptions({
    queryKey: keyOf(roundNo),
    queryFn: async () =>
      arrived(await answered(api.GET('/api/v1/public/rounds/{id}/stage', { params: { path: { id: roundNo } } }))),
  });

/** The stage of a round as it happens: every message is the whole of it, so a connection that drops and comes back lacks nothing. */
export function useStage(roundNo: string, wanted = true) {
  const queries = useQueryClient();
  const stage = useQuery({ ...stageQuery(roundNo), enabled: wanted && roundNo !== '' });
  const [connection, setConnection] = useState<Connection>('CONNECTING');
  const there = stage.isSuccess;
  useEffect(() => {
    if (!there) return undefined;
    return listen(roundNo, setConnection, (hall) => {
      queries.setQueryData<Stage>(keyOf(roundNo), arrived(hall));
      // Who has locked what is read by those who may.
      void queries.invalidateQueries({ queryKey: ['live', 'judging'] });
    });
  }, [queries, roundNo, there]);
  return { stage, connection };
}

/** Listens until the returned function is called. */
function listen(roundNo: string, tell: (state: Connection) => void, hear: (hall: Hall) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      tell('AWAY');
      open();
    }, SILENT_MS);
  };
  const open = () => {
    source?.close();
    heard();
    source = new EventSource(`/api/v1/public/rounds/${encodeURIComponent(roundNo)}/stage/events`);
    source.addEventListener('open', () => tell('LIVE'));
    source.addEventListener('heartbeat', heard);
    source.addEventListener('stage', ({ data }: MessageEvent<unknown>) => {
      heard();
      const hall = hallOf(data);
      if (hall !== null) hear(hall);
    });
    source.addEventListener('error', () => {
      tell('AWAY');
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS);
    });
  };
  // A device that wakes up, or finds its network again, does not wait for the browser's own pause.
  const wake = () => {
    if (document.visibilityState === 'visible' && source?.readyState !== EventSource.OPEN) open();
  };
  open();
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  return () => {
    source?.close();
    clearTimeout(timer);
    clearTimeout(silence);
    window.removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
  };
}

function hallOf(data: unknown): Hall | null {
  const parsed: unknown = typeof data === 'string' ? JSON.parse(data) : null;
  return isHall(parsed) ? parsed : null;
}

const isHall = (value: unknown): value is Hall =>
  Array.isArray(new Map(entriesOf(value)).get('slots')) && entriesOf(value).some(([name]) => name === 'now');
