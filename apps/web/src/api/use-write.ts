import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { newKey } from './client.js';
import { ProblemError } from './problem.js';

/** The workflow service is away for a moment: what was sent is sent again after so many milliseconds, under its key. */
const AGAIN_AFTER_MS = [1000, 2000, 4000] as const;

/**
 * Sends something once: the same words keep their Idempotency-Key however often they are sent, other words get another one. Afterwards everything under
 * `live` is read again, also after a refusal: what others did meanwhile is its usual reason.
 */
export function useWrite<Body, Answered>(
  write: (body: Body, key: string) => Promise<Answered>,
  onDone: (answer: Answered) => void = () => undefined,
) {
  const queries = useQueryClient();
  const sent = useRef<{ readonly text: string; readonly key: string } | null>(null);
  const flying = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const send = async (body: Body) => {
    if (flying.current) return;
    flying.current = true;
    setBusy(true);
    setError(null);
    const text = JSON.stringify(body);
    const key = sent.current?.text === text ? sent.current.key : newKey();
    sent.current = { text, key };
    try {
      const answer = await patiently(() => write(body, key));
      sent.current = null;
      await queries.invalidateQueries({ queryKey: ['live'] });
      onDone(answer);
    } catch (reason) {
      setError(reason);
      void queries.invalidateQueries({ queryKey: ['live'] });
    } finally {
      flying.current = false;
      setBusy(false);
    }
  };
  return { send: (body: Body) => void send(body), busy, error };
}

async function patiently<Answered>(write: () => Promise<Answered>): Promise<Answered> {
  for (const pause of AGAIN_AFTER_MS) {
    try {
      return await write();
    } catch (reason) {
      if (!(reason instanceof ProblemError) || reason.problem.status !== 503) throw reason;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return write();
}
