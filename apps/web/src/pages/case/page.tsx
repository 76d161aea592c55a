import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link, useParams } from 'react-router';

import { caseQuery, timelineQuery } from '../../api/case.js';
import type { CaseView } from '../../api/case.js';
import { ProblemError } from '../../api/problem.js';
import { Dotted } from '../../parts/dotted.js';
import { Loading } from '../../parts/loading.js';
import { Shown } from '../../parts/query-state.js';
import { StateTag } from '../../parts/state-tag.js';
import { Standstill } from '../../parts/standstill.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { ProgressCode } from '../public/progress-code.js';
import { Actions } from './actions.js';
import { CaseForm } from './case-form.js';
import { FollowButton } from './follow-button.js';
import { Holders } from './holders.js';
import { pagesOf } from './matters.js';
import { Papers } from './papers.js';
import { ProcessPicture } from './process-picture.js';
import { Timeline } from './timeline.js';

const TEXTS = {
  title: ['办件', 'Case'],
  missing: ['没有找到这个办件', 'This case was not found'],
  missingWhy: ['编号可能有误,或者您无权查看。', 'The number may be wrong, or it is not yours to see.'],
  home: ['返回工作台', 'Back to the desk'],
  process: ['办理流程', 'The process'],
  submitted: ['{name} 于 {at} 发起', 'started by {name}, {at}'],
  handled: ['办理单位:{name}', 'handled by {name}'],
  renews: ['延续自', 'renews'],
  renewedBy: ['由其延续', 'renewed by'],
} as const;

/** Everything about a case on one page: what, where, who, how long, and what one may do. */
export function CasePage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const view = useQuery(caseQuery(caseNo));
  useTitle(view.data?.title ?? t('title'));
  if (view.error instanceof ProblemError && view.error.problem.status === 404)
    return <Standstill title={t('missing')} why={t('missingWhy')} way={<Link to="/">{t('home')}</Link>} />;
  return <Shown query={view}>{(data) => <Case view={data} />}</Shown>;
}

function Case({ view }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const timeline = useQuery(timelineQuery(view.caseNo));
  const entries = timeline.data?.items ?? [];
  const Panel = pagesOf(view.matter.slug).panel;
  return (
    <article>
      <Head view={view} />
      <section className="panel">
        <h2>{t('process')}</h2>
        <ProcessPicture view={view} timeline={entries} />
      </section>
      {Panel === undefined ? null : (
        <Suspense fallback={<Loading />}>
          <Panel view={view} />
        </Suspense>
      )}
      <div className="case-columns">
        <div className="case-side">
          <Actions view={view} />
          <Holders view={view} timeline={entries} />
          <Papers view={view} />
        </div>
        <div className="case-main">
          <CaseForm view={view} />
          <Shown query={timeline}>{({ items }) => <Timeline entries={items} view={view} />}</Shown>
        </div>
      </div>
    </article>
  );
}

function Head({ view }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const handling = view.parties.find(({ part }) => part === 'HANDLING');
  return (
    <header className="case-head">
      <h1>
        {view.title} <StateTag state={view.state} />
      </h1>
      <p className="muted">
        <Dotted
          of={[
            label(view.matter),
            view.caseNo,
            view.organisation?.name,
            t('submitted', { name: view.applicant.name, at: minuteOf(view.submittedAt, language) }),
            handling === undefined ? '' : t('handled', { name: handling.name }),
          ]}
        />
      </p>
      <div className="case-follow">
        <FollowButton view={view} />
      </div>
      <ProgressCode view={view} />
      {view.renews === null ? null : (
        <p>
          {t('renews')} <Link to={`/cases/${view.renews}`}>{view.renews}</Link>
        </p>
      )}
      {view.renewedBy.map((caseNo) => (
        <p key={caseNo}>
          {t('renewedBy')} <Link to={`/cases/${caseNo}`}>{caseNo}</Link>
        </p>
      ))}
    </header>
  );
}
