import { Link } from 'react-router';

import type { Answer } from '../../api/answer.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { draftPlaceOf, MATTER_TEXTS } from './draft-places.js';

/** An application that is still being written. */
export type Draft = Answer<'/api/v1/drafts/{id}'>;

const TEXTS = {
  saved: ['最后保存 {at}', 'Saved {at}'],
  goOn: ['继续填写', 'Go on'],
} as const;

/** Drafts, each a link to where it is written on. */
export function DraftRows({ drafts }: { readonly drafts: readonly Draft[] }) {
  const t = useTexts(TEXTS);
  const matter = useTexts(MATTER_TEXTS);
  const language = useLanguage();
  return (
    <ul className="rows">
      {drafts.map((draft) => {
        const place = draftPlaceOf(draft.matter);
        const title = draft.data[place.title];
        return (
          <li key={draft.id}>
            <Link className="row" to={place.to(draft)}>
              <span className="row-main">
                <span className="row-title">
                  {typeof title === 'string' && title !== '' ? title : matter(place.name)}
                </span>
                <span className="row-sub">
                  {matter(place.name)} · {t('saved', { at: minuteOf(draft.updatedAt, language) })}
                </span>
              </span>
              <span className="row-end">{t('goOn')}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
