import { Button } from 'antd';

import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { FileLink } from '../../../parts/file-link.js';
import { Refusal } from '../../../parts/refusal.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import type { Activity } from '../queries.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  counts: [
    '{personTimes} 人次,首次参加 {newPersons} 人,志愿者 {volunteers} 人,{hours} 小时',
    '{personTimes} person-times, {newPersons} new, {volunteers} volunteers, {hours} hours',
  ],
  spent: ['支出 {fen}', 'spent {fen}'],
  photo: ['{topic}照片 {n}', '{topic}, photograph {n}'],
  sheet: ['签到表', 'Sign-in sheet'],
  PHOTO: ['照片不足', 'Photographs are missing'],
  SIGN_IN_SHEET: ['缺签到表', 'The sign-in sheet is missing'],
  counted: ['已计入第 {no} 份报告', 'Counted by report {no}'],
  confirmed: ['✓ {name} 现场确认', '✓ confirmed by {name}'],
  edit: ['更正', 'Correct'],
  editOf: ['更正 {topic}', 'Correct {topic}'],
  confirm: ['现场确认', 'Confirm on site'],
  confirmOf: ['现场确认 {topic}', 'Confirm {topic}'],
} as const;

interface Props {
  readonly caseNo: string;
  readonly activity: Activity;
  /** Whether the reader confirms activities on site. */
  readonly confirms: boolean;
  readonly onEdit?: () => void;
}

/** An activity with its photographs and what still proves it too little. */
export function ActivityCard({ caseNo, activity, confirms, onEdit }: Props) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const language = useLanguage();
  const { topic, startsOn, endsOn, place, photos, signInSheet, missing, confirmedBy, reportNo, spentFen } = activity;
  const { personTimes, newPersons, volunteers, hours } = activity;
  const days =
    startsOn === endsOn ? dayOf(startsOn, language) : `${dayOf(startsOn, language)} – ${dayOf(endsOn, language)}`;
  return (
    <article className="projects-activity">
      <h3>{topic}</h3>
      <p className="muted">
        {days} · {place}
      </p>
      <p>
        {t('counts', { personTimes, newPersons, volunteers, hours })}
        {spentFen > 0 ? ` · ${t('spent', { fen: terms.yuan(spentFen) })}` : ''}
      </p>
      <div className="projects-photos">
        {photos.map(({ uploadId }, place_) => (
          <a key={uploadId} href={`/api/v1/uploads/${uploadId}`} className="projects-photo">
            <img src={`/api/v1/uploads/${uploadId}`} alt={t('photo', { topic, n: place_ + 1 })} loading="lazy" />
          </a>
        ))}
      </div>
      {signInSheet === null ? null : <FileLink address={`/api/v1/uploads/${signInSheet.uploadId}`} name={t('sheet')} />}
      <p className="projects-marks">
        {missing.map((one) => (
          <span key={one} className="due-soon">
            {t(one)}
          </span>
        ))}
        {confirmedBy === null ? null : <span className="due-good">{t('confirmed', { name: confirmedBy })}</span>}
        {reportNo === null ? null : <span className="muted">{t('counted', { no: reportNo })}</span>}
        {onEdit === undefined ? null : (
          <Button onClick={onEdit} aria-label={t('editOf', { topic })}>
            {t('edit')}
          </Button>
        )}
        {confirms && confirmedBy === null ? <Confirm caseNo={caseNo} activity={activity} /> : null}
      </p>
    </article>
  );
}

function Confirm({ caseNo, activity: { id, topic } }: Pick<Props, 'caseNo' | 'activity'>) {
  const t = useTexts(TEXTS);
  const write = useWrite((_: null, key) =>
    answered(
      api.POST('/api/v1/projects/{caseNo}/activities/{id}/confirmation', {
        params: { path: { caseNo, id }, header: keyed(key) },
      }),
    ),
  );
  return (
    <>
      <Button loading={write.busy} onClick={() => write.send(null)} aria-label={t('confirmOf', { topic })}>
        {t('confirm')}
      </Button>
      <Refusal error={write.error} />
    </>
  );
}
