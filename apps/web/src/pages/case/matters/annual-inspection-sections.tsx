import type { ReactNode } from 'react';

import { POSTS } from '#domain/terms/organisation-terms.js';
import type { CaseView } from '../../../api/case.js';
import { FileLink } from '../../../parts/file-link.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { yuanOf } from '../../../text/money.js';
import { dayOf } from '../../../text/time.js';
import type { ReadProps } from './annual-inspection-form.js';

const TEXTS = {
  changes: ['本年度变更', 'Changes of the year'],
  none: ['无', 'none'],
  leaders: ['负责人', 'Leaders'],
  termSpan: ['任期 {from} 至 {to}', 'term {from} to {to}'],
  unknown: ['(已不在名册)', '(no longer on record)'],
  termEnd: ['理事会任期届满', 'Council’s term ends'],
  staff: ['工作人员', 'Staff'],
  members: ['会员', 'Members'],
  branches: ['分支(代表)机构', 'Branches'],
  people: ['{n} 人', '{n}'],
  count: ['开展活动', 'Activities'],
  times: ['{n} 次', '{n}'],
  some: ['{n} 个', '{n}'],
  turns: ['{n} 人次', '{n}'],
  personTimes: ['参加人次', 'Person-times'],
  inside: ['活动均在章程业务范围内', 'All inside the charter'],
  note: ['说明', 'Note'],
  opening: ['期初净资产', 'Opening net assets'],
  income: ['本年收入', 'Income'],
  expenditure: ['本年支出', 'Expenditure'],
  closing: ['期末净资产', 'Closing net assets'],
  audit: ['审计报告', 'Audit report'],
  fees: ['涉企收费', 'Fees charged to enterprises'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  missing: ['未提供', 'missing'],
} as const;

/** One fact of a list: its name, and its words or whatever shows it. */
export function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="prose">{children}</dd>
    </div>
  );
}

/** A file that the form names, or that it is missing. */
export function FileOf({
  id,
  name,
  view,
}: {
  readonly id: string | undefined;
  readonly name: string;
  readonly view: CaseView;
}) {
  const t = useTexts(TEXTS);
  if (id === undefined) return <span className="due-soon">{t('missing')}</span>;
  const file = view.files.find(({ uploadId }) => uploadId === id);
  return <FileLink address={`/api/v1/uploads/${id}`} name={file?.name ?? name} />;
}

/** 基本情况. */
export function BasicsRead({ form: { basics }, view }: ReadProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const day = (iso: string | undefined) => (iso === undefined ? '—' : dayOf(iso, language));
  return (
    <dl className="facts">
      <Row name={t('changes')}>{basics.changes.length === 0 ? t('none') : basics.changes.join('\n')}</Row>
      <Row name={t('leaders')}>
        {basics.leaders.length === 0 ? t('none') : null}
        {basics.leaders.map(({ personId, post, termStart, termEnd }) => {
          const term = POSTS.find(({ slug }) => slug === post);
          return (
            <span key={`${personId} ${post}`} className="return-leader">
              {view.people.find((one) => one.personId === personId)?.name ?? t('unknown')}{' '}
              <span className="muted">
                {[
                  term === undefined ? '' : label(term),
                  termStart === undefined && termEnd === undefined
                    ? ''
                    : t('termSpan', { from: day(termStart), to: day(termEnd) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          );
        })}
      </Row>
      <Row name={t('termEnd')}>{day(basics.councilTermEnd)}</Row>
      <Row name={t('staff')}>{t('people', { n: basics.staff })}</Row>
      <Row name={t('members')}>{t('people', { n: basics.members })}</Row>
      <Row name={t('branches')}>{t('some', { n: basics.branches })}</Row>
    </dl>
  );
}

/** 业务活动. */
export function ActivitiesRead({ form: { activities } }: ReadProps) {
  const t = useTexts(TEXTS);
  return (
    <dl className="facts">
      <Row name={t('count')}>{t('times', { n: activities.count })}</Row>
      <Row name={t('personTimes')}>{t('turns', { n: activities.personTimes })}</Row>
      <Row name={t('inside')}>{t(activities.insideCharter ? 'yes' : 'no')}</Row>
      {activities.note === undefined ? null : <Row name={t('note')}>{activities.note}</Row>}
    </dl>
  );
}

/** 财务情况. */
export function FinanceRead({ form: { finance }, view }: ReadProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { enterpriseFees: fees } = finance;
  return (
    <dl className="facts">
      <Row name={t('opening')}>{yuanOf(finance.openingNetAssetsFen, language)}</Row>
      <Row name={t('income')}>{yuanOf(finance.incomeFen, language)}</Row>
      <Row name={t('expenditure')}>{yuanOf(finance.expenditureFen, language)}</Row>
      <Row name={t('closing')}>{yuanOf(finance.closingNetAssetsFen, language)}</Row>
      <Row name={t('fees')}>{fees.charged ? yuanOf(fees.amountFen, language) : t('none')}</Row>
      <Row name={t('audit')}>
        <FileOf id={finance.auditUploadId} name={t('audit')} view={view} />
      </Row>
    </dl>
  );
}
