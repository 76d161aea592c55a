import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Nothing } from '../../../parts/empty.js';
import { Shown } from '../../../parts/query-state.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import type { TabProps } from '../project-page.js';
import { moneyQuery, progressQuery } from '../queries.js';
import { useParts } from '../use-parts.js';
import { ChangeForm } from './change-form.js';
import { ChangeWords } from './change-words.js';

const TEXTS = {
  title: ['变更', 'Changes'],
  ask: ['申请变更', 'Ask for a change'],
  none: ['没有变更。', 'No change.'],
  asked: ['{name} 于 {at} 提出', 'asked by {name}, {at}'],
  APPLIED: ['已生效(无需审批)', 'In effect, no approval needed'],
  REQUESTED: ['待审批', 'Waits for a decision'],
  APPROVED: ['已同意', 'Agreed'],
  REFUSED: ['未同意', 'Refused'],
} as const;

const isStatus = (status: string): status is 'APPLIED' | 'REQUESTED' | 'APPROVED' | 'REFUSED' =>
  Object.hasOwn(TEXTS, status);
const TONES: Readonly<Record<string, string>> = { REQUESTED: 'due-soon', REFUSED: 'due-late' };

/** Shifts of the budget and extensions: what became of each, and one more. */
export function ChangesTab({ view }: TabProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const progress = useQuery(progressQuery(view.caseNo));
  const money = useQuery(moneyQuery(view.caseNo));
  const { isApplicant } = useParts(view);
  const [isWriting, setWriting] = useState(false);
  const mayAsk = isApplicant && view.state.slug === 'EXECUTING';
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('title')}</h2>
        {mayAsk && !isWriting ? (
          <Button type="primary" onClick={() => setWriting(true)}>
            {t('ask')}
          </Button>
        ) : null}
      </div>
      {isWriting && money.data !== undefined && progress.data !== undefined ? (
        <ChangeForm
          caseNo={view.caseNo}
          budget={money.data.budget}
          term={progress.data.term}
          onDone={() => setWriting(false)}
        />
      ) : null}
      <Shown query={progress}>
        {({ changes }) =>
          changes.length === 0 && isWriting ? null : changes.length === 0 ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            <ul className="rows">
              {changes.map((change) => (
                <li key={change.id} className="projects-deed">
                  <span className="row-main">
                    <ChangeWords change={change} />
                    <small className="muted">
                      {t('asked', { name: change.askedBy, at: minuteOf(change.askedAt, language) })}
                    </small>
                  </span>
                  <span className={TONES[change.status] ?? 'due-good'}>
                    {isStatus(change.status) ? t(change.status) : ''}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}
