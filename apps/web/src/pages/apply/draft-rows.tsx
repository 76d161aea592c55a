import { Link } from 'react-router';

import type { Answer } from '../../api/answer.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';

/** An application that is still being written. */
export type Draft = Answer<'/api/v1/drafts/{id}'>;

const TEXTS = {
  saved: ['最后保存 {at}', 'Saved {at}'],
  goOn: ['继续填写', 'Go on'],
  tempPartyOrg: ['临时党组织设立', 'Temporary Party organisation'],
  other: ['申请', 'Application'],
} as const;

/** Drafts, each a link to where it is written on. */
export function DraftRows({ drafts }: { readonly drafts: readonly Draft[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <ul className="rows">
      {drafts.map(({ id, matter, data, updatedAt }) => (
        <li key={id}>
          <Link className="row" to={matter === 'temp-party-org' ? `/apply/${id}` : '/apply'}>
            <span className="row-main">
              <span className="row-title">
                {typeof data.proposedName === 'string' && data.proposedName !== ''
                  ? data.proposedName
                  : matter === 'temp-party-org'
                    ? t('tempPartyOrg')
                    : t('other')}
              </span>
              <span className="row-sub">{t('saved', { at: minuteOf(updatedAt, language) })}</span>
            </span>
            <span className="row-end">{t('goOn')}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
