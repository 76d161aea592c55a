import { FileLink } from '../../../parts/file-link.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import type { Objection } from '../queries.js';

const TEXTS = {
  by: ['{name} 于 {at} 提出,联系方式:{contact}', '{name}, {at}; {contact}'],
  to: ['对“{title}”(第 {notice} 次公示)', 'to {title} (notice {notice})'],
} as const;

/** An objection as it was raised, with its evidence. */
export function ObjectionWords({ objection }: { readonly objection: Objection }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { by: name, contact, filedAt, title, notice, statement, evidence } = objection;
  return (
    <>
      <p>
        <b>{t('to', { title: title ?? '', notice })}</b>
        <small className="projects-how muted">{t('by', { name, contact, at: minuteOf(filedAt, language) })}</small>
      </p>
      <blockquote className="projects-quote prose">{statement}</blockquote>
      {evidence.map(({ uploadId, name: file }) => (
        <FileLink key={uploadId} address={`/api/v1/uploads/${uploadId}`} name={file} />
      ))}
    </>
  );
}
