import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { useTexts } from '../text/language.js';

const TEXTS = {
  steps: ['步骤', 'Steps'],
  back: ['上一步', 'Back'],
  next: ['下一步', 'Next'],
} as const;

interface Named<Step extends string> {
  readonly step: Step;
  readonly name: string;
}

interface Props<Step extends string> {
  /** At least one; the form begins with the first. */
  readonly steps: readonly Named<Step>[];
  /** This step has buttons of its own at its foot. */
  readonly ownEnd?: Step;
  /** Told of every step that is gone to. */
  readonly onGo?: (step: Step) => void;
  readonly children: (step: Step, go: (step: Step) => void) => ReactNode;
}

/** A form in steps; one may go to any of them at any time, and the heading of the new one has the focus. */
export function Stepwise<Step extends string>({ steps, ownEnd, onGo, children }: Props<Step>) {
  const t = useTexts(TEXTS);
  /** null until somebody goes somewhere: a page that has just opened does not take the focus. */
  const [chosen, setChosen] = useState<Step | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = Math.max(
    steps.findIndex(({ step }) => step === chosen),
    0,
  );
  const go = (next: Step) => {
    onGo?.(next);
    setChosen(next);
  };
  useEffect(() => {
    if (chosen !== null) heading.current?.focus();
  }, [chosen]);
  const now = steps[at];
  if (now === undefined) return null;
  return (
    <div className="panel wizard">
      <ol className="steps" aria-label={t('steps')}>
        {steps.map(({ step, name }, place) => (
          <li key={step} className={place === at ? 'step step-now' : place < at ? 'step step-past' : 'step'}>
            <button type="button" onClick={() => go(step)} aria-current={place === at ? 'step' : undefined}>
              <span className="step-mark">{place + 1}</span>
              <span className="step-name">{name}</span>
            </button>
          </li>
        ))}
      </ol>
      <h2 ref={heading} tabIndex={-1} className="wizard-title">
        {now.name}
      </h2>
      {children(now.step, go)}
      {now.step === ownEnd ? null : <Ends before={steps[at - 1]?.step} after={steps[at + 1]?.step} go={go} />}
    </div>
  );
}

function Ends<Step extends string>({
  before,
  after,
  go,
}: {
  readonly before: Step | undefined;
  readonly after: Step | undefined;
  readonly go: (step: Step) => void;
}) {
  const t = useTexts(TEXTS);
  return (
    <div className="form-end">
      {before === undefined ? null : <Button onClick={() => go(before)}>{t('back')}</Button>}
      {after === undefined ? null : (
        <Button type="primary" onClick={() => go(after)}>
          {t('next')}
        </Button>
      )}
    </div>
  );
}
