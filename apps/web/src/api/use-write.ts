import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { newKey } from './client.js';

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
      const answer = await write(body, key);
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
