import type { ReactNode } from 'react';

import { Stepwise } from '../../../parts/stepwise.js';
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

const TEXTS = { CHECK: ['核对', 'Check'] } as const;

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
  const faults = faultsOf(form);
  const nameOf = (step: Step) => (step === 'CHECK' ? t('CHECK') : word(step));
  const given = { form, change, faults };
  return (
    <Stepwise steps={STEPS.map((step) => ({ step, name: nameOf(step) }))}>
      {(step, go) => (
        <>
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
        </>
      )}
    </Stepwise>
  );
}
