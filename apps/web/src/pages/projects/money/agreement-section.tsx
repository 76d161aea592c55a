import type { CaseView } from '../../../api/case.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf, minuteOf } from '../../../text/time.js';
import { Hash } from '../hash.js';
import { AgreementPaper } from '../paper-of.js';
import type { Money } from '../queries.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  title: ['资助协议', 'Agreement'],
  amount: ['协议金额', 'Amount'],
  paper: ['协议文本', 'The paper'],
  hash: ['文件的 SHA-256', 'SHA-256 of the paper'],
  why: [
    '双方签署的就是这份文件。下载后可自行计算核对,内容改动一个字,值就不同。',
    'Both sides sign this very paper. Compute it yourself from the file: one letter changed gives another value.',
  ],
  applicant: ['申报单位签署', 'Signed by the applicant'],
  host: ['主办方签署', 'Signed by the host'],
  waits: ['待签署', 'not yet'],
  term: ['执行期', 'Term'],
  termWords: ['{from} 至 {to}', '{from} to {to}'],
  DECLINED: ['已放弃,协议撤销', 'declined'],
  ENDED: ['已终止', 'ended'],
} as const;

interface Props {
  readonly view: CaseView;
  readonly agreement: NonNullable<Money['agreement']>;
}

/** The agreement: its paper with the hash that both sides sign, amounts by source, signatures, term. */
export function AgreementSection({ view, agreement }: Props) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const language = useLanguage();
  const { hash, totalFen, bySource, documentId, hostSignedAt, applicantSignedAt, termFrom, termTo, status } = agreement;
  const signed = (at: string | null) =>
    at === null ? <span className="due due-soon">{t('waits')}</span> : <>✓ {minuteOf(at, language)}</>;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('title')}</h2>
        {status === 'DECLINED' || status === 'ENDED' ? <span className="due-late">{t(status)}</span> : null}
      </div>
      <dl className="facts">
        <div>
          <dt>{t('amount')}</dt>
          <dd>
            <b>{terms.yuan(totalFen)}</b>
            {bySource.map(({ source, fen }) => (
              <span key={source} className="projects-source">
                {terms.source(source)} {terms.yuan(fen)}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('paper')}</dt>
          <dd>
            <AgreementPaper caseNo={view.caseNo} documentId={documentId} />
          </dd>
        </div>
        <div>
          <dt>{t('hash')}</dt>
          <dd>
            <Hash value={hash} why={t('why')} />
          </dd>
        </div>
        <div>
          <dt>{t('applicant')}</dt>
          <dd>{signed(applicantSignedAt)}</dd>
        </div>
        <div>
          <dt>{t('host')}</dt>
          <dd>{signed(hostSignedAt)}</dd>
        </div>
        {termFrom === null || termTo === null ? null : (
          <div>
            <dt>{t('term')}</dt>
            <dd>{t('termWords', { from: dayOf(termFrom, language), to: dayOf(termTo, language) })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
