import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';

import { answered, api, keyed } from '../../api/client.js';
import { draftsQuery } from '../../api/lists.js';
import { meQuery } from '../../api/queries.js';
import { usePages } from '../../api/use-pages.js';
import { useWrite } from '../../api/use-write.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { Refusal } from '../../parts/refusal.js';
import { StateTag } from '../../parts/state-tag.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import type { RoundRow } from './queries.js';
import { unitsQuery } from './queries.js';
import { filledRound, usualRound } from './setup/form-data.js';
import './rounds.css';

const TEXTS = {
  title: ['公益创投', 'Venture rounds'],
  lists: ['列表', 'Lists'],
  all: ['全部', 'All'],
  open: ['正在征集', 'Open calls'],
  none: ['还没有公益创投的届次。', 'There is no round yet.'],
  noneOpen: ['目前没有正在征集的届次。', 'No call is open at present.'],
  begin: ['筹备新一届', 'Plan a round'],
  drafts: ['未提交的方案', 'Configurations not handed in yet'],
  untitled: ['(未命名)', '(without a title)'],
  saved: ['最后保存 {at}', 'Saved {at}'],
  goOn: ['继续填写', 'Go on'],
  call: ['征集 {from} 至 {to}', 'call from {from} to {to}'],
  edition: ['第 {n} 届', 'edition {n}'],
  taking: ['正在接受申报', 'Takes applications'],
} as const;

const PAGE = 20;

/** 公益创投各届: those that are published, and for their organisers those that are planned. */
export function RoundsPage() {
  const t = useTexts(TEXTS);
  const [search] = useSearchParams();
  const isOpen = search.get('list') === 'open';
  useTitle(t('title'));
  const { data: me } = useQuery(meQuery);
  const unitId = me?.grants.find(({ role }) => role === 'ROUND_ORGANISER')?.unitId ?? null;
  const pages = usePages<RoundRow>(['live', 'rounds', isOpen], (cursor) =>
    answered(
      api.GET('/api/v1/rounds', {
        params: {
          query: { limit: PAGE, open: isOpen ? 'true' : 'false', ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );
  const tab = (to: string, name: 'all' | 'open', isChosen: boolean) => (
    <Link to={to} className={isChosen ? 'tab tab-chosen' : 'tab'} aria-current={isChosen ? 'page' : undefined}>
      {t(name)}
    </Link>
  );
  return (
    <>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        {unitId === null ? null : <Begin unitId={unitId} rounds={pages.rows} />}
      </div>
      {unitId === null ? null : <Drafts />}
      <nav className="tabs" aria-label={t('lists')}>
        {tab('/rounds', 'all', !isOpen)}
        {tab('/rounds?list=open', 'open', isOpen)}
      </nav>
      <section className="panel">
        <Paged pages={pages} empty={<Nothing>{t(isOpen ? 'noneOpen' : 'none')}</Nothing>}>
          {(rows) => (
            <ul className="rows">
              {rows.map((round) => (
                <li key={round.caseNo}>
                  <Row round={round} />
                </li>
              ))}
            </ul>
          )}
        </Paged>
      </section>
    </>
  );
}

function Row({ round }: { readonly round: RoundRow }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { caseNo, title, series, edition, opensAt, closesAt, state, takesApplications } = round;
  const call = t('call', { from: minuteOf(opensAt, language), to: minuteOf(closesAt, language) });
  return (
    <Link className="row" to={`/rounds/${caseNo}`}>
      <span className="row-main">
        <span className="row-title">{title}</span>
        <span className="row-sub">
          {[`${label(series)} ${t('edition', { n: edition })}`, caseNo, call].join(' · ')}
        </span>
      </span>
      <span className="row-end">
        {takesApplications ? <span className="due due-good">{t('taking')}</span> : null}
        <StateTag state={state} />
      </span>
    </Link>
  );
}

/** Begins a round that is as rounds usually are, with the next edition of the series. */
function Begin({ unitId, rounds }: { readonly unitId: string; readonly rounds: readonly RoundRow[] }) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = useWrite(
    async (_: string, key) => {
      const units = await queries.query(unitsQuery);
      const divisionCode = units.find(({ id }) => id === unitId)?.divisionCode;
      const same = rounds.filter((one) => one.divisionCode === divisionCode && one.series.slug === 'VENTURE');
      const edition = Math.max(0, ...same.map((one) => one.edition)) + 1;
      const data = filledRound({ ...usualRound(unitId, new Date()), divisionCode, edition });
      return answered(
        api.POST('/api/v1/drafts', { params: { header: keyed(key) }, body: { matter: 'venture-round', data } }),
      );
    },
    ({ id }) => {
      void queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      void navigate(`/rounds/drafts/${id}`);
    },
  );
  return (
    <>
      <Refusal error={begin.error} />
      <Button type="primary" loading={begin.busy} onClick={() => begin.send(unitId)}>
        {t('begin')}
      </Button>
    </>
  );
}

function Drafts() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const drafts = useQuery(draftsQuery);
  const own = (drafts.data?.items ?? []).filter(({ matter }) => matter === 'venture-round');
  if (own.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('drafts')}</h2>
      <ul className="rows">
        {own.map(({ id, data, updatedAt }) => (
          <li key={id}>
            <Link className="row" to={`/rounds/drafts/${id}`}>
              <span className="row-main">
                <span className="row-title">
                  {typeof data.title === 'string' && data.title !== '' ? data.title : t('untitled')}
                </span>
                <span className="row-sub">{t('saved', { at: minuteOf(updatedAt, language) })}</span>
              </span>
              <span className="row-end">{t('goOn')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
