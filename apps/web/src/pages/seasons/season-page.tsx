import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { Link, useParams } from 'react-router';

import { caseQuery } from '../../api/case.js';
import { ProblemError } from '../../api/problem.js';
import { meQuery } from '../../api/queries.js';
import { Loading } from '../../parts/loading.js';
import { Shown } from '../../parts/query-state.js';
import { Standstill } from '../../parts/standstill.js';
import { StateTag } from '../../parts/state-tag.js';
import { useTitle } from '../../parts/title.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { Actions } from '../case/actions.js';
import { Opening } from './opening.js';
import { ReturnsList } from './returns-list.js';
import { seasonQuery } from './season-queries.js';
import type { Season } from './season-queries.js';
import './seasons.css';

const TEXTS = {
  title: ['{year}年度年检季', 'Season of {year}'],
  bare: ['年检季', 'Season'],
  missing: ['没有找到这个年检季', 'This season was not found'],
  missingWhy: ['编号可能有误,或者您无权查看。', 'The number may be wrong, or it is not yours to see.'],
  all: ['返回年检', 'Back to the seasons'],
  days: [
    '{opensOn}开启 · 报业务主管单位截止 {toSupervisor} · 基金会、慈善组织截止 {foundationToRegistry} · 报登记管理机关截止 {toRegistry}',
    'opens {opensOn} · to the supervisory unit by {toSupervisor} · foundations and charities by {foundationToRegistry} · to the registry by {toRegistry}',
  ],
  pausedOn: ['自{day}起暂停,全部待办停止计时。', 'Paused since {day}: every clock stands.'],
  record: ['办理记录', 'Its record'],
  conclude: ['批量作出合格结论', 'Conclude in bulk'],
  publish: ['批量公告', 'Publish in bulk'],
  bulk: ['批量办理', 'In bulk'],
} as const;

const Figures = lazy(async () => ({ default: (await import('./figures.js')).Figures }));

/** The board of a season: how far it is, who has handed in, its figures, and what is done with many returns at once. */
export function SeasonPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const season = useQuery(seasonQuery(caseNo));
  useTitle(season.data === undefined ? t('bare') : t('title', { year: season.data.inspectedYear }));
  if (season.error instanceof ProblemError && season.error.problem.status === 404)
    return <Standstill title={t('missing')} why={t('missingWhy')} way={<Link to="/seasons">{t('all')}</Link>} />;
  return <Shown query={season}>{(data) => <Board season={data} />}</Shown>;
}

function Board({ season }: { readonly season: Season }) {
  return (
    <article>
      <Head season={season} />
      <Opening season={season} />
      {season.opening === null ? null : (
        <>
          <ReturnsList season={season} />
          <Suspense fallback={<Loading />}>
            <Figures season={season} />
          </Suspense>
        </>
      )}
    </article>
  );
}

function Head({ season }: { readonly season: Season }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { caseNo, dates, pausedOn, registry, state } = season;
  const days = Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, dayOf(day, language)]));
  const view = useQuery(caseQuery(caseNo));
  return (
    <>
      <header className="case-head">
        <h1>
          {t('title', { year: season.inspectedYear })} <StateTag state={state} />
        </h1>
        <p className="muted">
          {[registry.name, caseNo].join(' · ')} ·{' '}
          <Link className="season-record" to={`/cases/${caseNo}`}>
            {t('record')}
          </Link>
        </p>
        <p className="muted">{t('days', days)}</p>
        {pausedOn === null ? null : (
          <p className="told told-late">{t('pausedOn', { day: dayOf(pausedOn, language) })}</p>
        )}
      </header>
      <div className="season-acts">
        {view.data === undefined ? null : <Actions view={view.data} />}
        <Bulk season={season} />
      </div>
    </>
  );
}

/** What the leader, and what the officers of this registry do with many returns at once. */
function Bulk({ season }: { readonly season: Season }) {
  const t = useTexts(TEXTS);
  const { data: me } = useQuery(meQuery);
  const holds = (wanted: string) =>
    me?.grants.some(({ role, unitId }) => role === wanted && unitId === season.registry.id) === true;
  const ways = [
    ...(holds('REGISTRY_LEADER') ? [{ to: 'conclude', name: t('conclude') }] : []),
    ...(holds('REGISTRY_OFFICER') ? [{ to: 'publish', name: t('publish') }] : []),
  ];
  if (ways.length === 0 || season.opening === null) return null;
  return (
    <section className="panel" aria-label={t('bulk')}>
      <h2>{t('bulk')}</h2>
      {ways.map(({ to, name }) => (
        <Link key={to} className="button-link" to={`/seasons/${season.caseNo}/${to}`}>
          {name}
        </Link>
      ))}
    </section>
  );
}
