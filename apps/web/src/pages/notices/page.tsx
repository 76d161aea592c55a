import { useQuery } from '@tanstack/react-query';

import { noticesQuery } from '../../api/lists.js';
import { Nothing } from '../../parts/empty.js';
import { NoticeList } from '../../parts/notice-list.js';
import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';

const TEXTS = { title: ['通知', 'Notices'], none: ['没有通知。', 'No notices.'] } as const;
const LATEST = 100;

/** What one was told, newest first. */
export function NoticesPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const notices = useQuery(noticesQuery(LATEST));
  return (
    <>
      <h1>{t('title')}</h1>
      <section className="panel">
        <Shown query={notices}>
          {({ items }) => (items.length === 0 ? <Nothing>{t('none')}</Nothing> : <NoticeList notices={items} />)}
        </Shown>
      </section>
    </>
  );
}
