import pg from 'pg';
import { z } from 'zod';

import { RECORD_CHANNEL } from './stores/record.store.js';

/** A case went on. `keys`: who may care, `user:ID`, `pool:UNIT:ROLE`, or `follow:ID` of a user who may not read it any more; null = too many to name. */
export interface CaseEvent {
  readonly caseId: string;
  readonly keys: readonly string[] | null;
}

/** Hears every record of every process, as long as it is open. */
export interface CaseListener {
  readonly close: () => Promise<void>;
}

const Message = z.object({ caseId: z.string(), keys: z.array(z.string()).nullable() });
const RETRY_MS = 1_000;

/** Listens to PostgreSQL, and again when the connection breaks; what was told in between is not told again. */
export function listenToCases(url: string, hear: (event: CaseEvent) => void): CaseListener {
  let open = true;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const again = () => {
    client = null;
    if (open) timer = setTimeout(() => void connect(), RETRY_MS).unref();
  };
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    client = next;
    next.on('error', () => undefined);
    next.once('end', again);
    next.on('notification', ({ payload }) => {
      const message = Message.safeParse(jsonOrNull(payload ?? ''));
      if (message.success) hear(message.data);
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(RECORD_CHANNEL)}`);
    } catch {
      // 'end' follows a connection that was made and lost; one that was never made ends here.
      next.removeListener('end', again);
      await next.end().catch(() => undefined);
      again();
    }
  };
  void connect();

  return {
    close: async () => {
      open = false;
      if (timer !== null) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
