import { useTexts } from '../text/language.js';

const TEXTS = { skip: ['跳到正文', 'Skip to the content'] } as const;

/** First stop of the keyboard: past the navigation. */
export function SkipLink() {
  const t = useTexts(TEXTS);
  return (
    <a className="skip" href="#main">
      {t('skip')}
    </a>
  );
}
