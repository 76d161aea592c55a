import { useQueries } from '@tanstack/react-query';

import { workCalendar } from '#domain/calendar/work-calendar.js';
import { calendarQuery } from '../../api/case.js';
import type { TaskView, TimelineEntry } from '../../api/case.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { monthDayOf } from '../../text/time.js';
import { limitDays, yearsOf } from './time-limit.js';
import type { LimitDay, PauseSpan } from './time-limit.js';

const TEXTS = {
  why: ['为什么是这一天', 'Why this day'],
  WD: [
    '期限为 {length} 个工作日,自次日起算,节假日不计。',
    '{length} working days from the next day on; days off do not count.',
  ],
  CD: [
    '期限为 {length} 日(自然日),自次日起算;末日逢节假日顺延。',
    '{length} calendar days from the next day on; an end on a day off moves on.',
  ],
  days: ['期限逐日说明', 'The limit day by day'],
  TRIGGER: ['起', 'start'],
  OFF: ['休', 'off'],
  PAUSED: ['停', 'stop'],
  COUNTED: ['第{n}日', 'day {n}'],
} as const;

/** Each counted, skipped and paused day of a limit. */
export function LimitDays({
  task,
  timeline,
}: {
  readonly task: TaskView;
  readonly timeline: readonly TimelineEntry[];
}) {
  const t = useTexts(TEXTS);
  const { limit, dueAt } = task;
  const openedAt = Date.parse(task.openedAt);
  const due = dueAt === null ? openedAt : Date.parse(dueAt);
  const years = useQueries({ queries: yearsOf(openedAt, due).map(calendarQuery) });
  const data = years.flatMap((year) => year.data ?? []);
  if (limit === null || dueAt === null || data.length < years.length) return null;
  const pauses = pausesOf(task, timeline);
  const days = limitDays(workCalendar(data), { openedAt, dueAt: due, unit: limit.unit, pauses });
  return (
    <details className="why">
      <summary>{t('why')}</summary>
      <p>{t(limit.unit, { length: limit.length })}</p>
      <ol className="days" aria-label={t('days')}>
        {days.map((day) => (
          <Day key={day.date} day={day} />
        ))}
      </ol>
    </details>
  );
}

function Day({ day: { date, kind, n } }: { readonly day: LimitDay }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <li className={`day day-${kind.toLowerCase()}`}>
      <span>{monthDayOf(date, language)}</span>
      <small>{t(kind, n === null ? {} : { n })}</small>
    </li>
  );
}

/** When the clock of a task stood, by the acts that stopped and resumed it. */
function pausesOf(task: TaskView, timeline: readonly TimelineEntry[]): PauseSpan[] {
  const spans: PauseSpan[] = [];
  for (const { taskId, kind, at } of timeline) {
    if (taskId !== task.taskId) continue;
    const open = spans.at(-1);
    if (kind === 'pause') spans.push({ from: Date.parse(at), to: null });
    else if (kind === 'resume' && open?.to === null) spans.splice(-1, 1, { from: open.from, to: Date.parse(at) });
  }
  return spans;
}
