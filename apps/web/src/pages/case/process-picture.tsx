import type { CaseView, TimelineEntry } from '../../api/case.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { pagesOf } from './matters.js';
import { otherWays, wayOf } from './way.js';

const TEXTS = {
  label: ['办理流程', 'The process'],
  TAKEN: ['已经过', 'passed'],
  NOW: ['当前', 'now'],
  AHEAD: ['接下来', 'ahead'],
  others: ['也可能转为:{names}', 'It may also become: {names}'],
} as const;

/** The way taken, the present state, the way ahead. On a narrow screen it runs downwards. */
export function ProcessPicture({
  view,
  timeline,
}: {
  readonly view: CaseView;
  readonly timeline: readonly TimelineEntry[];
}) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const stops = wayOf(view, timeline, pagesOf(view.matter.slug).usual);
  const others = otherWays(view, stops);
  return (
    <>
      <ol className="way" aria-label={t('label')}>
        {stops.map(({ state, when, at }, place) => (
          <li
            key={`${place} ${state.slug}`}
            className={`stop stop-${when.toLowerCase()}`}
            aria-current={when === 'NOW' ? 'step' : undefined}
          >
            <span className="stop-mark" aria-hidden="true">
              {when === 'TAKEN' ? '✓' : place + 1}
            </span>
            <span className="stop-words">
              <b>{label(state)}</b>
              <small>{at === null ? t(when) : minuteOf(at, language)}</small>
            </span>
          </li>
        ))}
      </ol>
      {others.length > 0 ? (
        <p className="muted way-others">
          {t('others', { names: others.map(label).join(language === 'zh' ? '、' : ', ') })}
        </p>
      ) : null}
    </>
  );
}
