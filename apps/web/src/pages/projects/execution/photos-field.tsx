import { Button } from 'antd';
import { useRef, useState } from 'react';

import { Refusal } from '../../../parts/refusal.js';
import { upload } from '../../../parts/upload-field.js';
import { useTexts } from '../../../text/language.js';

const TEXTS = {
  take: ['拍照或选择照片', 'Take or choose photographs'],
  busy: ['正在上传 {n}…', 'Sending {n}…'],
  photo: ['照片 {n}', 'photograph {n}'],
  remove: ['移除照片 {n}', 'Remove photograph {n}'],
  tooLarge: ['“{name}”超过 20 MB,没有上传。', '"{name}" is larger than 20 MB.'],
} as const;

const LIMIT = 20 * 1024 * 1024;

interface Props {
  readonly label: string;
  /** Of a form item: the ids of the photographs. */
  readonly value?: readonly string[] | undefined;
  readonly onChange?: (ids: readonly string[]) => void;
  readonly max: number;
}

/** Photographs from the camera or the album of a phone, several at a time, each shown small. */
export function PhotosField({ label, value = [], onChange, max }: Props) {
  const t = useTexts(TEXTS);
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);

  const send = async (files: readonly File[]) => {
    setError(null);
    setTooLarge(files.find(({ size }) => size > LIMIT)?.name ?? null);
    const sent = files.filter(({ size }) => size <= LIMIT).slice(0, max - value.length);
    setSending(sent.length);
    const ids = [...value];
    try {
      // One after the other: a phone's line is thin, and what has arrived stays when the next one fails.
      for (const file of sent) {
        ids.push((await upload(file)).id);
        onChange?.([...ids]);
        setSending((before) => before - 1);
      }
    } catch (reason) {
      setError(reason);
    } finally {
      setSending(0);
    }
  };

  return (
    <div className="projects-photos">
      {value.map((id, place) => (
        <span key={id} className="projects-photo">
          <img src={`/api/v1/uploads/${id}`} alt={t('photo', { n: place + 1 })} loading="lazy" />
          <Button
            size="small"
            aria-label={t('remove', { n: place + 1 })}
            onClick={() => onChange?.(value.filter((each) => each !== id))}
          >
            ✕
          </Button>
        </span>
      ))}
      {value.length < max ? (
        <Button size="large" loading={sending > 0} onClick={() => input.current?.click()}>
          {sending > 0 ? t('busy', { n: sending }) : t('take')}
        </Button>
      ) : null}
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png"
        multiple
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          void send(files);
        }}
      />
      {tooLarge === null ? null : (
        <p role="alert" className="field-error">
          {t('tooLarge', { name: tooLarge })}
        </p>
      )}
      <Refusal error={error} />
    </div>
  );
}
