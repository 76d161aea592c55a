import { Button, Modal } from 'antd';
import { useState } from 'react';

import type { Action } from '../../api/case.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { useAct } from '../case/use-act.js';
import type { Progress } from './queries.js';

const TEXTS = {
  title: ['结束评审', 'Close scoring'],
  ready: [
    '每个项目都有不少于 {min} 份已锁定的评分表,可以结束评审。',
    'Every project has at least {min} locked sheets; scoring can be closed.',
  ],
  lacking: [
    '还有 {n} 个项目不足 {min} 份已锁定的评分表,暂不能结束:',
    '{n} projects have fewer than {min} locked sheets:',
  ],
  line: ['“{title}”已锁定 {locked} 份,还缺 {lacking} 份', '{title}: {locked} locked, {lacking} missing'],
  waitsFor: ['(待 {names} 锁定)', ' (waits for {names})'],
  nobody: ['(没有更多评委,请补充分配)', ' (no more judges; assign some)'],
  effect: [
    '结束后按公布的评分办法排名并立即公布结果;之后不再接受任何评分,也不能解锁。',
    'The round is ranked by the published policy and the result published at once. No sheet is taken or unlocked any more.',
  ],
  more: ['尚有 {n} 份已分配的评分表未锁定,结束后不再计入。', '{n} assigned sheets are not locked and will not count.'],
  send: ['确定结束评审', 'Close scoring'],
  cancel: ['取消', 'Cancel'],
  notYou: ['由本届组织者结束评审。', 'The organisers of the round close it.'],
} as const;

interface Props {
  readonly caseNo: string;
  readonly progress: Progress;
  /** undefined for readers who may not. */
  readonly action: Action | undefined;
  readonly seq: number;
}

/** Whether scoring can be closed, which project lacks what, and the press. */
export function CloseScoring({ caseNo, progress: { judgesMin, items }, action, seq }: Props) {
  const t = useTexts(TEXTS);
  const [open, setOpen] = useState(false);
  const act = useAct(caseNo, () => setOpen(false));
  const projects = items.map((project) => ({
    ...project,
    locked: project.judges.filter(({ status }) => status === 'LOCKED').length,
    waiting: project.judges.filter(({ status }) => status !== 'LOCKED').map(({ name }) => name),
  }));
  const lacking = projects.filter(({ locked }) => locked < judgesMin);
  const unlocked = projects.reduce((sum, { waiting }) => sum + waiting.length, 0);
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {lacking.length === 0 ? (
        <p className="told told-good">{t('ready', { min: judgesMin })}</p>
      ) : (
        <>
          <p>{t('lacking', { n: lacking.length, min: judgesMin })}</p>
          <ul className="judging-list">
            {lacking.map(({ projectId, title, locked, waiting }) => (
              <li key={projectId}>
                {t('line', { title, locked, lacking: judgesMin - locked })}
                <span className="muted">
                  {waiting.length === 0 ? t('nobody') : t('waitsFor', { names: waiting.join('、') })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {action === undefined ? (
        <p className="muted">{t('notYou')}</p>
      ) : (
        <Button type="primary" disabled={lacking.length > 0} onClick={() => setOpen(true)}>
          {t('title')}
        </Button>
      )}
      {open && action !== undefined ? (
        <Modal open title={t('title')} onCancel={() => setOpen(false)} footer={null} mask={{ closable: false }}>
          <p className="effect">{t('effect')}</p>
          {unlocked > 0 ? <p className="due-soon">{t('more', { n: unlocked })}</p> : null}
          <Refusal error={act.error} />
          <div className="form-end">
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
            <Button
              type="primary"
              loading={act.busy}
              onClick={() =>
                act.send({ kind: action.kind, taskId: action.taskId, seenSeq: seq, facts: {}, attachments: [] })
              }
            >
              {t('send')}
            </Button>
          </div>
        </Modal>
      ) : null}
    </section>
  );
}
