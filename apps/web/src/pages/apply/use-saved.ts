import { useCallback, useEffect, useRef, useState } from 'react';

import { Away, ProblemError } from '../../api/problem.js';
import { forgetCopy, keepCopy, keptCopy } from './local-copy.js';

const PAUSE_MS = 700;
const AGAIN_MS = 4_000;

/** Where the words are: on the server, on their way, only in this browser, or changed by somebody else meanwhile. */
export type SaveState = 'SAVED' | 'SAVING' | 'LOCAL' | 'CONFLICT' | 'REFUSED';

/** What is written and how it is kept. */
interface Saving<Form extends object> {
  /** Of the copy in this browser. */
  readonly id: string;
  readonly version: number;
  readonly data: unknown;
  /** ISO; null before anything was saved. */
  readonly savedAt: string | null;
  /** Reads what was kept; whatever does not fit counts as not written. */
  readonly read: (data: unknown) => Form;
  /** What is kept and sent. */
  readonly filled: (form: Form) => Record<string, unknown>;
  /** Saves over a version; answers the version that it made. */
  readonly save: (
    version: number,
    data: Record<string, unknown>,
  ) => Promise<{ readonly version: number; readonly savedAt: string }>;
}

/** A change of some fields, or how to make it from what is written by then: a file arrives when more has been written. */
export type ChangeOf<Form> = Partial<Form> | ((form: Form) => Partial<Form>);

/** A form that saves itself as one writes; what cannot be sent now is kept in the browser and sent later. */
export function useSaved<Form extends object>(saving: Saving<Form>) {
  const { id } = saving;
  const copy = keptCopy(id, saving.version);
  const [form, setForm] = useState<Form>(() => saving.read(copy ?? saving.data));
  const [state, setState] = useState<SaveState>(copy === null ? 'SAVED' : 'LOCAL');
  const [savedAt, setSavedAt] = useState(saving.savedAt);
  const how = useRef(saving);
  const latest = useRef(form);
  const version = useRef(saving.version);
  const server = useRef<Form | null>(copy === null ? form : null);
  const queue = useRef<Promise<boolean>>(Promise.resolve(true));

  const put = useCallback(async (): Promise<boolean> => {
    const { filled, save } = how.current;
    const sent = latest.current;
    setState('SAVING');
    try {
      const saved = await save(version.current, filled(sent));
      version.current = saved.version;
      server.current = sent;
      setSavedAt(saved.savedAt);
      // More may have been written while this was on its way.
      const isAll = latest.current === sent;
      if (isAll) forgetCopy(id);
      setState(isAll ? 'SAVED' : 'SAVING');
      return isAll;
    } catch (error) {
      setState(stateOf(error));
      return false;
    }
  }, [id]);

  /** Sends what the server lacks; true when it has it all. One after the other, because each goes on from the version before. */
  const flush = useCallback((): Promise<boolean> => {
    queue.current = queue.current.then(() => (server.current === latest.current ? true : put()));
    return queue.current;
  }, [put]);

  const change = useCallback(
    (part: ChangeOf<Form>) => {
      latest.current = { ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) };
      setForm(latest.current);
      keepCopy(id, version.current, how.current.filled(latest.current));
      setState((before) => (before === 'CONFLICT' ? before : 'SAVING'));
    },
    [id],
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
