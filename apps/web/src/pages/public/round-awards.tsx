import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { PROJECT_STATE_LABELS } from '#domain/venture-round/state-labels.js';
import { FUNDING_SOURCES, PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import { usePages } from '../../api/use-pages.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { yuanOf } from '../../text/money.js';
import { minuteOf } from '../../text/time.js';
import { isNotPublic } from './not-public.js';
import { DaysLeft } from './notice-row.js';
import { awardsOf, awardsQuery } from './queries.js';
import type { Award, PublicNotice } from './queries.js';

const TEXTS = {
  notices: ['公示', 'Public notice'],
  notYet: ['资助名单尚未公示。', 'The list of awards is not under notice yet.'],
  notice: ['第 {n} 次公示', 'Notice {n}'],
  span: ['{from} 至 {to}', '{from} to {to}'],
  from: ['{from} 起', 'from {from}'],
  over: ['公示期已结束', 'the notice has ended'],
  objections: ['收到异议 {n} 件', '{n} objections'],
  object: ['登录提出异议', 'Sign in to object'],
  list: ['资助名单', 'List of awards'],
  none: ['名单中没有项目。', 'The list names no project.'],
  project: ['项目', 'Project'],
  organisation: ['申报单位', 'Organisation'],
  outcome: ['结果', 'Outcome'],
  score: ['得分(名次)', 'Score (rank)'],
  scored: ['{score}(第 {rank} 名)', '{score} ({rank})'],
  amount: ['资助金额', 'Amount'],
  sources: ['资金来源', 'Sources'],
  sponsors: ['爱心企业', 'Sponsors'],
  disclosed: ['披露:{words}', 'disclosed: {words}'],
} as const;

const PAGE = 50;

/** Notices with their days and how to object, and who is funded with what money. */
export function RoundAwards({ id }: { readonly id: string }) {
  const t = useTexts(TEXTS);
  const first = useQuery(awardsQuery(id, 1));
  if (isNotPublic(first.error))
    return (
      <section className="panel">
        <Nothing>{t('notYet')}</Nothing>
      </section>
    );
  return (
    <Shown query={first}>
      {({ notices }) => (
        <>
          <section className="panel" aria-label={t('notices')}>
            <h2>{t('notices')}</h2>
            {notices.toReversed().map((notice) => (
              <Notice key={notice.no} id={id} notice={notice} />
            ))}
          </section>
          <List id={id} />
        </>
      )}
    </Shown>
  );
}

function Notice({ id, notice }: { readonly id: string; readonly notice: PublicNotice }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { no, openedAt, endsAt, isOpen, objections, howZh, howEn } = notice;
  const from = minuteOf(openedAt, language);
  return (
    <div className="public-notice">
      <div className="panel-head">
        <h3>{t('notice', { n: no })}</h3>
        {isOpen ? <DaysLeft notice={notice} /> : <span className="muted">{t('over')}</span>}
      </div>
      <p className="muted">
        {[
          endsAt === null ? t('from', { from }) : t('span', { from, to: minuteOf(endsAt, language) }),
          objections === 0 ? '' : t('objections', { n: objections }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {isOpen ? (
        <>
          <p className="prose">{label({ zh: howZh, en: howEn })}</p>
          <Link className="button-link" to={`/sign-in?next=${encodeURIComponent(`/rounds/${id}`)}`}>
            {t('object')}
          </Link>
        </>
      ) : null}
    </div>
  );
}

function List({ id }: { readonly id: string }) {
  const t = useTexts(TEXTS);
  const pages = usePages(['public', 'award-list', id], (cursor) => awardsOf(id, PAGE, cursor));
  return (
    <section className="panel" aria-label={t('list')}>
      <h2>{t('list')}</h2>
      <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
        {(rows) => (
          <div className="table-scroll">
            <table className="table table-stack">
              <thead>
                <tr>
                  <th scope="col">{t('project')}</th>
                  <th scope="col">{t('organisation')}</th>
                  <th scope="col">{t('outcome')}</th>
                  <th scope="col" className="number">
                    {t('score')}
                  </th>
                  <th scope="col" className="number">
                    {t('amount')}
                  </th>
                  <th scope="col">{t('sources')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.toSorted(byRank).map((row) => (
                  <Row key={row.caseNo} award={row} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Paged>
    </section>
  );
}

/** Class by class, the best first; a page of the interface comes by numbers. */
const byRank = (one: Award, other: Award): number =>
  one.class === other.class ? one.rank - other.rank : one.class < other.class ? -1 : 1;

function Row({ award }: { readonly award: Award }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { caseNo, title, organisation, outcome, rank, score, fen, bySource, sponsors } = award;
  const [, known] = Object.entries(PROJECT_STATE_LABELS).find(([state]) => state === outcome) ?? [];
  return (
    <tr>
      <th scope="row">
        {title}
        <small className="muted">{[label(labelOf(PROJECT_CLASSES, award.class)), caseNo].join(' · ')}</small>
      </th>
      <td data-name={t('organisation')}>{organisation ?? '—'}</td>
      <td data-name={t('outcome')}>{known === undefined ? '—' : label(known)}</td>
      <td data-name={t('score')} className="number">
        {score === null ? '—' : t('scored', { score, rank })}
      </td>
      <td data-name={t('amount')} className="number">
        {yuanOf(fen, language)}
      </td>
      <td data-name={t('sources')}>
        {bySource.map(({ source, fen: part }) => (
          <div key={source}>
            {label(labelOf(FUNDING_SOURCES, source))} {yuanOf(part, language)}
          </div>
        ))}
        {sponsors.map(({ name, fen: part, disclosure }, n) => (
          <div key={`${n} ${name}`}>
            {t('sponsors')} {name} {yuanOf(part, language)}
            {disclosure === null ? null : <small className="muted">{t('disclosed', { words: disclosure })}</small>}
          </div>
        ))}
      </td>
    </tr>
  );
}
