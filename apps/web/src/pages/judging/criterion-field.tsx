import { useId, useState } from 'react';

import { useLabel, useTexts } from '../../text/language.js';
import type { Criterion } from './queries.js';

const TEXTS = {
  of: ['满分 {max}', 'of {max}'],
  points: ['{points} 分', '{points} points'],
  unset: ['未评', 'not scored'],
  less: ['{name}减 0.5 分', '{name}: half a point less'],
  more: ['{name}加 0.5 分', '{name}: half a point more'],
  slide: ['{name},拖动评分', '{name}, slide'],
  wrong: ['请填 0 至 {max},以 0.5 分为一档', 'From 0 to {max}, in steps of half a point'],
} as const;

const STEP = 0.5;

interface Props {
  readonly criterion: Criterion;
  readonly value: number | undefined;
  readonly disabled: boolean;
  readonly onChange: (points: number) => void;
}

/** Points for one criterion: by big buttons, by sliding, by typing, or by the arrow keys. Nothing is suggested before the judge has decided. */
export function CriterionField({ criterion, value, disabled, onChange }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const id = useId();
  const { max } = criterion;
  const name = label({ zh: criterion.zh, en: criterion.en ?? criterion.zh });
  const words = value === undefined ? t('unset') : t('points', { points: value });
  const set = (points: number) => onChange(Math.min(max, Math.max(0, points)));
  return (
    <div className={value === undefined ? 'judging-criterion judging-criterion-open' : 'judging-criterion'}>
      <div className="judging-criterion-head">
        <label htmlFor={id}>{name}</label>
        <span className="muted">{t('of', { max })}</span>
      </div>
      <div className="judging-stepper">
        <button
          type="button"
          aria-label={t('less', { name })}
          disabled={disabled || value === 0}
          onClick={() => set((value ?? 0) - STEP)}
        >
          −
        </button>
        <Typed id={id} max={max} value={value} disabled={disabled} onChange={onChange} />
        <button
          type="button"
          aria-label={t('more', { name })}
          disabled={disabled || value === max}
          onClick={() => set((value ?? 0) + STEP)}
        >
          +
        </button>
      </div>
      <input
        className="judging-slide"
        type="range"
        min={0}
        max={max}
        step={STEP}
        value={value ?? 0}
        disabled={disabled}
        aria-label={t('slide', { name })}
        aria-valuetext={words}
        onChange={({ target }) => set(Number(target.value))}
      />
    </div>
  );
}

interface TypedProps extends Omit<Props, 'criterion'> {
  readonly id: string;
  readonly max: number;
}

/** What is typed counts as soon as it is a mark that can be given; what is none says so and is not sent. An emptied field keeps the mark. */
function Typed({ id, max, value, disabled, onChange }: TypedProps) {
  const t = useTexts(TEXTS);
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: number | undefined } | null>(null);
  // What was typed stands until the mark is changed in another way: "16." is on the way to 16.5.
  const text = typed?.of === value ? (typed?.text ?? '') : (value?.toString() ?? '');
  const isWrong = text !== '' && pointsOf(text, max) === null;
  const wrongId = `${id}-wrong`;
  const type = (next: string) => {
    const points = pointsOf(next, max);
    setTyped({ text: next, of: points ?? value });
    if (points !== null && points !== value) onChange(points);
  };
  return (
    <span className="judging-typed">
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        disabled={disabled}
        placeholder={t('unset')}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? wrongId : undefined}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => type(target.value)}
        onBlur={() => (isWrong ? undefined : setTyped(null))}
      />
      {isWrong ? (
        <span id={wrongId} role="alert" className="field-error">
          {t('wrong', { max })}
        </span>
      ) : null}
    </span>
  );
}

/** A mark that can be given; null for anything else. */
function pointsOf(text: string, max: number): number | null {
  const trimmed = text.trim().replace('。', '.');
  const points = Number(trimmed);
  return trimmed !== '' && Number.isInteger(points * 2) && points >= 0 && points <= max ? points : null;
}
