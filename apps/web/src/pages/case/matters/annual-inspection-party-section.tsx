import { useQuery } from '@tanstack/react-query';

import type { PartySection } from '#domain/annual-inspection/return-form.js';
import { PARTY_ORGANISATION_TYPES } from '#domain/terms/party-terms.js';
import type { CaseView } from '../../../api/case.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { yuanOf } from '../../../text/money.js';
import { returnQuery } from '../../returns/return-queries.js';
import type { ReadProps } from './annual-inspection-form.js';
import { FileOf, Row } from './annual-inspection-sections.js';

const TEXTS = {
  nothing: ['没有填写党建工作部分。', 'The section was left out.'],
  partyOrg: ['党组织', 'Party organisation'],
  noPartyOrg: ['未建立党组织', 'none'],
  reply: ['批复文号 {docNo}', 'reply {docNo}'],
  instructor: ['党建工作指导员', 'Instructor'],
  unnamed: ['未填写', 'nobody named'],
  ASKED: ['等待指导员确认', 'the instructor has not answered yet'],
  CONFIRMED: ['指导员已确认', 'confirmed by the instructor'],
  DISPUTED: ['指导员不予确认', 'not confirmed by the instructor'],
  NOT_CONFIRMED: ['指导员未答复', 'the instructor never answered'],
  members: ['党员', 'Members'],
  ofWhom: ['{total} 名,其中组织关系已转入 {transferred} 名', '{total}, of whom {transferred} are transferred'],
  charter: ['党建工作写入章程', 'In the charter'],
  report: ['书记述职报告', 'Secretary’s report'],
  life: ['组织生活会', 'Organisation life'],
  days: ['主题党日', 'Theme days'],
  matters: ['党组织参与重大事项决策', 'Major matters'],
  times: ['{n} 次', '{n}'],
  threeOnes: ['三个一', 'Three ones'],
  instructorOne: ['一名指导员', 'an instructor'],
  themeDayOne: ['一次主题党日', 'a theme day'],
  materialsOne: ['一套学习资料', 'study materials'],
  none: ['无', 'none'],
  funds: ['党建工作经费', 'Funds for Party work'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  result: ['整改结果', 'Result'],
  proof: ['证明材料', 'Proof'],
  resultPaper: ['整改结果材料', 'Paper on the result'],
} as const;

/** 党建工作. */
export function PartyRead({ form: { partyBuilding: party }, view }: ReadProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (party === undefined) return <p className="due-soon">{t('nothing')}</p>;
  const ones = (['instructor', 'themeDay', 'materials'] as const).filter((one) => party.threeOnes[one]);
  return (
    <dl className="facts">
      <Organised party={party} view={view} />
      <Row name={t('members')}>{t('ofWhom', { total: party.membersTotal, transferred: party.membersTransferred })}</Row>
      <Row name={t('charter')}>{t(party.charterPartyBuilding ? 'yes' : 'no')}</Row>
      <Row name={t('report')}>
        <FileOf id={party.secretaryReportUploadId} name={t('report')} view={view} />
      </Row>
      <Row name={t('life')}>{t('times', { n: party.lifeSessions })}</Row>
      <Row name={t('days')}>{t('times', { n: party.themeDays })}</Row>
      <Row name={t('matters')}>{t('times', { n: party.majorMatters })}</Row>
      <Row name={t('threeOnes')}>{ones.length === 0 ? t('none') : ones.map((one) => t(`${one}One`)).join('、')}</Row>
      <Row name={t('funds')}>{yuanOf(party.workFundsFen, language)}</Row>
    </dl>
  );
}

/** The Party organisation, or the instructor of an organisation that has none. */
function Organised({ party, view }: { readonly party: PartySection; readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const theirs = useQuery(returnQuery(view.caseNo)).data;
  const confirmation = theirs?.partyConfirmation ?? null;
  const { partyOrg } = party;
  const type = PARTY_ORGANISATION_TYPES.find(({ slug }) => slug === partyOrg?.type);
  if (partyOrg !== undefined)
    return (
      <Row name={t('partyOrg')}>
        {type === undefined ? '' : label(type)}
        {partyOrg.replyDocNo === undefined ? '' : ` · ${t('reply', { docNo: partyOrg.replyDocNo })}`}
      </Row>
    );
  return (
    <>
      <Row name={t('partyOrg')}>{t('noPartyOrg')}</Row>
      <Row name={t('instructor')}>
        {theirs?.instructor?.name ?? t('unnamed')}
        {confirmation === null ? null : (
          <span className={confirmation === 'CONFIRMED' ? 'due-good' : 'due-soon'}> {t(confirmation)}</span>
        )}
      </Row>
    </>
  );
}

/** 上年度整改情况. */
export function RectificationRead({ form: { lastYearRectification: last }, view }: ReadProps) {
  const t = useTexts(TEXTS);
  if (last === undefined) return null;
  return (
    <dl className="facts">
      {last.items.map(({ item, result, uploadId }) => (
        <Row key={item} name={item}>
          {result}
          <br />
          <FileOf id={uploadId} name={t('proof')} view={view} />
        </Row>
      ))}
      <Row name={t('resultPaper')}>
        <FileOf id={last.resultUploadId} name={t('resultPaper')} view={view} />
      </Row>
    </dl>
  );
}
