import { useQuery } from '@tanstack/react-query';

import type { CaseView } from '../../../api/case.js';
import { answered, api } from '../../../api/client.js';
import { FileLink } from '../../../parts/file-link.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import type { ReturnView } from '../../returns/return-queries.js';
import { Row } from './annual-inspection-sections.js';

type Talk = ReturnView['talk'];

const TEXTS = {
  title: ['约谈', 'Talk'],
  called: ['{noticed}通知,约定{day}约谈。', 'Announced {noticed} for {day}.'],
  held: ['{day}已约谈。', 'Held {day}.'],
  place: ['地点', 'Place'],
  came: ['参加人', 'Who came'],
  leader: ['{name}(负责人本人)', '{name}, in person'],
  proxy: ['{name}(受托人)', '{name}, as a proxy'],
  reason: ['委托理由', 'Reason of the proxy'],
  reasonPaper: ['书面委托', 'The written reason'],
  officers: ['约谈人员', 'Officers'],
  problems: ['指出的问题', 'Problems'],
  basis: ['法律依据', 'Legal basis'],
  commitments: ['整改承诺', 'Commitments'],
  rectifyBy: ['约定整改期限', 'To be put right by'],
  signature: ['签名', 'Signature'],
  signed: ['已签名', 'signed'],
  unsigned: ['拒绝签名:{note}', 'refused to sign: {note}'],
} as const;

interface Props {
  readonly talk: Talk;
  readonly view: CaseView;
}

/** The talk as it is announced, and what was said in it for those who were there. */
export function TalkRead({ talk: { noticedOn, for: day, heldOn, record, officers }, view }: Props) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (noticedOn === null || day === null) return null;
  return (
    <section className="return-section">
      <h3>{t('title')}</h3>
      <p>
        {t('called', { noticed: dayOf(noticedOn, language), day: dayOf(day, language) })}
        {heldOn === null ? '' : ` ${t('held', { day: dayOf(heldOn, language) })}`}
      </p>
      {record === null ? null : <Record record={record} officers={officers} view={view} />}
    </section>
  );
}

interface RecordProps {
  readonly record: NonNullable<Talk['record']>;
  readonly officers: readonly string[];
  readonly view: CaseView;
}

function Record({ record, officers, view }: RecordProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { attendance, signature } = record;
  const id = view.organisation?.id ?? '';
  const people = useQuery({
    queryKey: ['people', id],
    queryFn: () => answered(api.GET('/api/v1/organisations/{id}/people', { params: { path: { id } } })),
  });
  const name = people.data?.items.find(({ personId }) => personId === attendance.personId)?.name ?? '—';
  return (
    <dl className="facts">
      <Row name={t('place')}>{record.place}</Row>
      <Row name={t('came')}>{t(attendance.by === 'LEADER' ? 'leader' : 'proxy', { name })}</Row>
      {attendance.by === 'PROXY' && attendance.writtenReason !== undefined ? (
        <Row name={t('reason')}>{attendance.writtenReason}</Row>
      ) : null}
      {attendance.by === 'PROXY' && attendance.reasonUploadId !== undefined ? (
        <Row name={t('reasonPaper')}>
          <FileLink address={`/api/v1/uploads/${attendance.reasonUploadId}`} name={t('reasonPaper')} />
        </Row>
      ) : null}
      <Row name={t('officers')}>{officers.join('、')}</Row>
      <Row name={t('problems')}>{record.problems.join('\n')}</Row>
      <Row name={t('basis')}>{record.legalBasis.join('\n')}</Row>
      <Row name={t('commitments')}>{record.commitments.join('\n')}</Row>
      <Row name={t('rectifyBy')}>{dayOf(record.rectifyBy, language)}</Row>
      <Row name={t('signature')}>
        {signature.signed ? t('signed') : t('unsigned', { note: signature.refusalNote ?? '' })}
      </Row>
    </dl>
  );
}
