import { Button, Input } from 'antd';
import { useState } from 'react';

import { SHOWCASE_REASON } from '#domain/venture-round/showcase-picture.rule.js';
import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Refusal } from '../../../parts/refusal.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import type { CompletedProject } from './showcase-queries.js';

const TEXTS = {
  by: ['{by} {at} 公开', 'shown by {by}, {at}'],
  takeBack: ['撤下', 'Take back'],
  takeBackOf: ['撤下“{caption}”', 'Take "{caption}" back'],
  effect: [
    '撤下后,公开页面不再显示,照片地址随即失效。',
    'It leaves the public page at once, and its address answers nothing any more.',
  ],
  reason: ['撤下理由', 'Why it is taken back'],
  cancel: ['取消', 'Cancel'],
  confirm: ['确定撤下', 'Take it back'],
} as const;

interface Props {
  readonly roundNo: string;
  readonly picture: CompletedProject['pictures'][number];
  readonly mayTakeBack: boolean;
}

/** A picture that everybody sees now, and the way to take it back. */
export function PublishedPicture({ roundNo, picture, mayTakeBack }: Props) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { id, caption, publishedBy, publishedAt } = picture;
  return (
    <li>
      <img src={`/api/v1/public/showcase-pictures/${id}`} alt={caption} loading="lazy" />
      <p aria-hidden="true">{caption}</p>
      <p className="muted">{t('by', { by: publishedBy, at: minuteOf(publishedAt, language) })}</p>
      {mayTakeBack && !isOpen ? (
        <Button size="small" aria-label={t('takeBackOf', { caption })} onClick={() => setOpen(true)}>
          {t('takeBack')}
        </Button>
      ) : null}
      {isOpen ? <TakeBack roundNo={roundNo} id={id} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

function TakeBack({ roundNo, id, onClose }: { roundNo: string; id: string; onClose: () => void }) {
  const t = useTexts(TEXTS);
  const [reason, setReason] = useState('');
  const write = useWrite(
    (words: string, key) =>
      answered(
        api.POST('/api/v1/rounds/{id}/showcase-pictures/{pictureId}/withdrawal', {
          params: { path: { id: roundNo, pictureId: id }, header: keyed(key) },
          body: { reason: words },
        }),
      ),
    onClose,
  );
  return (
    <div className="rounds-take-back">
      <p>{t('effect')}</p>
      <Input.TextArea
        aria-label={t('reason')}
        placeholder={t('reason')}
        value={reason}
        maxLength={SHOWCASE_REASON.max}
        autoSize={{ minRows: 2 }}
        onChange={({ target }) => setReason(target.value)}
      />
      <Refusal error={write.error} />
      <div className="form-end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          danger
          loading={write.busy}
          disabled={reason.trim().length < SHOWCASE_REASON.min}
          onClick={() => write.send(reason)}
        >
          {t('confirm')}
        </Button>
      </div>
    </div>
  );
}
