import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';

import { Standstill } from '../parts/standstill.js';
import { useTexts } from '../text/language.js';

const TEXTS = {
  brokenTitle: ['页面出现问题', 'This page has a problem'],
  broken: [
    '内容没有丢失。请刷新页面;如仍不行,请联系管理员。',
    'Nothing is lost. Reload the page, or ask the administrator.',
  ],
  reload: ['刷新页面', 'Reload'],
  missingTitle: ['没有这个页面', 'There is no such page'],
  missing: ['地址可能有误,或者链接已失效。', 'The address may be wrong, or the link has expired.'],
  home: ['返回工作台', 'Back to the desk'],
} as const;

/** A page that failed to be drawn, most often because a newer release has replaced its parts. */
export function Broken() {
  const t = useTexts(TEXTS);
  const error = useRouteError();
  console.error(error);
  return (
    <main>
      <Standstill
        title={t('brokenTitle')}
        why={t('broken')}
        way={
          <Button type="primary" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        }
      />
    </main>
  );
}

/** No page has this address. */
export function Missing() {
  const t = useTexts(TEXTS);
  return <Standstill title={t('missingTitle')} why={t('missing')} way={<Link to="/">{t('home')}</Link>} />;
}
