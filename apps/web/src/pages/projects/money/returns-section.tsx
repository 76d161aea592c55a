import type { CaseView } from '../../../api/case.js';
import { Due } from '../../../parts/due.js';
import { FileLink } from '../../../parts/file-link.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import type { Money } from '../queries.js';
import { sumBy } from '../sum-by.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  title: ['退回资金', 'Money that comes back'],
  open: ['{source} 应退 {due},已退 {back},还须退回 {left}', '{source}: {due} due, {back} back, {left} to come'],
  done: ['{source} 应退 {due},已退清', '{source}: {due} due, all back'],
  how: [
    '请退回主办方账户,由主办方凭银行回单逐笔登记。',
    "Send it to the host's account; the host records it by the bank's paper.",
  ],
  one: ['{source} {fen},{at}', '{source}, {fen}, {at}'],
  paper: ['银行回单', "The bank's paper"],
} as const;

interface Props {
  readonly view: CaseView;
  readonly money: Money;
}

/** What has to come back of each source and until when, and what came. */
export function ReturnsSection({ view, money: { returnDue, returns } }: Props) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const language = useLanguage();
  const task = view.tasks.find(({ kind }) => kind === 'RETURN_MONEY');
  if (returns.length === 0 && returnDue.length === 0) return null;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('title')}</h2>
        {task === undefined ? null : <Due dueAt={task.dueAt} />}
      </div>
      {returnDue.map(({ source, fen }) => {
        const back = sumBy(returns, source);
        const words = { source: terms.source(source), due: terms.yuan(fen), back: terms.yuan(back) };
        return back < fen ? (
          <p key={source} className="due-soon">
            {t('open', { ...words, left: terms.yuan(fen - back) })}
          </p>
        ) : (
          <p key={source} className="due-good">
            ✓ {t('done', words)}
          </p>
        );
      })}
      {task === undefined ? null : <p className="muted">{t('how')}</p>}
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
