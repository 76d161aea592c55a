import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Shown } from '../../../parts/query-state.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import { jobsQuery } from '../judge-queries.js';
import { AssignmentForm } from './assignment-form.js';
import { AssignmentJob } from './assignment-job.js';
import type { TabProps } from './tab.js';

const TEXTS = {
  title: ['评委分配', 'Assignment of judges'],
  notYet: ['资格审查结束后分配评委。', 'Judges are assigned once the screening has ended.'],
  none: ['还没有分配评委。', 'No judge has been assigned yet.'],
  earlier: ['历次计算', 'Earlier computations'],
  ASSIGN: ['分配', 'Assignment'],
  REPLACE: ['更换评委', 'Replacement of a judge'],
  QUEUED: ['等待计算', 'waits'],
  RUNNING: ['正在计算', 'is being computed'],
  DONE: ['已算出', 'computed'],
  FAILED: ['无法分配', 'impossible'],
  CANCELLED: ['已停止', 'stopped'],
  ACCEPTED: ['已采用', 'accepted'],
  line: ['{kind} · {at} · {status}', '{kind} · {at} · {status}'],
} as const;

const isText = (key: string): key is keyof typeof TEXTS => Object.hasOwn(TEXTS, key);

/** Assignments: computed as long work that can be left, looked at with its reasons, accepted. */
export function Assignment({ round, organises }: TabProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const jobs = useQuery(jobsQuery(round.caseNo));
  const [chosen, setChosen] = useState<string | null>(null);
  const words = (key: string) => (isText(key) ? t(key) : '');
  const isEarly = ['PLANNED', 'CALL_OPEN', 'SCREENING'].includes(round.state.slug);
  const isScoring = round.state.slug === 'SCORING';
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {isEarly ? <p className="muted">{t('notYet')}</p> : null}
      {isScoring && organises ? <AssignmentForm round={round} onStart={setChosen} /> : null}
      <Shown query={jobs}>
        {({ items }) => {
          const shown = chosen ?? items[0]?.id ?? null;
          return (
            <>
              {shown === null && !isEarly ? <p className="muted">{t('none')}</p> : null}
              {shown === null ? null : (
                <AssignmentJob key={shown} caseNo={round.caseNo} jobId={shown} mayDecide={organises && isScoring} />
              )}
              {items.length < 2 ? null : (
                <details className="why">
                  <summary>{t('earlier')}</summary>
                  <ul>
                    {items.map(({ id, kind, at, status }) => (
                      <li key={id}>
                        <button
                          type="button"
                          className="link"
                          aria-pressed={id === shown}
                          onClick={() => setChosen(id)}
                        >
                          {t('line', {
                            kind: words(kind),
                            at: minuteOf(new Date(at).toISOString(), language),
                            status: words(status),
                          })}
                        </button>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </Shown>
    </section>
  );
}
