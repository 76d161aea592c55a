import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { fetched, keyed, newKey } from '../../api/client.js';
import type { Row } from '../../parts/case-rows.js';
import { sentenceOf } from '../../parts/refusal.js';
import { useLanguage, useTexts } from '../../text/language.js';

const TEXTS = {
  effect: [
    '催办只提醒当前办理人,不改变期限;同一办件每天只能催办一次。',
    'Whoever holds a case is reminded; no limit changes. Once a day for each case.',
  ],
  urge: ['催办所选 {n} 项', 'Urge the {n} chosen'],
  busy: ['已催办 {done} / {n}', '{done} of {n} urged'],
  done: ['已催办 {n} 项。', '{n} urged.'],
  refused: ['{n} 项没有催办:', '{n} were not urged:'],
} as const;

interface Refused {
  readonly row: Row;
  readonly why: string;
}

/** Urges the chosen cases one after the other; what is refused is said beside its case, the others are urged all the same. */
export function UrgeBar({ rows, onDone }: { readonly rows: readonly Row[]; readonly onDone: () => void }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const queries = useQueryClient();
  const [sent, setSent] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [busy, setBusy] = useState(false);
  const urge = async () => {
    setBusy(true);
    const failed: Refused[] = [];
    for (const [n, row] of rows.entries()) {
      setSent({ done: n, of: rows.length });
      try {
        await urgeOne(row.caseNo);
      } catch (error) {
        failed.push({ row, why: sentenceOf(error, language) });
      }
    }
    setSent({ done: rows.length - failed.length, of: rows.length });
    setRefused(failed);
    setBusy(false);
    onDone();
    await queries.invalidateQueries({ queryKey: ['live'] });
  };
  return (
    <div className="cases-urge">
      <p className="muted">{t('effect')}</p>
      <Button type="primary" disabled={rows.length === 0} loading={busy} onClick={() => void urge()}>
        {busy && sent !== null ? t('busy', { done: sent.done, n: sent.of }) : t('urge', { n: rows.length })}
      </Button>
      <div role="status">
        {!busy && sent !== null ? <p>{t('done', { n: sent.done })}</p> : null}
        {!busy && refused.length > 0 ? (
          <>
            <p>{t('refused', { n: refused.length })}</p>
            <ul>
              {refused.map(({ row, why }) => (
                <li key={row.caseNo}>
                  {row.title} ({row.caseNo}): {why}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  );
}

async function urgeOne(caseNo: string): Promise<void> {
  await fetched(`/api/v1/cases/${encodeURIComponent(caseNo)}/acts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...keyed(newKey()) },
    body: JSON.stringify({ kind: 'urge', attachments: [] }),
  });
}
