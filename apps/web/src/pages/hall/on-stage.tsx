import { labelOf } from '#domain/terms/term.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { useLabel, useTexts } from '../../text/language.js';
import { Countdown } from './countdown.js';
import type { Slot, Stage } from './use-stage.js';

const TEXTS = {
  now: ['正在路演', 'On stage'],
  before: ['刚刚路演', 'Just presented'],
  place: ['第 {n} 个', 'No. {n}'],
  locked: ['评委已锁定 {locked} / {judges}', '{locked} of {judges} judges have locked'],
  score: ['得分', 'Score'],
  rank: ['{class}第 {rank} 名(已出分项目中)', 'Rank {rank} of {class} so far'],
  waiting: ['路演顺序待抽取', 'The order is about to be drawn'],
  order: ['路演顺序', 'Order of presentation'],
  next: ['下一个:{title}', 'Next: {title}'],
  shownOnly: ['展示项目,不评分', 'Shown, not scored'],
} as const;

/** More projects than this take two columns. */
const SHORT = 7;

/** The project on stage with its countdown, and its result as soon as there is one. */
export function OnStage({ stage, slot }: { readonly stage: Stage; readonly slot: Slot }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const isOn = stage.onStage === slot.projectId;
  const name = label(labelOf(PROJECT_CLASSES, slot.class));
  const next = stage.slots.find(({ calledAt }) => calledAt === null);
  return (
    <section className="hall-stage" aria-live="polite">
      <p className="hall-kicker">
        <b>{t(isOn ? 'now' : 'before')}</b>
        <span>{t('place', { n: slot.position })}</span>
        <span>{name}</span>
      </p>
      <h2 className="hall-title">{slot.title}</h2>
      {slot.result === null ? (
        <>
          {isOn && slot.endsAt !== null ? <Countdown endsAt={slot.endsAt} ahead={stage.ahead} /> : null}
          <p className="hall-locked">
            {slot.judges === 0 ? t('shownOnly') : t('locked', { locked: slot.locked, judges: slot.judges })}
          </p>
        </>
      ) : (
        <div className="hall-result">
          <span className="hall-score-name">{t('score')}</span>
          <b className="hall-score">{slot.result.score}</b>
          <span className="hall-rank">{t('rank', { class: name, rank: slot.result.rank })}</span>
        </div>
      )}
      {!isOn && next !== undefined ? <p className="hall-next">{t('next', { title: next.title })}</p> : null}
    </section>
  );
}

/** Before the first project is called: the order as it was drawn, or that it is about to be. */
export function Order({ stage }: { readonly stage: Stage }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  if (stage.seed === null) return <p className="hall-waiting">{t('waiting')}</p>;
  return (
    <section className="hall-order">
      <h2>{t('order')}</h2>
      <ol className={stage.slots.length > SHORT ? 'hall-order-long' : undefined}>
        {stage.slots.map((slot) => (
          <li key={slot.projectId}>
            <span>{slot.title}</span> <small>{label(labelOf(PROJECT_CLASSES, slot.class))}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
