import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';

import { labelOf } from '#domain/terms/term.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useTexts } from '../../text/language.js';
import { useAct } from '../case/use-act.js';
import { Countdown } from '../hall/countdown.js';
import type { Slot, Stage } from '../hall/use-stage.js';
import { progressQuery } from './queries.js';
import type { ProjectProgress } from './queries.js';

const TEXTS = {
  on: ['正在台上', 'On stage'],
  leave: ['结束路演', 'Leave the stage'],
  hidden: [
    '全部评委锁定之前,任何人(包括组织者)都看不到分数。',
    'Nobody, not the organiser either, sees marks before all have locked.',
  ],
  result: ['得分 {score},{class}第 {rank} 名', '{score} points, rank {rank} of {class}'],
  locked: ['已锁定', 'Locked'],
  waiting: ['未锁定', 'Not yet'],
  judges: ['评委', 'Judges'],
  none: ['展示项目,不评分。', 'It is shown, not scored.'],
} as const;

/** The project on stage: its time, who has locked (never what), and the result after the last of them. */
export function LiveProject({
  stage,
  slot,
  may,
}: {
  readonly stage: Stage;
  readonly slot: Slot;
  readonly may: boolean;
}) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const progress = useQuery(progressQuery(stage.caseNo));
  const act = useAct(stage.caseNo, () => undefined);
  const name = label(labelOf(PROJECT_CLASSES, slot.class));
  const leave = () => act.send({ kind: 'leaveStage', taskId: null, seenSeq: null, facts: {}, attachments: [] });
  return (
    <section className="panel judging-live" aria-label={t('on')}>
      <div className="judging-live-head">
        <div>
          <b className="judging-on">{t('on')}</b>
          <h2>
            {slot.position}. {slot.title}
          </h2>
          <p className="muted">{name}</p>
        </div>
        {slot.endsAt === null ? null : <Countdown endsAt={slot.endsAt} ahead={stage.ahead} />}
      </div>
      {slot.result === null ? (
        <p className="muted">{slot.judges === 0 ? t('none') : t('hidden')}</p>
      ) : (
        <p className="told told-good" role="status">
          {t('result', { ...slot.result, class: name })}
        </p>
      )}
      <Shown query={progress}>
        {({ items }) => <Judges project={items.find(({ projectId }) => projectId === slot.projectId)} />}
      </Shown>
      <Refusal error={act.error} />
      {may ? (
        <Button type="primary" size="large" loading={act.busy} onClick={leave}>
          {t('leave')}
        </Button>
      ) : null}
    </section>
  );
}

function Judges({ project }: { readonly project: ProjectProgress | undefined }) {
  const t = useTexts(TEXTS);
  return (
    <ul className="judging-judges" aria-label={t('judges')}>
      {project?.judges.map(({ judgeId, name, status }) => (
        <li key={judgeId} className={status === 'LOCKED' ? 'judging-judge-locked' : ''}>
          <span aria-hidden="true">{status === 'LOCKED' ? '✓' : '…'}</span> {name}{' '}
          <small>{t(status === 'LOCKED' ? 'locked' : 'waiting')}</small>
        </li>
      ))}
    </ul>
  );
}
