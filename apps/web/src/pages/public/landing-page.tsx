import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ReactNode } from 'react';

import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { DrawRows, RoundRows, SeasonRows } from './rows.js';
import { NoticeRow } from './notice-row.js';
import { awardsQuery, publicDraws, publicRounds, publicSeasons } from './queries.js';
import type { RoundLine } from './queries.js';
import './public.css';

const TEXTS = {
  title: ['信息公开', 'Public information'],
  about: [
    '公益创投的征集、入围、评审结果和资助名单,双随机抽查的抽取和结果,年度检查的统计,都在这里公开,不需要登录。',
    'Calls, shortlists, results and awards of venture rounds, draws of random checks and their results, figures of annual inspections: all without signing in.',
  ],
  progress: ['查询办件进度', 'Follow a case'],
  progressAbout: ['凭办件编号和查询码', 'by its number and code'],
  check: ['核验文书真伪', 'Check a paper'],
  checkAbout: ['凭文书末页的核验码', 'by the code on its last page'],
  open: ['正在征集', 'Open calls'],
  noOpen: ['目前没有正在征集的公益创投。', 'No call is open now.'],
  notices: ['正在公示', 'Public notices'],
  noNotices: ['目前没有正在公示的资助名单。', 'No list of awards is under notice now.'],
  rounds: ['历届公益创投', 'All rounds'],
  draws: ['双随机抽查', 'Random checks'],
  noDraws: ['还没有公布过抽查。', 'No draw has been published yet.'],
  seasons: ['年检统计', 'Annual inspections'],
  noSeasons: ['还没有公布过年检统计。', 'No figures have been published yet.'],
  all: ['全部', 'All'],
} as const;

const ROWS = 5;
const ROUNDS_LOOKED_AT = 20;

/** What is open now, for everybody: calls, notices, draws, figures, and the two things that one looks up. */
export function LandingPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const open = useQuery({ queryKey: ['public', 'open'], queryFn: () => publicRounds(true, ROWS) });
  const draws = useQuery({ queryKey: ['public', 'draws', 'first'], queryFn: () => publicDraws(ROWS) });
  const seasons = useQuery({ queryKey: ['public', 'seasons', 'first'], queryFn: () => publicSeasons(ROWS) });
  const rounds = useQuery({
    queryKey: ['public', 'rounds', 'first'],
    queryFn: () => publicRounds(false, ROUNDS_LOOKED_AT),
  });
  return (
    <>
      <header className="public-head">
        <h1>{t('title')}</h1>
        <p className="prose">{t('about')}</p>
        <div className="public-ways">
          <Way to="/public/progress" name={t('progress')} about={t('progressAbout')} />
          <Way to="/check" name={t('check')} about={t('checkAbout')} />
        </div>
      </header>
      <div className="public-columns">
        <Part title={t('open')} to="/public/rounds" all={t('rounds')}>
          <Shown query={open}>
            {({ items }) => (items.length === 0 ? <Nothing>{t('noOpen')}</Nothing> : <RoundRows rounds={items} />)}
          </Shown>
        </Part>
        <Part title={t('notices')} to="/public/rounds" all={t('rounds')}>
          <Shown query={rounds}>
            {({ items }) => <Notices rounds={items.filter(({ state }) => state.slug === 'PUBLICITY')} />}
          </Shown>
        </Part>
        <Part title={t('draws')} to="/public/draws" all={t('all')}>
          <Shown query={draws}>
            {({ items }) => (items.length === 0 ? <Nothing>{t('noDraws')}</Nothing> : <DrawRows draws={items} />)}
          </Shown>
        </Part>
        <Part title={t('seasons')} to="/public/seasons" all={t('all')}>
          <Shown query={seasons}>
            {({ items }) => (items.length === 0 ? <Nothing>{t('noSeasons')}</Nothing> : <SeasonRows seasons={items} />)}
          </Shown>
        </Part>
      </div>
    </>
  );
}

function Way({ to, name, about }: { readonly to: string; readonly name: string; readonly about: string }) {
  return (
    <Link to={to} className="public-way">
      <b>{name}</b>
      <span className="muted">{about}</span>
    </Link>
  );
}

interface PartProps {
  readonly title: string;
  readonly to: string;
  readonly all: string;
  readonly children: ReactNode;
}

function Part({ title, to, all, children }: PartProps) {
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        <Link to={to} aria-label={`${title} ${all}`}>
          {all}
        </Link>
      </div>
      {children}
    </section>
  );
}

function Notices({ rounds }: { readonly rounds: readonly RoundLine[] }) {
  const t = useTexts(TEXTS);
  const awards = useQueries({ queries: rounds.map(({ caseNo }) => awardsQuery(caseNo, 1)) });
  const running = rounds.flatMap((round, n) =>
    (awards[n]?.data?.notices ?? []).filter(({ isOpen }) => isOpen).map((notice) => ({ round, notice })),
  );
  if (running.length === 0) return <Nothing>{t('noNotices')}</Nothing>;
  return (
    <ul className="rows">
      {running.map(({ round, notice }) => (
        <li key={`${round.caseNo} ${notice.no}`}>
          <NoticeRow round={round} notice={notice} />
        </li>
      ))}
    </ul>
  );
}
