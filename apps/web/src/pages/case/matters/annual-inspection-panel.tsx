import { useQuery } from '@tanstack/react-query';

import { Shown } from '../../../parts/query-state.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import { ProposalWords } from '../../returns/proposal-words.js';
import { RectifiedItem } from '../../returns/rectified-item.js';
import { returnQuery } from '../../returns/return-queries.js';
import type { ReturnView } from '../../returns/return-queries.js';
import { CONCLUSIONS, isKeyOf, TIMELINESS } from '../../seasons/season-words.js';
import type { CaseProps } from '../matter.js';
import { Row } from './annual-inspection-sections.js';
import { TalkRead } from './annual-inspection-talk.js';

const TEXTS = {
  title: ['年检情况', 'The inspection'],
  year: ['被检年度', 'Inspected year'],
  ofYear: ['{year} 年度', '{year}'],
  due: ['应报日', 'Due'],
  closes: ['截止日', 'Closes'],
  extended: ['延期', 'Extension'],
  extendedTo: ['已批准延期至{day}', 'granted until {day}'],
  asked: ['申请延期至{day}', 'asked until {day}'],
  filed: ['首次报送', 'First filed'],
  notYet: ['未报送', 'not yet'],
  conclusion: ['结论', 'Conclusion'],
  concludedOn: ['{conclusion}({day}作出)', '{conclusion}, {day}'],
  published: ['公告', 'Published'],
  notPublished: ['尚未公告', 'not yet'],
  talk: ['约谈', 'Talk'],
  rectification: ['整改', 'Rectification'],
  rectifyDue: ['整改期限{day}', 'to be put right by {day}'],
  PENDING: ['整改中', 'under way'],
  IN_TIME: ['按期完成', 'done in time'],
  LATE: ['逾期完成', 'done late'],
  FAILED: ['未完成,转执法整治', 'not done: handed to enforcement'],
} as const;

/** How the return stands beside its process: days, proposal, conclusion, talk, rectification. */
export function AnnualReturnPanel({ view }: CaseProps) {
  const t = useTexts(TEXTS);
  const theirs = useQuery(returnQuery(view.caseNo));
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Shown query={theirs}>
        {(data) => (
          <>
            <Days theirs={data} />
            {data.proposal === null || data.conclusion !== null ? null : <ProposalWords proposal={data.proposal} />}
            <TalkRead talk={data.talk} view={view} />
            {data.rectification.status === 'NONE' ? null : (
              <section className="return-section">
                <h3>
                  {t('rectification')}{' '}
                  <span className={data.rectification.status === 'FAILED' ? 'due-late' : 'muted'}>
                    {t(data.rectification.status)}
                  </span>
                </h3>
                <RectificationDue due={data.rectification.due} />
                <ol className="return-items">
                  {data.rectification.items.map((item) => (
                    <li key={item.itemId}>
                      <RectifiedItem item={item} view={view} />
                    </li>
                  ))}
                </ol>
              </section>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

function RectificationDue({ due }: { readonly due: string | null }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return due === null ? null : <p className="muted">{t('rectifyDue', { day: dayOf(due, language) })}</p>;
}

function Days({ theirs }: { readonly theirs: ReturnView }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const conclusionText = useTexts(CONCLUSIONS);
  const timelinessText = useTexts(TIMELINESS);
  const day = (iso: string) => dayOf(iso, language);
  const { due, closes, extendedTo, extensionAsked, firstFiledOn, timeliness, conclusion, concludedOn } = theirs;
  const extension =
    extendedTo !== null
      ? t('extendedTo', { day: day(extendedTo) })
      : extensionAsked !== null
        ? t('asked', { day: day(extensionAsked) })
        : null;
  return (
    <dl className="facts return-days">
      <Row name={t('year')}>{t('ofYear', { year: theirs.inspectedYear })}</Row>
      <Row name={t('due')}>{day(due)}</Row>
      {due === closes ? null : <Row name={t('closes')}>{day(closes)}</Row>}
      {extension === null ? null : <Row name={t('extended')}>{extension}</Row>}
      <Row name={t('filed')}>
        {firstFiledOn === null ? t('notYet') : day(firstFiledOn)}
        {timeliness !== null && isKeyOf(TIMELINESS, timeliness) ? (
          <span className={timeliness === 'IN_TIME' ? 'muted' : 'due-late'}> {timelinessText(timeliness)}</span>
        ) : null}
      </Row>
      {conclusion === null ? null : (
        <>
          <Row name={t('conclusion')}>
            {concludedOn === null
              ? conclusionText(conclusion)
              : t('concludedOn', { conclusion: conclusionText(conclusion), day: day(concludedOn) })}
          </Row>
          <Row name={t('published')}>{theirs.publishedOn === null ? t('notPublished') : day(theirs.publishedOn)}</Row>
        </>
      )}
    </dl>
  );
}
