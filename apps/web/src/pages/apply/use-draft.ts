import { useCallback, useEffect, useRef, useState } from 'react';

import { answered, api, keyed, newKey } from '../../api/client.js';
import { Away, ProblemError } from '../../api/problem.js';
import type { Draft } from './draft-rows.js';
import { changed, filled, formDataOf } from './form-data.js';
import type { Change, FormData } from './form-data.js';
import { forgetCopy, keepCopy, keptCopy } from './local-copy.js';

const PAUSE_MS = 700;
const AGAIN_MS = 4_000;

/** Where the words are: on the server, on their way, only in this browser, or changed by somebody else meanwhile. */
export type SaveState = 'SAVED' | 'SAVING' | 'LOCAL' | 'CONFLICT' | 'REFUSED';

/** A draft that saves itself as one writes; what cannot be sent now is kept in the browser and sent later. */
export function useDraft(draft: Draft) {
  const copy = keptCopy(draft.id, draft.version);
  const [form, setForm] = useState<FormData>(() => formDataOf(copy ?? draft.data));
  const [state, setState] = useState<SaveState>(copy === null ? 'SAVED' : 'LOCAL');
  const [savedAt, setSavedAt] = useState(draft.updatedAt);
  const latest = useRef(form);
  const version = useRef(draft.version);
  const server = useRef<FormData | null>(copy === null ? form : null);
  const queue = useRef<Promise<boolean>>(Promise.resolve(true));

  const put = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    setState('SAVING');
    const body = { version: version.current, data: filled(sent) };
    try {
      const params = { path: { id: draft.id }, header: keyed(newKey()) };
      const saved = await answered(api.PUT('/api/v1/drafts/{id}', { params, body }));
      version.current = saved.version;
      server.current = sent;
      setSavedAt(saved.updatedAt);
      // More may have been written while this was on its way.
      const isAll = latest.current === sent;
      if (isAll) forgetCopy(draft.id);
      setState(isAll ? 'SAVED' : 'SAVING');
      return isAll;
    } catch (error) {
      setState(stateOf(error));
      return false;
    }
  }, [draft.id]);

  /** Sends what the server lacks; true when it has it all. One after the other, because each goes on from the version before. */
  const flush = useCallback((): Promise<boolean> => {
    queue.current = queue.current.then(() => (server.current === latest.current ? true : put()));
    return queue.current;
  }, [put]);

  const change = useCallback(
    (part: Change) => {
      latest.current = changed(latest.current, part);
      setForm(latest.current);
      keepCopy(draft.id, version.current, filled(latest.current));
      setState((before) => (before === 'CONFLICT' ? before : 'SAVING'));
    },
    [draft.id],
  );

  useEffect(() => {
    if (state === 'SAVED' || state === 'CONFLICT' || state === 'REFUSED') return undefined;
    const timer = setTimeout(() => void flush(), state === 'LOCAL' ? AGAIN_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [form, state, flush]);

  return { form, change, flush, state, savedAt, versionNow: () => version.current };
}

function stateOf(error: unknown): SaveState {
  if (error instanceof Away) return 'LOCAL';
  if (!(error instanceof ProblemError)) return 'LOCAL';
  if (error.problem.status === 409) return 'CONFLICT';
  return error.problem.status === 401 || error.problem.status >= 429 ? 'LOCAL' : 'REFUSED';
}
