import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';

import { fetched, newKey } from '../../api/client.js';
import { useTexts } from '../../text/language.js';

const TEXTS = { done: ['已办理。', 'Done.'] } as const;

/** The body of an act; its facts are what the action's schema asks for. */
export interface ActBody {
  readonly kind: string;
  readonly taskId: string | null;
  readonly seenSeq: number | null;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly opinion?: string;
  readonly attachments: readonly string[];
}

/** Sends an act once: the same words keep their key however often they are sent, other words get another one. */
export function useAct(caseNo: string, onDone: () => void) {
  const t = useTexts(TEXTS);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const sent = useRef<{ readonly text: string; readonly key: string } | null>(null);
  const flying = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const post = async (body: ActBody) => {
    if (flying.current) return;
    flying.current = true;
    setBusy(true);
    setError(null);
    const text = JSON.stringify(body);
    const key = sent.current?.text === text ? sent.current.key : newKey();
    sent.current = { text, key };
    try {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
      await fetched(`/api/v1/cases/${encodeURIComponent(caseNo)}/acts`, { method: 'POST', headers, body: text });
      await queries.invalidateQueries({ queryKey: ['live'] });
      void message.success(t('done'));
      onDone();
    } catch (reason) {
      setError(reason);
      // What others did meanwhile is the usual reason.
      void queries.invalidateQueries({ queryKey: ['live', 'case', caseNo] });
    } finally {
      flying.current = false;
      setBusy(false);
    }
  };
  return { send: (body: ActBody) => void post(body), busy, error };
}
