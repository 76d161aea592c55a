import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';

import type { paths } from '../../../generated/api.js';
import { answered, api } from '../../api/client.js';
import type { Answer } from '../../api/answer.js';
import { Shown } from '../../parts/query-state.js';
import { useTexts } from '../../text/language.js';
import { BasisStep } from './basis-step.js';
import { CheckStep } from './check-step.js';
import { EligibilityStep } from './eligibility-step.js';
import type { Change, FormData } from './form-data.js';
import { MembersStep } from './members-step.js';
import { ReasonsStep } from './reasons-step.js';
import { faultsOf, STEPS } from './steps.js';
import type { Fault, Step } from './steps.js';

export type Assessment =
  paths['/api/v1/drafts/{id}/assessment']['post']['responses']['200']['content']['application/json'];
export type People = Answer<'/api/v1/organisations/{id}/people'>['items'];
export type Organisation = Answer<'/api/v1/organisations/{id}'>;

const TEXTS = {
  ELIGIBILITY: ['看是否符合条件', 'Do we qualify'],
  BASIS: ['基本情况', 'Basis'],
  MEMBERS: ['党员名册', 'Members'],
  REASONS: ['理由与材料', 'Reasons and papers'],
  CHECK: ['核对提交', 'Check and submit'],
  steps: ['步骤', 'Steps'],
  back: ['上一步', 'Back'],
  next: ['下一步', 'Next'],
} as const;

/** What each step is given. */
export interface StepProps {
  readonly form: FormData;
  readonly change: (part: Change) => void;
  readonly faults: readonly Fault[];
  readonly people: People;
  readonly organisation: Organisation;
}

interface Props {
  readonly form: FormData;
  readonly change: (part: Change) => void;
  readonly organisationId: string;
  /** Absent where there is no draft to assess: a supplement. */
  readonly assess?: () => Promise<Assessment>;
  readonly submit: () => Promise<void>;
}

/** The application in steps; one may go to any of them at any time. */
export function Wizard({ organisationId, ...props }: Props) {
  const path = { params: { path: { id: organisationId } } };
  const organisation = useQuery({
    queryKey: ['organisation', organisationId],
    queryFn: () => answered(api.GET('/api/v1/organisations/{id}', path)),
  });
  const people = useQuery({
    queryKey: ['people', organisationId],
    queryFn: () => answered(api.GET('/api/v1/organisations/{id}/people', path)),
  });
  return (
    <Shown query={organisation}>
      {(of) => <Shown query={people}>{({ items }) => <InSteps {...props} organisation={of} people={items} />}</Shown>}
    </Shown>
  );
}

type InStepsProps = Omit<Props, 'organisationId'> & { readonly organisation: Organisation; readonly people: People };

function InSteps({ form, change, organisation, people, assess, submit }: InStepsProps) {
  const t = useTexts(TEXTS);
  const steps = STEPS.filter((step) => step !== 'ELIGIBILITY' || assess !== undefined);
  const [step, setStep] = useState<Step>(steps[0] ?? 'BASIS');
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const at = steps.indexOf(step);
  const faults = faultsOf(form);
  const go = (next: Step | undefined) => {
    if (next === undefined) return;
    moved.current = true;
    setStep(next);
  };
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [step]);

  const given: StepProps = { form, change, faults, people, organisation };
  return (
    <div className="panel wizard">
      <StepList steps={steps} at={at} go={go} />
      <h2 ref={heading} tabIndex={-1} className="wizard-title">
        {t(step)}
      </h2>
      {step === 'ELIGIBILITY' && assess !== undefined ? <EligibilityStep assess={assess} /> : null}
      {step === 'BASIS' ? <BasisStep {...given} /> : null}
      {step === 'MEMBERS' ? <MembersStep {...given} /> : null}
      {step === 'REASONS' ? <ReasonsStep {...given} /> : null}
      {step === 'CHECK' ? <CheckStep {...given} assess={assess} submit={submit} go={go} /> : null}
      <div className="form-end">
        {at > 0 ? <Button onClick={() => go(steps[at - 1])}>{t('back')}</Button> : null}
        {at < steps.length - 1 ? (
          <Button type="primary" onClick={() => go(steps[at + 1])}>
            {t('next')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Where one is among the steps; each leads there. */
function StepList({
  steps,
  at,
  go,
}: {
  readonly steps: readonly Step[];
  readonly at: number;
  readonly go: (step: Step) => void;
}) {
  const t = useTexts(TEXTS);
  return (
    <ol className="steps" aria-label={t('steps')}>
      {steps.map((step, place) => (
        <li key={step} className={place === at ? 'step step-now' : place < at ? 'step step-past' : 'step'}>
          <button type="button" onClick={() => go(step)} aria-current={place === at ? 'step' : undefined}>
            <span className="step-mark">{place + 1}</span>
            <span className="step-name">{t(step)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
