import { Spin } from 'antd';

import { useTexts } from '../text/language.js';

const TEXTS = { loading: ['正在加载…', 'Loading…'] } as const;

/** Something is on its way. */
export function Loading() {
  const t = useTexts(TEXTS);
  return (
    <div className="loading" role="status">
      <Spin />
      <span>{t('loading')}</span>
    </div>
  );
}
