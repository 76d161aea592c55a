import { useQuery } from '@tanstack/react-query';

import { ProblemError } from '../../api/problem.js';
import { Loading } from '../../parts/loading.js';
import { Shown } from '../../parts/query-state.js';
import { useTexts } from '../../text/language.js';
import { Agreement } from './agreement.js';
import { Corrected } from './corrected.js';
import { Diagnosis, marksOf } from './diagnosis.js';
import { JudgeEffects } from './judge-effects.js';
import { Marks } from './marks.js';
import { diagnosticsQuery, marksQuery, panelQuery } from './queries.js';
import type { Results } from './queries.js';
import { Portfolio } from './portfolio.js';
import { WithoutJudge } from './without-judge.js';

const TEXTS = {
  title: ['诊断', 'Diagnostics'],
  beside: [
    '以下只供参考,与结果并列,从不改变结果。结果以上面公布的排名为准。',
    'All of this stands beside the result, never instead of it. The published ranking above is what counts.',
  ],
  computing: ['正在计算诊断…', 'The diagnostics are being computed…'],
  computingWhy: [
    '要重抽样上千次,还要求解预算内的最优组合,一般几秒到一分钟。可以离开本页,算完后这里自动显示;排名不受影响。',
    'A thousand resamples and the best portfolio are computed, within seconds to a minute. You may leave; it shows here when it is done. The ranking does not wait for it.',
  ],
  unreadable: ['诊断的内容无法显示。', 'The diagnostics cannot be shown.'],
} as const;

/** What stands beside the ranking, for those who organise or audit the round; nothing for others. */
export function Diagnostics({ results }: { readonly results: Results }) {
  const t = useTexts(TEXTS);
  const diagnostics = useQuery(diagnosticsQuery(results.caseNo));
  if (diagnostics.error instanceof ProblemError && diagnostics.error.problem.status === 404) return null;
  return (
    <section aria-label={t('title')}>
      <h2 className="judging-diagnostics">{t('title')}</h2>
      <p className="hint" role="note">
        {t('beside')}
      </p>
      <Shown query={diagnostics}>
        {({ status, diagnostics: data }) =>
          status === 'COMPUTING' ? <Computing /> : <Readable results={results} data={data} />
        }
      </Shown>
    </section>
  );
}

function Computing() {
  const t = useTexts(TEXTS);
  return (
    <div className="panel judging-computing" role="status">
      <progress aria-label={t('computing')} />
      <b>{t('computing')}</b>
      <p className="muted">{t('computingWhy')}</p>
    </div>
  );
}

function Readable({ results, data }: { readonly results: Results; readonly data: unknown }) {
  const t = useTexts(TEXTS);
  const marks = useQuery(marksQuery(results.caseNo));
  const panel = useQuery(panelQuery(results.caseNo));
  const parsed = Diagnosis.safeParse(data);
  if (!parsed.success) return <p className="muted">{t('unreadable')}</p>;
  if (panel.data === undefined) return panel.isError ? null : <Loading />;
  const names = new Map(panel.data.items.map(({ alias, name }) => [alias, name]));
  const facts = {
    results,
    diagnosis: parsed.data,
    judgeOf: (judgeId: string) => names.get(judgeId) ?? judgeId,
  };
  return (
    <>
      <Shown query={marks}>{(exported) => <Marks {...facts} marks={marksOf(exported)} />}</Shown>
      <JudgeEffects {...facts} />
      <Agreement diagnosis={parsed.data} />
      <Corrected {...facts} />
      <WithoutJudge {...facts} />
      <Portfolio {...facts} />
    </>
  );
}
