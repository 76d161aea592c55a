import { Button } from 'antd';
import { useId, useRef, useState } from 'react';

import { fetched, keyed, newKey } from '../api/client.js';
import { useTexts } from '../text/language.js';
import { Refusal } from './refusal.js';
import { countedUpload } from './uploading.js';

const TEXTS = {
  choose: ['选择文件', 'Choose a file'],
  more: ['添加文件', 'Add a file'],
  replace: ['更换文件', 'Replace it'],
  busy: ['正在上传 {name}…', 'Sending {name}…'],
  remove: ['移除', 'Remove'],
  hint: ['支持 pdf、docx、xlsx、jpg、png,不超过 20 MB', 'pdf, docx, xlsx, jpg or png, up to 20 MB'],
  tooLarge: [
    '“{name}”有 {mb} MB,超过 20 MB 上限。请压缩后重新选择。',
    '"{name}" has {mb} MB; 20 MB is the limit. Make it smaller.',
  ],
} as const;

const LIMIT = 20 * 1024 * 1024;
const ACCEPT = '.pdf,.docx,.xlsx,.jpg,.jpeg,.png';

/** A file that the server has. */
export interface Uploaded {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly label: string;
  readonly files: readonly Uploaded[];
  readonly max: number;
  readonly onChange: (files: readonly Uploaded[]) => void;
}

/** Sends files as they are chosen and shows those that are there. What is too large is said before anything is sent. */
export function UploadField({ label, files, max, onChange }: Props) {
  const t = useTexts(TEXTS);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [sending, setSending] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);

  const send = async (file: File) => {
    setError(null);
    const isTooLarge = file.size > LIMIT;
    setTooLarge(isTooLarge ? t('tooLarge', { name: file.name, mb: (file.size / 1024 / 1024).toFixed(1) }) : null);
    if (isTooLarge) return;
    setSending(file.name);
    try {
      const one = await upload(file);
      onChange(max === 1 ? [one] : [...files, one]);
    } catch (reason) {
      setError(reason);
    } finally {
      setSending(null);
    }
  };

  return (
    <div className="upload">
      {files.map(({ id, name }) => (
        <span className="file" key={id}>
          <span className="file-name">{name}</span>
          <Button
            size="small"
            onClick={() => onChange(files.filter((file) => file.id !== id))}
            aria-label={`${t('remove')} ${name}`}
          >
            {t('remove')}
          </Button>
        </span>
      ))}
      {max === 1 || files.length < max ? (
        <Button
          size="small"
          loading={sending !== null}
          aria-describedby={hint}
          aria-label={`${label} ${t('choose')}`}
          onClick={() => input.current?.click()}
        >
          {sending === null
            ? t(files.length === 0 ? 'choose' : max === 1 ? 'replace' : 'more')
            : t('busy', { name: sending })}
        </Button>
      ) : null}
      <small id={hint} className="muted upload-hint">
        {files.length === 0 ? t('hint') : ''}
      </small>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again after it was mended.
          target.value = '';
          if (file !== undefined) void send(file);
        }}
      />
      {tooLarge === null ? null : (
        <p role="alert" className="field-error">
          {tooLarge}
        </p>
      )}
      <Refusal error={error} />
    </div>
  );
}

/** Sends one file. */
export async function upload(file: File): Promise<Uploaded> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await countedUpload(() =>
    fetched('/api/v1/uploads', { method: 'POST', headers: keyed(newKey()), body }),
  );
  const made: unknown = await response.json();
  if (typeof made !== 'object' || made === null || !('id' in made) || typeof made.id !== 'string')
    throw new Error('upload without id');
  return { id: made.id, name: file.name };
}
