import { FileLink } from '../../../parts/file-link.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import type { Money } from '../queries.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  title: ['退回资金', 'Money that came back'],
  one: ['{source} {fen},{at}', '{source}, {fen}, {at}'],
  paper: ['银行回单', "The bank's paper"],
} as const;

/** What came back, source by source. */
export function ReturnsSection({ money: { returns } }: { readonly money: Money }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const language = useLanguage();
  if (returns.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <ul>
        {returns.map(({ no, source, fen, at, uploadId }) => (
          <li key={`${no} ${source}`}>
            {t('one', { source: terms.source(source), fen: terms.yuan(fen), at: dayOf(at, language) })}{' '}
            <FileLink address={`/api/v1/uploads/${uploadId}`} name={t('paper')} />
          </li>
        ))}
      </ul>
    </section>
  );
}
