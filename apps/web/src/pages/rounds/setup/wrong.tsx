import { useLanguage } from '../../../text/language.js';
import { typeset } from '../../../text/typeset.js';
import type { Fault } from './faults.js';

/** What is wrong with a list: everything about it and its entries. */
export function Wrong({ faults, of }: { readonly faults: readonly Fault[]; readonly of: string }) {
  const language = useLanguage();
  return faults
    .filter(({ field }) => field === of || field.startsWith(`${of}.`))
    .map(({ field, words: [zh, en] }) => (
      <p key={`${field} ${zh}`} className="field-error">
        {language === 'zh' ? typeset(zh) : en}
      </p>
    ));
}
