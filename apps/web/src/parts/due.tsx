import { Tag } from 'antd';

import { useLanguage, useTexts } from '../text/language.js';
import { dayOf, isoDayOf } from '../text/time.js';

const TEXTS = {
  none: ['不限时', 'No limit'],
  today: ['今天到期', 'Due today'],
  left: ['还剩 {days} 天', '{days} days left'],
  late: ['已超期 {days} 天', '{days} days late'],
  until: ['{day} 前办结', 'by {day}'],
  stopped: ['计时已中止', 'Clock stopped'],
} as const;

const DAY_MS = 86_400_000;
/** Fewer days than this are amber. */
const SOON_DAYS = 2;

/** Calendar days from one day in Shanghai to another. */
function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(isoDayOf(to)) - Date.parse(isoDayOf(from))) / DAY_MS);
}

/** How long is left, as a light with words: green, amber within two days, red when it is over. */
export function Due({ dueAt, stopped = false }: { readonly dueAt: string | null; readonly stopped?: boolean }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (stopped) return <Tag color="default">{t('stopped')}</Tag>;
  if (dueAt === null) return <span className="due muted">{t('none')}</span>;
  const now = new Date();
  const due = new Date(dueAt);
  const days = daysBetween(now, due);
  const light = due < now ? 'late' : days <= SOON_DAYS ? 'soon' : 'good';
  const words = days < 0 ? t('late', { days: -days }) : days === 0 ? t('today') : t('left', { days });
  return (
    <span className={`due due-${light}`} title={t('until', { day: dayOf(dueAt, language) })}>
      <span className="due-light" aria-hidden="true" />
      {words}
    </span>
  );
}
