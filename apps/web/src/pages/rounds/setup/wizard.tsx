import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { StepList } from '../../../parts/step-list.js';
import { useTexts } from '../../../text/language.js';
import { CONFIGURATION_TEXTS } from '../configuration-words.js';
import { BasisStep } from './basis-step.js';
import { CheckStep } from './check-step.js';
import { ClassesStep } from './classes-step.js';
import { faultsOf, STEPS } from './faults.js';
import type { Step } from './faults.js';
import type { RoundForm } from './form-data.js';
import { MoneyStep } from './money-step.js';
import { ScoringStep } from './scoring-step.js';
import { TimeStep } from './time-step.js';

const TEXTS = {
  CHECK: ['核对', 'Check'],
  back: ['上一步', 'Back'],
  next: ['下一步', 'Next'],
} as const;

interface Props {
  readonly form: RoundForm;
  readonly change: (part: Partial<RoundForm>) => void;
  /** The round is there already: series, edition and division stay. */
  readonly isFixed: boolean;
  /** What is done with a configuration without faults. */
  readonly finish: (isWhole: boolean) => ReactNode;
}

/** A round in steps; one may go to any of them at any time. */
export function SetupWizard({ form, change, isFixed, finish }: Props) {
  const t = useTexts(TEXTS);
  const word = useTexts(CONFIGURATION_TEXTS);
  const [step, setStep] = useState<Step>('BASIS');
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const at = STEPS.indexOf(step);
  const faults = faultsOf(form);
  const go = (next: Step | undefined) => {
    if (next === undefined) return;
    moved.current = true;
    setStep(next);
  };
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [step]);
  const nameOf = (one: Step) => (one === 'CHECK' ? t('CHECK') : word(one));
  const given = { form, change, faults };
  return (
    <div className="panel wizard">
      <StepList steps={STEPS.map((one) => ({ step: one, name: nameOf(one) }))} at={at} go={go} />
      <h2 ref={heading} tabIndex={-1} className="wizard-title">
        {nameOf(step)}
      </h2>
      {step === 'BASIS' ? <BasisStep {...given} isFixed={isFixed} /> : null}
      {step === 'CLASSES' ? <ClassesStep {...given} /> : null}
      {step === 'MONEY' ? <MoneyStep {...given} /> : null}
      {step === 'SCORING' ? <ScoringStep {...given} /> : null}
      {step === 'TIME' ? <TimeStep {...given} /> : null}
      {step === 'CHECK' ? (
        <CheckStep {...given} go={go} isFixed={isFixed}>
          {finish(faults.length === 0)}
        </CheckStep>
      ) : null}
      <div className="form-end rounds-end">
        {at > 0 ? <Button onClick={() => go(STEPS[at - 1])}>{t('back')}</Button> : null}
        {at < STEPS.length - 1 ? (
          <Button type="primary" onClick={() => go(STEPS[at + 1])}>
            {t('next')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
