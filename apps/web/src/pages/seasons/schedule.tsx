import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { scheduleQuery } from './season-queries.js';

const TEXTS = {
  title: ['每年自动开启', 'Every year by itself'],
  on: ['已设置自动开启。下一次:{day}。', 'It is set. The next time: {day}.'],
  off: ['未设置。每年的年检季需要人工开启。', 'It is not set; each season is opened by hand.'],
  effect: [
    '设置后,每年到开启之日系统自动开启上一年度的年检季;已由人工开启的不重复开启。',
    'On the opening day of each year the season of the year before opens by itself, unless it is there already.',
  ],
  set: ['设置每年自动开启', 'Open every year'],
  unset: ['取消自动开启', 'Not any more'],
  leader: ['由登记管理机关负责人设置。', 'The leader of the registry sets it.'],
} as const;

/** Whether the season is opened each year by itself; the leader of the registry sets it. */
export function Schedule({ leads }: { readonly leads: boolean }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const schedule = useQuery(scheduleQuery);
  const setting = useWrite((body: { scheduled: boolean }, key) =>
    answered(api.PUT('/api/v1/seasons/schedule', { params: { header: keyed(key) }, body })),
  );
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <Shown query={schedule}>
        {({ scheduled, nextAt }) => (
          <>
            <p>{scheduled ? t('on', { day: nextAt === null ? '—' : dayOf(nextAt, language) }) : t('off')}</p>
            <p className="muted">{t('effect')}</p>
            <Refusal error={setting.error} />
            {leads ? (
              <Button loading={setting.busy} onClick={() => setting.send({ scheduled: !scheduled })}>
                {t(scheduled ? 'unset' : 'set')}
              </Button>
            ) : (
              <p className="muted">{t('leader')}</p>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}
