import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api } from '../../../api/client.js';
import { ProblemError } from '../../../api/problem.js';
import { usePages } from '../../../api/use-pages.js';
import { meQuery } from '../../../api/queries.js';
import { Nothing } from '../../../parts/empty.js';
import { Paged } from '../../../parts/paged.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import { typeset } from '../../../text/typeset.js';
import type { Round } from '../../rounds/queries.js';
import type { AwardLine, AwardNotice } from '../queries.js';
import { useTerms } from '../terms.js';
import { ObjectionForm } from './objection-form.js';

const TEXTS = {
  title: ['公示与资助名单', 'The published list'],
  none: ['名单还没有公示。', 'The list is not published yet.'],
  open: ['第 {no} 次公示进行中,还剩 {days} 天,{until} 截止', 'Notice {no} is open: {days} days left, until {until}'],
  last: ['第 {no} 次公示今天截止:{until}', 'Notice {no} ends today: {until}'],
  over: ['第 {no} 次公示已结束', 'Notice {no} has ended'],
  objections: ['收到异议 {n} 件', '{n} objections'],
  project: ['项目', 'Project'],
  fen: ['资助金额', 'Award'],
  outcome: ['结果', 'Outcome'],
  sponsors: ['爱心企业:{names}', 'Adopted by {names}'],
  tied: ['披露:{words}', 'disclosed: {words}'],
  object: ['提出异议', 'Object'],
  objectTo: ['对“{title}”提出异议', 'Object to {title}'],
  PROPOSED: ['拟资助', 'Proposed'],
  FUNDED: ['获资助', 'Funded'],
  RESERVE: ['候补', 'Reserve'],
  NOT_FUNDED: ['未获资助', 'Not funded'],
  OUT: ['已退出', 'Out'],
  AGAIN: ['重新评议', 'Looked at again'],
  DECLINED: ['已放弃', 'Declined'],
  SHOWN: ['展示', 'Shown'],
} as const;

const TONES: Readonly<Record<string, string>> = { FUNDED: 'due-good', PROPOSED: 'due-good', OUT: 'due-late' };
const isOutcome = (word: string): word is keyof typeof TEXTS => Object.hasOwn(TEXTS, word);

/** The published list with its notices, days left, and the way to object. */
export function Published({ round }: { readonly round: Round }) {
  const t = useTexts(TEXTS);
  const [about, setAbout] = useState<AwardLine | null>(null);
  const read = (cursor: string | undefined) =>
    answered(
      api.GET('/api/v1/public/rounds/{id}/awards', {
        params: { path: { id: round.caseNo }, query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    );
  const isPublished = !['PLANNED', 'CALL_OPEN', 'SCREENING', 'SCORING', 'RANKED'].includes(round.state.slug);
  const pages = usePages<AwardLine>(['live', 'round', round.caseNo, 'awards', isPublished], async (cursor) =>
    isPublished ? readOrNothing(read, cursor) : { items: [], nextCursor: null },
  );
  const notices = useQuery({
    queryKey: ['live', 'round', round.caseNo, 'notices'],
    queryFn: async () => (await readOrNothing(read, undefined)).notices,
    enabled: isPublished,
  });
  const open = notices.data?.find(({ isOpen }) => isOpen);
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      {(notices.data ?? []).map((notice) => (
        <Notice key={notice.no} notice={notice} />
      ))}
      <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
        {(rows) => <List rows={rows} round={round} mayObject={open !== undefined} onObject={setAbout} />}
      </Paged>
      {about === null || open === undefined ? null : (
        <ObjectionForm round={round} notice={open.no} line={about} onClose={() => setAbout(null)} />
      )}
    </section>
  );
}

interface Page {
  readonly items: readonly AwardLine[];
  readonly nextCursor: string | null;
  readonly notices: readonly AwardNotice[];
}

/** Before the first notice there is no list: that is no fault. */
async function readOrNothing(
  read: (cursor: string | undefined) => Promise<Page>,
  cursor: string | undefined,
): Promise<Page> {
  try {
    return await read(cursor);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404)
      return { items: [], nextCursor: null, notices: [] };
    throw error;
  }
}

function Notice({ notice }: { readonly notice: AwardNotice }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { no, isOpen, daysLeft: days, endsAt, objections, howZh, howEn } = notice;
  const until = endsAt === null ? '' : minuteOf(endsAt, language);
  const words = !isOpen ? t('over', { no }) : days === 0 ? t('last', { no, until }) : t('open', { no, days, until });
  return (
    <div className={isOpen ? 'hint projects-notice' : 'muted projects-notice'} role="note">
      <b>{words}</b>
      {objections > 0 ? ` · ${t('objections', { n: objections })}` : ''}
      {isOpen ? <small className="projects-how">{language === 'zh' ? typeset(howZh) : howEn}</small> : null}
    </div>
  );
}

interface ListProps {
  readonly rows: readonly AwardLine[];
  readonly round: Round;
  readonly mayObject: boolean;
  readonly onObject: (line: AwardLine) => void;
}

function List({ rows, round, mayObject, onObject }: ListProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const { data: me } = useQuery(meQuery);
  // Auditors witness; they are no party that objects, and may send no file.
  const objects = mayObject && me?.grants.every(({ role }) => role !== 'SUPERVISOR_AUDITOR') === true;
  return (
    <div className="table-scroll">
      <table className="table projects-cards">
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            <th scope="col" className="number">
              {t('fen')}
            </th>
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <tr key={line.caseNo}>
              <th scope="row">
                {round.counts === null ? line.title : <Link to={`/cases/${line.caseNo}`}>{line.title}</Link>}
                <small className="muted">
                  {[line.organisation, terms.class(line.class), line.score].filter(Boolean).join(' · ')}
                </small>
                <Sponsors line={line} />
              </th>
              <td className="number" data-head={t('fen')}>
                {line.fen === 0 ? '—' : <b>{terms.yuan(line.fen)}</b>}
                <small className="muted">{line.bySource.map(({ source }) => terms.source(source)).join('、')}</small>
              </td>
              <td>
                <span className="projects-press">
                  <span className={TONES[line.outcome] ?? 'muted'}>
                    {isOutcome(line.outcome) ? t(line.outcome) : ''}
                  </span>
                  {objects && line.outcome === 'PROPOSED' ? (
                    <Button aria-label={t('objectTo', { title: line.title })} onClick={() => onObject(line)}>
                      {t('object')}
                    </Button>
                  ) : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sponsors({ line: { sponsors } }: { readonly line: AwardLine }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  if (sponsors.length === 0) return null;
  return (
    <small>
      {t('sponsors', { names: sponsors.map(({ name, fen }) => `${name} ${terms.yuan(fen)}`).join('、') })}
      {sponsors.map(({ name, disclosure }) =>
        disclosure === null ? null : (
          <span key={name} className="muted">
            {t('tied', { words: disclosure })}
          </span>
        ),
      )}
    </small>
  );
}
