import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';

import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { Due } from '../../parts/due.js';
import { Shown } from '../../parts/query-state.js';
import { StateTag } from '../../parts/state-tag.js';
import { Tabs } from '../../parts/tabs.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { RoundConfigurationView } from '../rounds/configuration.js';
import { isNotPublic, NotPublic } from './not-public.js';
import { PanelDraws } from './panel-draws.js';
import { panelDrawsQuery, roundQuery } from './queries.js';
import type { PublicRound } from './queries.js';
import { RoundAmendments } from './round-amendments.js';
import { RoundAwards } from './round-awards.js';
import { RoundResults } from './round-results.js';
import { RoundShortlist } from './round-shortlist.js';
import { RoundShowcase } from './round-showcase.js';
import './public.css';

const TEXTS = {
  title: ['公益创投', 'Venture round'],
  edition: ['第 {n} 届', 'edition {n}'],
  views: ['本届公开内容', 'What is public of this round'],
  call: ['征集公告', 'Call'],
  shortlist: ['入围名单', 'Shortlist'],
  panel: ['评委抽取', 'Draw of judges'],
  results: ['评审结果', 'Results'],
  awards: ['公示与资助', 'Notice and awards'],
  showcase: ['成果', 'Showcase'],
  open: [
    '正在征集,{at} 截止。社会组织登录后在“申请”中申报。',
    'Open for applications until {at}. Social organisations sign in and apply.',
  ],
  apply: ['登录申报', 'Sign in and apply'],
  cancelled: ['本届已于 {at} 取消。', 'This round was cancelled on {at}.'],
  reasons: ['理由:{reasons}', 'Reasons: {reasons}'],
} as const;

type View = 'call' | 'shortlist' | 'panel' | 'results' | 'awards' | 'showcase';

const RANKED = ['RANKED', 'PUBLICITY', 'AWARDED', 'EXECUTION', 'SHOWCASE', 'CLOSED'];
const NOTICED = RANKED.slice(1);
const SHOWN = ['EXECUTION', 'SHOWCASE', 'CLOSED'];

/** What there is to see of a round by now; the rest has not been published. */
function viewsOf({ state: { slug }, shortlistedAt }: PublicRound, isDrawn: boolean): View[] {
  return [
    'call',
    ...(shortlistedAt === null ? [] : ['shortlist' as const]),
    ...(isDrawn ? ['panel' as const] : []),
    ...(RANKED.includes(slug) ? ['results' as const] : []),
    ...(NOTICED.includes(slug) ? ['awards' as const] : []),
    ...(SHOWN.includes(slug) ? ['showcase' as const] : []),
  ];
}

/** A round as everybody may read it. */
export function PublicRoundPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const round = useQuery(roundQuery(caseNo));
  useTitle(round.data?.title ?? t('title'));
  if (isNotPublic(round.error)) return <NotPublic />;
  return <Shown query={round}>{(data) => <Round round={data} />}</Shown>;
}

function Round({ round }: { readonly round: PublicRound }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const [search] = useSearchParams();
  const draws = useQuery(panelDrawsQuery(round.caseNo));
  const views = viewsOf(round, (draws.data?.items.length ?? 0) > 0 || search.get('view') === 'panel');
  const view = views.find((each) => each === search.get('view')) ?? 'call';
  const { caseNo, title, series, edition, state } = round;
  return (
    <article>
      <header className="case-head">
        <h1>
          {title} <StateTag state={state} />
        </h1>
        <p className="muted">
          {[`${label(series)} ${t('edition', { n: edition })}`, round.hosts.map(({ name }) => name).join('、'), caseNo]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <Standing round={round} />
      {views.length > 1 ? (
        <Tabs
          label={t('views')}
          tabs={views.map((each) => ({
            to: `/public/rounds/${caseNo}?view=${each}`,
            name: t(each),
            chosen: each === view,
          }))}
        />
      ) : null}
      {view === 'call' ? <Call round={round} /> : null}
      {view === 'shortlist' ? <RoundShortlist id={caseNo} /> : null}
      {view === 'panel' ? <PanelDraws id={caseNo} /> : null}
      {view === 'results' ? <RoundResults id={caseNo} /> : null}
      {view === 'awards' ? <RoundAwards id={caseNo} /> : null}
      {view === 'showcase' ? <RoundShowcase id={caseNo} /> : null}
    </article>
  );
}

function Standing({ round }: { readonly round: PublicRound }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { cancelled, takesApplications, closesAt } = round;
  if (cancelled !== null)
    return (
      <div className="told told-late public-standing" role="note">
        <p>{t('cancelled', { at: minuteOf(cancelled.at, language) })}</p>
        {cancelled.reasons === null ? null : <p>{t('reasons', { reasons: cancelled.reasons })}</p>}
      </div>
    );
  if (!takesApplications) return null;
  return (
    <div className="told told-good public-call">
      <span>
        {t('open', { at: minuteOf(closesAt, language) })} <Due dueAt={closesAt} />
      </span>
      <Link className="button-link" to="/apply">
        {t('apply')}
      </Link>
    </div>
  );
}

function Call({ round }: { readonly round: PublicRound }) {
  const t = useTexts(TEXTS);
  const configuration: RoundConfiguration = round.configuration;
  return (
    <>
      <section className="panel" aria-label={t('call')}>
        <h2>{t('call')}</h2>
        <RoundConfigurationView configuration={configuration} names={round} />
      </section>
      <RoundAmendments round={round} />
    </>
  );
}
