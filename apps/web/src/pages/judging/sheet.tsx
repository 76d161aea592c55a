import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { Refusal } from '../../parts/refusal.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import type { Slot } from '../hall/use-stage.js';
import { CriterionField } from './criterion-field.js';
import { LockDialog } from './lock-dialog.js';
import type { Criterion, MyProject, Pack } from './queries.js';
import { StepBack } from './step-back.js';
import { useSheet } from './use-outbox.js';
import type { LiveSheet } from './use-outbox.js';

const TEXTS = {
  title: ['评分表', 'My sheet'],
  comment: ['评语', 'Comment'],
  wanted: ['总分低于 60 或高于 95 时须写,不少于 10 个字', 'needed below 60 or above 95, at least 10 characters'],
  SAVED: ['已保存', 'Saved'],
  NONE: ['尚未评分', 'Nothing scored yet'],
  SAVING: ['正在保存…', 'Saving…'],
  LOCAL: [
    '已暂存在本机,恢复连接后自动提交,之后才能锁定',
    'Kept on this device; sent when the connection is back, and locked then',
  ],
  REFUSED: ['最近的改动没有保存', 'The last change was not saved'],
  total: ['总分', 'Total'],
  lock: ['锁定评分', 'Lock'],
  locked: ['已于 {at} 锁定,不能再改。', 'Locked {at}; it cannot be changed.'],
  lockedHow: [
    '确需更正的,请向组织者说明,由组织者与监督人员共同解锁。',
    'Organiser and auditor together can unlock it.',
  ],
  next: ['下一个:{title}', 'Next: {title}'],
  open: ['还有 {n} 项未评', '{n} criteria left'],
  notOnStage: [
    '项目上台之后才能锁定,可以先打分',
    'It can be locked once the project was on stage; you may score already',
  ],
  ended: ['本届评审已结束', 'Scoring has ended'],
  back: ['回避此项目', 'Step back'],
} as const;

interface Props {
  readonly roundNo: string;
  readonly pack: Pack;
  readonly project: MyProject | undefined;
  readonly mine: readonly MyProject[];
  readonly slot: Slot | undefined;
  /** Whether the judge is about to step back. */
  readonly onLeaving: (leaving: boolean) => void;
}

