import { Button } from 'antd';

import type { Answer } from '../../api/answer.js';
import { answered, api, keyed } from '../../api/client.js';
import { usePages } from '../../api/use-pages.js';
import { useWrite } from '../../api/use-write.js';
import { Nothing } from '../../parts/empty.js';
import { NoticeList } from '../../parts/notice-list.js';
import { Paged } from '../../parts/paged.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';

const TEXTS = {
  title: ['通知', 'Notices'],
  none: ['没有通知。', 'No notices.'],
  readAll: ['全部标为已读', 'Mark all as read'],
} as const;
const PAGE = 50;

type Notice = Answer<'/api/v1/notices'>['items'][number];

/** What one was told, newest first. */
export function NoticesPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const pages = usePages<Notice>(['live', 'notices', 'pages'], (cursor) =>
    answered(
      api.GET('/api/v1/notices', { params: { query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } } }),
    ),
  );
  const readAll = useWrite((_: null, key) =>
    answered(api.POST('/api/v1/notices/read', { params: { header: keyed(key) } })),
  );
  return (
    <>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        {pages.rows.some(({ readAt }) => readAt === null) ? (
          <Button loading={readAll.busy} onClick={() => readAll.send(null)}>
            {t('readAll')}
          </Button>
        ) : null}
      </div>
      <Refusal error={readAll.error} />
      <section className="panel">
        <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
          {(notices) => <NoticeList notices={notices} />}
        </Paged>
      </section>
    </>
  );
}
