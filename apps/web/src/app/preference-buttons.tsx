import { Button } from 'antd';

import { useTexts } from '../text/language.js';
import { prefer, usePreferences } from '../text/preferences.js';

const TEXTS = {
  large: ['大字', 'Large type'],
  normal: ['标准字号', 'Normal type'],
  other: ['English', '中文'],
} as const;

/** Type size (适老化) and language. */
export function PreferenceButtons() {
  const t = useTexts(TEXTS);
  const { language, large } = usePreferences();
  return (
    <>
      <Button type="text" className="bar-button" aria-pressed={large} onClick={() => prefer({ large: !large })}>
        {large ? t('normal') : t('large')}
      </Button>
      <Button
        type="text"
        className="bar-button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => prefer({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {t('other')}
      </Button>
    </>
  );
}
