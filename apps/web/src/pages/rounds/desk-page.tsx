import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { ProblemError } from '../../api/problem.js';
import { meQuery } from '../../api/queries.js';
import { Loading } from '../../parts/loading.js';
import { Shown } from '../../parts/query-state.js';
import { Standstill } from '../../parts/standstill.js';
import { StateTag } from '../../parts/state-tag.js';
import { Tabs } from '../../parts/tabs.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { ApplicationsTab } from './desk/applications-tab.js';
import { ConfigurationTab } from './desk/configuration-tab.js';
import { JudgesTab } from './desk/judges-tab.js';
import { OverviewTab } from './desk/overview-tab.js';
import { ScreeningTab } from './desk/screening-tab.js';
import { ShowcaseTab } from './desk/showcase-tab.js';
import { roundQuery } from './queries.js';
import type { Round } from './queries.js';
import './rounds.css';

const TEXTS = {
  title: ['公益创投', 'Venture round'],
  missing: ['没有找到这一届', 'This round was not found'],
  missingWhy: ['编号可能有误,或者尚未公布。', 'The number may be wrong, or it is not published yet.'],
  rounds: ['返回公益创投', 'Back to the rounds'],
  parts: ['本届内容', 'Parts of the round'],
  overview: ['进展', 'Overview'],
  applications: ['申报项目', 'Applications'],
  screening: ['资格审查', 'Screening'],
  judges: ['评委', 'Judges'],
  configuration: ['方案', 'Configuration'],
  showcase: ['成果展', 'Showcase'],
  stage: ['现场', 'Stage'],
  ranking: ['排名', 'Ranking'],
  awards: ['资助', 'Awards'],
  money: ['资金', 'Money'],
  edition: ['第 {n} 届', 'edition {n}'],
  call: ['征集 {from} 至 {to}', 'call from {from} to {to}'],
} as const;

const TABS = ['overview', 'applications', 'screening', 'judges', 'configuration', 'showcase'] as const;
const OWN_TABS: readonly string[] = ['overview', 'applications', 'configuration'];
/** States in which projects may be completed, so that there is something to show. */
const SHOWN: readonly string[] = ['EXECUTION', 'SHOWCASE', 'CLOSED'];
/** Pages of their own, from the state on in which there is something to see; the awards are everybody's, to object to or to adopt. */
const PAGES = [
  { page: 'stage', notIn: ['PLANNED', 'CALL_OPEN', 'SCREENING'] },
  { page: 'ranking', notIn: ['PLANNED', 'CALL_OPEN', 'SCREENING'] },
  { page: 'awards', notIn: ['PLANNED', 'CALL_OPEN', 'SCREENING', 'SCORING'] },
  { page: 'money', notIn: ['PLANNED', 'CALL_OPEN', 'SCREENING', 'SCORING', 'RANKED', 'PUBLICITY'] },
] as const;

/** The desk of a round: where it stands, what to do next, its applications, screening, judges and rules. */
export function RoundDeskPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const round = useQuery(roundQuery(caseNo));
  useTitle(round.data?.title ?? t('title'));
  if (round.error instanceof ProblemError && round.error.problem.status === 404)
    return <Standstill title={t('missing')} why={t('missingWhy')} way={<Link to="/rounds">{t('rounds')}</Link>} />;
  return <Shown query={round}>{(data) => <Desk round={data} />}</Shown>;
}

function Desk({ round }: { readonly round: Round }) {
  const t = useTexts(TEXTS);
  const [search] = useSearchParams();
  const { data: me } = useQuery(meQuery);
  const isOverseen = round.counts !== null;
  const organises = isOverseen && me?.grants.some(({ role }) => role === 'ROUND_ORGANISER') === true;
  const audits = me?.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR') === true;
  const tabs = TABS.filter((tab) => isOverseen || OWN_TABS.includes(tab)).filter(
    (tab) => tab !== 'showcase' || SHOWN.includes(round.state.slug),
  );
  const chosen = tabs.find((tab) => tab === search.get('tab')) ?? 'overview';
  const given = { round, organises, audits };
  return (
    <>
      <Head round={round} />
      <Tabs
        label={t('parts')}
        tabs={[
          ...tabs.map((tab) => ({
            to: `/rounds/${round.caseNo}?tab=${tab}`,
            name: t(tab),
            chosen: tab === chosen,
          })),
          ...PAGES.filter(({ page }) => isOverseen || page === 'awards')
            .filter(({ notIn }) => !notIn.some((state) => state === round.state.slug))
            .filter(
              ({ page }) => round.state.slug !== 'CANCELLED' || (page !== 'money' && round.shortlistedAt !== null),
            )
            .map(({ page }) => ({ to: `/rounds/${round.caseNo}/${page}`, name: t(page), chosen: false })),
        ]}
      />
      <Suspense fallback={<Loading />}>
        {chosen === 'overview' ? <OverviewTab {...given} /> : null}
        {chosen === 'applications' ? <ApplicationsTab {...given} /> : null}
        {chosen === 'screening' ? <ScreeningTab {...given} /> : null}
        {chosen === 'judges' ? <JudgesTab {...given} /> : null}
        {chosen === 'configuration' ? <ConfigurationTab {...given} /> : null}
        {chosen === 'showcase' ? <ShowcaseTab {...given} /> : null}
      </Suspense>
    </>
  );
}

function Head({ round }: { readonly round: Round }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { title, state, series, edition, caseNo, hosts, opensAt, closesAt } = round;
  return (
    <header className="case-head">
      <h1>
        {title} <StateTag state={state} />
      </h1>
      <p className="muted">
        {[
          `${label(series)} ${t('edition', { n: edition })}`,
          caseNo,
          hosts.map(({ name }) => name).join('、'),
          t('call', { from: minuteOf(opensAt, language), to: minuteOf(closesAt, language) }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </header>
  );
}
