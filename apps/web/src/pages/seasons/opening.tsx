import { useTexts } from '../../text/language.js';
import { isOpening } from './season-queries.js';
import type { Season } from './season-queries.js';

const TEXTS = {
  title: ['正在开启', 'Opening'],
  waiting: ['等待开始…', 'It waits to begin…'],
  judged: ['已核定 {judged} / {base} 家是否应参检', 'looked at {judged} of {base} organisations'],
  started: ['已开立 {started} / {required} 个办件', 'opened {started} of {required} cases'],
  leave: [
    '可以离开本页,系统会继续;完成后这里显示全部组织。',
    'You may leave this page; it goes on, and everybody is listed here when it is done.',
  ],
  label: ['开启进度', 'How far the opening is'],
  undecided: [
    '有 {n} 家缺少登记日期,尚未确定是否应参检。请先补录登记日期,再点“补充纳入年检”。',
    '{n} organisations have no registration date. Put it right, then take them in.',
  ],
} as const;

/** How far the opening of a season is, and who could not be decided on. */
export function Opening({ season }: { readonly season: Season }) {
  const t = useTexts(TEXTS);
  const { opening, returns } = season;
  if (!isOpening(season))
    return returns.undecided > 0 ? <p className="hint">{t('undecided', { n: returns.undecided })}</p> : null;
  const { base = 0, judged = 0, started = 0 } = opening ?? {};
  return (
    <section className="panel" aria-label={t('title')} aria-live="polite">
      <h2>{t('title')}</h2>
      <progress
        className="season-progress"
        aria-label={t('label')}
        value={judged + started}
        max={base + returns.required || 1}
      />
      <p>
        {base === 0
          ? t('waiting')
          : [t('judged', { judged, base }), t('started', { started, required: returns.required })].join(' · ')}
      </p>
      <p className="muted">{t('leave')}</p>
    </section>
  );
}
