import { App } from 'antd';

import { fetched, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
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

/** Sends an act on a case once. */
export function useAct(caseNo: string, onDone: () => void) {
  const t = useTexts(TEXTS);
  const { message } = App.useApp();
  return useWrite(
    (body: ActBody, key) =>
      fetched(`/api/v1/cases/${encodeURIComponent(caseNo)}/acts`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...keyed(key) },
        body: JSON.stringify(body),
      }),
    () => {
      void message.success(t('done'));
      onDone();
    },
  );
}
