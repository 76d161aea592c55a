import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';

import { actionsQuery } from '../../api/case.js';
import { Loading } from '../../parts/loading.js';
import { Shown } from '../../parts/query-state.js';
import { Standstill } from '../../parts/standstill.js';
import { useTitle } from '../../parts/title.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { ClassTable } from './class-table.js';
import { CloseScoring } from './close-scoring.js';
import './judging.css';
import { ProgressBoard } from './progress-board.js';
import { progressQuery, resultsQuery, roundQuery } from './queries.js';
import type { Results } from './queries.js';

const Diagnostics = lazy(async () => ({ default: (await import('./diagnostics.js')).Diagnostics }));

const TEXTS = {
  title: ['评分进度与排名', 'Progress and ranking'],
  notYet: ['本届尚未进入评审', 'This round is not being judged yet'],
  notYetWhy: [
    '资格审查结束、评审开始之后,这里显示评分进度;结束评审之后显示排名。',
    'Progress shows here once the judging begins, the ranking when it is closed.',
  ],
  round: ['返回本届', 'Back to the round'],
  stage: ['现场路演', 'On stage'],
  published: ['评审已结束,结果于 {at} 公布。', 'Scoring is closed; the result was published {at}.'],
  proof: ['怎样核对结果', 'How the result is checked'],
  root: ['全部评分表的总根', 'Root of all sheets'],
  policy: ['评分办法的哈希', 'Hash of the scoring policy'],
  result: ['结果的哈希', 'Hash of the result'],
  how: [
    '下载评分链导出,用核验命令重算;改动任何一个分数都会指出来。同样的评分表按同一办法重算,结果逐字节相同。',
    'Download the export of the chains and run the check: any changed mark is named. The same sheets under the same policy give the same bytes.',
  ],
  export: ['下载评分链导出(评委匿名)', 'Download the chains, judges by pseudonym'],
} as const;

const BEFORE: readonly string[] = ['PLANNED', 'CALL_OPEN', 'SCREENING'];

/** Before scoring is closed: who has locked what, and closing. Afterwards: the ranking, ties to vote on, and what stands beside it. */
export function RankingPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const round = useQuery(roundQuery(caseNo));
  const isOpen = round.data?.state.slug === 'SCORING';
  return (
    <div className="judging">
      <p className="judging-back">
        <Link to={`/rounds/${caseNo}`}>← {t('round')}</Link>
        {isOpen ? <Link to={`/rounds/${caseNo}/stage`}>{t('stage')}</Link> : null}
      </p>
      <Shown query={round}>
        {({ state }) =>
          BEFORE.includes(state.slug) ? (
            <Standstill title={t('notYet')} why={t('notYetWhy')} way={null} />
          ) : isOpen ? (
            <Open caseNo={caseNo} />
          ) : (
            <Closed caseNo={caseNo} />
          )
        }
      </Shown>
    </div>
  );
}

/** A ranking is published in the same moment in which scoring is closed; a round that was cancelled before has none. */
function Closed({ caseNo }: { readonly caseNo: string }) {
  const results = useQuery(resultsQuery(caseNo));
  return <Shown query={results}>{(data) => <Ranked results={data} />}</Shown>;
}

function Open({ caseNo }: { readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const progress = useQuery(progressQuery(caseNo));
  const actions = useQuery(actionsQuery(caseNo));
  const action = actions.data?.items.find(({ kind }) => kind === 'closeScoring');
  return (
    <>
      <h1>{t('title')}</h1>
      <Shown query={progress}>
        {(data) => (
          <>
            <CloseScoring caseNo={caseNo} progress={data} action={action} seq={actions.data?.seq ?? 0} />
            <ProgressBoard progress={data} canAsk={action !== undefined} />
          </>
        )}
      </Shown>
    </>
  );
}

function Ranked({ results }: { readonly results: Results }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { caseNo, title, classes, publishedAt, root, policyHash, resultHash } = results;
  const hashes = [
    ['root', root ?? ''],
    ['policy', policyHash],
    ['result', resultHash],
  ] as const;
  const address = `/api/v1/public/rounds/${caseNo}/sheets-export`;
  return (
    <>
      <h1>{title}</h1>
      <p className="told told-good">
        {t('published', { at: minuteOf(new Date(publishedAt).toISOString(), language) })}
      </p>
      {classes.map((of) => (
        <ClassTable key={of.class} caseNo={caseNo} of={of} />
      ))}
      <details className="panel">
        <summary>{t('proof')}</summary>
        <p>{t('how')}</p>
        <dl className="facts">
          {hashes.map(([name, hash]) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd className="judging-code">{hash}</dd>
            </div>
          ))}
        </dl>
        <a href={address} download={`${caseNo}.json`}>
          {t('export')}
        </a>
      </details>
      <Suspense fallback={<Loading />}>
        <Diagnostics results={results} />
      </Suspense>
    </>
  );
}