/** The judge's sheet: saved as it is typed, locked once. */
export function Sheet({ roundNo, pack, project, mine, slot, onLeaving }: Props) {
  const t = useTexts(TEXTS);
  const [dialog, setDialog] = useState<'lock' | 'back' | null>(null);
  const live = useSheet(roundNo, pack);
  const stepBack = (open: boolean) => {
    setDialog(open ? 'back' : null);
    onLeaving(open);
  };
  const { criteria, sheet } = pack;
  const isLocked = sheet.status !== 'DRAFT';
  const { values, comment } = isLocked ? sheet : live;
  const total = totalOf(criteria, values);
  const taskId = project?.taskId ?? null;
  return (
    <section className="panel judging-sheet" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Told lockedAt={isLocked ? sheet.lockedAt : null} next={nextOf(mine, pack.projectId)} roundNo={roundNo} />
      <Refusal error={live.error} />
      {criteria.map((criterion) => (
        <CriterionField
          key={criterion.id}
          criterion={criterion}
          value={values[criterion.id]}
          disabled={isLocked}
          onChange={(points) => live.change({ values: { [criterion.id]: points } })}
        />
      ))}
      <CommentField
        comment={comment}
        disabled={isLocked}
        onChange={(words) => live.change({ values: {}, comment: words })}
      />
      {isLocked || taskId === null ? null : (
        <p>
          <Button onClick={() => stepBack(true)}>{t('back')}</Button>
        </p>
      )}
      <div className="judging-foot">
        <span className="judging-total">
          <span className="muted">{t('total')}</span> <b>{total}</b>
          <span className="muted"> / {criteria.reduce((sum, { max }) => sum + max, 0)}</span>
        </span>
        {isLocked ? null : (
          <SaveAndLock pack={pack} live={live} taskId={taskId} slot={slot} onLock={() => setDialog('lock')} />
        )}
      </div>
      {dialog === 'lock' && taskId !== null ? (
        <LockDialog pack={pack} live={live} total={total} taskId={taskId} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'back' && taskId !== null ? (
        <StepBack caseNo={pack.caseNo} taskId={taskId} onClose={() => stepBack(false)} />
      ) : null}
    </section>
  );
}

interface CommentProps {
  readonly comment: string;
  readonly disabled: boolean;
  readonly onChange: (words: string) => void;
}

/** The comment as it is written: the server keeps it cleaned, and a field that is being written in must not change under the hand. */
function CommentField({ comment, disabled, onChange }: CommentProps) {
  const t = useTexts(TEXTS);
  const [written, setWritten] = useState<string | null>(null);
  return (
    <label className="judging-comment">
      <span>
        {t('comment')} <span className="muted">{t('wanted')}</span>
      </span>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        disabled={disabled}
        value={disabled ? comment : (written ?? comment)}
        onChange={({ target }) => {
          setWritten(target.value);
          onChange(target.value);
        }}
        onBlur={() => setWritten(null)}
      />
    </label>
  );
}

interface ToldProps {
  readonly roundNo: string;
  readonly lockedAt: number | null;
  readonly next: MyProject | undefined;
}

/** That the sheet is locked, and where to go on. */
function Told({ roundNo, lockedAt, next }: ToldProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (lockedAt === null) return null;
  return (
    <div className="told told-good judging-told">
      <p>{t('locked', { at: minuteOf(new Date(lockedAt).toISOString(), language) })}</p>
      <p className="judging-how">{t('lockedHow')}</p>
      {next === undefined ? null : (
        <Link to={`/judging/${roundNo}/${next.projectId}`}>{t('next', { title: next.title })}</Link>
      )}
    </div>
  );
}

/** The next project of the judge that is not locked. */
const nextOf = (mine: readonly MyProject[], projectId: string): MyProject | undefined =>
  mine.find((one) => one.projectId !== projectId && one.status === 'DRAFT' && one.taskId !== null);

interface SaveAndLockProps {
  readonly pack: Pack;
  readonly live: LiveSheet;
  readonly taskId: string | null;
  readonly slot: Slot | undefined;
  readonly onLock: () => void;
}

const TONES = { SAVED: 'due-good', SAVING: 'muted', LOCAL: 'due-soon', REFUSED: 'due-late' } as const;

/** Where the marks are, and the press; or what it still needs. */
function SaveAndLock({ pack, live, taskId, slot, onLock }: SaveAndLockProps) {
  const t = useTexts(TEXTS);
  const left = pack.criteria.filter(({ id }) => live.values[id] === undefined).length;
  const why = left > 0 ? t('open', { n: left }) : whyNotLocked({ taskId, slot }, t);
  const isEmpty = pack.sheet.version === 0 && live.state === 'SAVED';
  return (
    <>
      <span role="status" className={isEmpty ? 'muted' : TONES[live.state]}>
        {t(isEmpty ? 'NONE' : live.state)}
        {why === null ? null : <small className="judging-why">{why}</small>}
      </span>
      <Button type="primary" size="large" disabled={why !== null || live.state !== 'SAVED'} onClick={onLock}>
        {t('lock')}
      </Button>
    </>
  );
}

function whyNotLocked(
  { taskId, slot }: { readonly taskId: string | null; readonly slot: Slot | undefined },
  t: (key: 'notOnStage' | 'ended') => string,
): string | null {
  if (taskId === null) return t('ended');
  return slot?.calledAt === null ? t('notOnStage') : null;
}

/** Half points are exact in binary, so the sum is. */
const totalOf = (criteria: readonly Criterion[], values: Readonly<Record<string, number>>): number =>
  criteria.reduce((sum, { id }) => sum + (values[id] ?? 0), 0);
