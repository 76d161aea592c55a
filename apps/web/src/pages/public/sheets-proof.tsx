import { Button } from 'antd';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';

const TEXTS = {
  title: ['评分是否被改动过', 'Whether a mark was changed'],
  about: [
    '每张评分表锁定时都接在该评委前一张之后,一环扣一环;封卷时公布了全部评分的总指纹。点按钮,您的浏览器会下载匿名评分链,逐环重算,再与公布的总指纹比较。',
    'Each sheet was chained to the one before when it was locked, and a root over all of them was published. Your browser fetches the anonymous chains, computes them again and compares the root.',
  ],
  root: ['总指纹(SHA-256)', 'Root (SHA-256)'],
  verify: ['在本浏览器核验评分链', 'Verify the chains in this browser'],
  sound: [
    '一致。{judges} 名评委的 {sheets} 条评分记录与公布的总指纹相符。',
    'The same: {sheets} entries of {judges} judges fit the published root.',
  ],
  broken: [
    '不一致。评分记录与公布的总指纹不符,请向主办单位或其监督机关反映。',
    'Not the same: the entries do not fit the published root. Tell the hosts or whoever supervises them.',
  ],
} as const;

interface Outcome {
  readonly sound: boolean;
  readonly judges: number;
  readonly sheets: number;
}

/** Proving, on the reader's own device, that the published marks are those that were locked. */
export function SheetsProof({ id, root }: { readonly id: string; readonly root: string | null }) {
  const t = useTexts(TEXTS);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const verify = async () => {
    setBusy(true);
    setError(null);
    try {
      const [sheets, { soundSheets }] = await Promise.all([
        answered(api.GET('/api/v1/public/rounds/{id}/sheets-export', { params: { path: { id } } })),
        import('./verify-sheets.js'),
      ]);
      const entries = sheets.judges.reduce((sum, { count }) => sum + count, 0);
      setOutcome({ sound: soundSheets(sheets, root), judges: sheets.judges.length, sheets: entries });
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="prose">{t('about')}</p>
      {root === null ? null : (
        <p className="public-hash muted">
          {t('root')} {root}
        </p>
      )}
      <Button loading={busy} onClick={() => void verify()}>
        {t('verify')}
      </Button>
      <Refusal error={error} />
      <div aria-live="polite">
        {outcome === null ? null : (
          <p className={outcome.sound ? 'told told-good' : 'told told-late'}>
            {t(outcome.sound ? 'sound' : 'broken', { judges: outcome.judges, sheets: outcome.sheets })}
          </p>
        )}
      </div>
    </section>
  );
}
