import type { CaseView, TimelineEntry } from '../../api/case.js';
import { Due } from '../../parts/due.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { LimitDays } from './limit-days.js';

const TEXTS = {
  title: ['现在由谁办理', 'Who has it now'],
  nobody: ['没有待办事项。', 'Nothing waits at present.'],
  closed: ['本件已办结。', 'This case has come to its end.'],
  until: ['须在 {at} 前办理', 'due by {at}'],
  paused: ['自 {at} 起中止计时', 'the clock stands since {at}'],
} as const;

/** The open tasks: what, with whom, until when and why until then. */
export function Holders({ view, timeline }: { readonly view: CaseView; readonly timeline: readonly TimelineEntry[] }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      {view.tasks.length === 0 ? <p className="muted">{t(view.closedAt === null ? 'nobody' : 'closed')}</p> : null}
      <ul className="holders">
        {view.tasks.map((task) => (
          <li key={task.taskId}>
            <div className="holder">
              <span>
                <b>{label(task)}</b>
                <br />
                {task.assignee.name}
              </span>
              <Due dueAt={task.dueAt} stopped={task.status === 'SUSPENDED'} />
            </div>
            {task.pausedAt !== null ? (
              <p className="muted">{t('paused', { at: minuteOf(task.pausedAt, language) })}</p>
            ) : null}
            {task.dueAt !== null ? <p className="muted">{t('until', { at: minuteOf(task.dueAt, language) })}</p> : null}
            <LimitDays task={task} timeline={timeline} />
          </li>
        ))}
      </ul>
    </section>
  );
}
