import { Link } from 'react-router';

import { useLanguage, useTexts } from '../../text/language.js';
import { typeset } from '../../text/typeset.js';
import { LeftOut } from './left-out.js';
import type { Out } from './left-out.js';

const TEXTS = {
  done: ['已办理 {n} 件', '{n} done'],
  none: ['没有办理任何一件。', 'Nothing was done.'],
  refused: ['未能办理的 {n} 件', '{n} were refused'],
} as const;

/** What a bulk decision answered, item by item. */
export interface Answered {
  readonly names: ReadonlyMap<string, string>;
  readonly done: readonly string[];
  readonly leftOut: readonly Out[];
  readonly refused: readonly { readonly caseNo: string; readonly messageZh: string; readonly messageEn: string }[];
}

/** Which were decided, which were left out and why, which the server refused and why. */
export function BulkAnswer({ answer: { names, done, leftOut, refused } }: { readonly answer: Answered }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <>
      <section className="panel" aria-label={t('done', { n: done.length })}>
        <p role="status" className={done.length > 0 ? 'told told-good' : 'told told-late'}>
          {done.length > 0 ? t('done', { n: done.length }) : t('none')}
        </p>
        <ul className="season-answer">
          {done.map((caseNo) => (
            <li key={caseNo}>
              <Link to={`/cases/${caseNo}`}>{names.get(caseNo)}</Link>
            </li>
          ))}
        </ul>
      </section>
      {refused.length === 0 ? null : (
        <section className="panel" aria-label={t('refused', { n: refused.length })}>
          <h2>{t('refused', { n: refused.length })}</h2>
          <ul className="season-answer">
            {refused.map(({ caseNo, messageZh, messageEn }) => (
              <li key={caseNo}>
                <Link to={`/cases/${caseNo}`}>{names.get(caseNo)}</Link>{' '}
                {language === 'zh' ? typeset(messageZh) : messageEn}
              </li>
            ))}
          </ul>
        </section>
      )}
      <LeftOut names={names} leftOut={leftOut} />
    </>
  );
}
