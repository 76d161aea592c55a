import { CHECK_RESULTS } from '#domain/annual-inspection/check-sheet.rule.js';
import type { CheckSheet } from '#domain/annual-inspection/check-sheet.rule.js';
import '../../api/no-run-time-code.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import type { CheckView } from './queries.js';
import './random-checks.css';
import { SHEET_TEXTS } from './sheet-words.js';

interface Props {
  readonly sheet: CheckSheet;
  readonly inspectors: CheckView['inspectors'];
}

/** A check sheet as it is read: before one signs it, and ever after. */
export function SheetRead({ sheet, inspectors }: Props) {
  const t = useTexts(SHEET_TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const result = CHECK_RESULTS.find(({ slug }) => slug === sheet.result);
  const names = sheet.inspectors.flatMap((id) => inspectors.find(({ userId }) => userId === id)?.name ?? []);
  const rows: [string, string][] = [
    [t('checkedOn'), dayOf(sheet.checkedOn, language)],
    [t('inspectors'), names.join(language === 'zh' ? '、' : ', ')],
    [t('result'), result === undefined ? '' : label(result)],
    ...(sheet.rectifyBy === undefined
      ? []
      : [[t('rectifyBy'), dayOf(sheet.rectifyBy, language)] satisfies [string, string]]),
    [t('signature'), t(sheet.signed ? 'signed' : 'unsigned')],
    ...(sheet.refusalNote === undefined ? [] : [[t('note'), sheet.refusalNote] satisfies [string, string]]),
  ];
  return (
    <>
      <dl className="facts">
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose">{words}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('items')}</h3>
      <ol className="random-checks-items">
        {sheet.items.map(({ item, ok, finding }) => (
          <li key={item} className="random-checks-item">
            <div className="random-checks-item-head">
              <b>{item}</b>
              <span className={ok ? 'due due-good' : 'due due-late'}>{t(ok ? 'ok' : 'notOk')}</span>
            </div>
            {finding === undefined ? null : <p className="prose">{finding}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
