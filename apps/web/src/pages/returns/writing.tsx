import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { RETURN_SECTIONS } from '#domain/annual-inspection/return-form.js';
import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';
import { Shown } from '../../parts/query-state.js';
import { StepList } from '../../parts/step-list.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { ChangeOf } from '../apply/use-saved.js';
import { ActivitiesStep } from './activities-step.js';
import { BasicsStep } from './basics-step.js';
import { CheckStep } from './check-step.js';
import { FinanceStep } from './finance-step.js';
import { PartyStep } from './party-step.js';
import { RectificationStep } from './rectification-step.js';
import { faultsOf } from './return-data.js';
import type { Fault, ReturnData } from './return-data.js';
import { stepsOf } from './steps.js';
import type { Step } from './steps.js';

export type Prefill = Answer<'/api/v1/returns/{caseNo}/prefill'>;
type People = Answer<'/api/v1/organisations/{id}/people'>['items'];

const TEXTS = {
  CHECK: ['检查报送', 'Check and file'],
  back: ['上一步', 'Back'],
  next: ['下一步', 'Next'],
} as const;

/** What each step is given. */
export interface StepProps {
  readonly caseNo: string;
  readonly form: ReturnData;
  readonly change: (part: ChangeOf<ReturnData>) => void;
  readonly faults: readonly Fault[];
  /** What is missing is told, because the last step was looked at. */
  readonly told: boolean;
  readonly prefill: Prefill;
  readonly people: People;
}

interface Props {
  readonly caseNo: string;
  readonly organisationId: string;
  readonly form: ReturnData;
  readonly change: StepProps['change'];
  readonly prefill: Prefill;
  readonly kind: 'submitReturn' | 'submitLate' | 'resubmit';
  readonly submit: () => void;
  readonly busy: boolean;
  readonly error: unknown;
}

/** The return in steps; one may go to any of them at any time. */
export function Writing({ organisationId, ...props }: Props) {
  const people = useQuery({
    queryKey: ['people', organisationId],
    queryFn: () => answered(api.GET('/api/v1/organisations/{id}/people', { params: { path: { id: organisationId } } })),
  });
  return <Shown query={people}>{({ items }) => <InSteps {...props} people={items} />}</Shown>;
}

type InStepsProps = Omit<Props, 'organisationId'> & { readonly people: People };

function InSteps({ caseNo, form, change, prefill, people, kind, submit, busy, error }: InStepsProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const steps = stepsOf(form.lastYearRectification !== undefined);
  const [step, setStep] = useState<Step>('basics');
  const [told, setTold] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const at = Math.max(steps.indexOf(step), 0);
  const go = (next: Step | undefined) => {
    if (next === undefined) return;
    moved.current = true;
    if (next === 'CHECK') setTold(true);
    setStep(next);
  };
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [step]);
  const nameOf = (each: Step) => (each === 'CHECK' ? t('CHECK') : label(RETURN_SECTIONS[each]));
  const given: StepProps = { caseNo, form, change, faults: faultsOf(form), told, prefill, people };
  return (
    <div className="panel wizard">
      <StepList steps={steps.map((each) => ({ step: each, name: nameOf(each) }))} at={at} go={go} />
      <h2 ref={heading} tabIndex={-1} className="wizard-title">
        {nameOf(step)}
      </h2>
      {step === 'CHECK' ? (
        <CheckStep {...given} kind={kind} go={go} submit={submit} busy={busy} error={error} />
      ) : (
        <Section step={step} given={given} />
      )}
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

function Section({ step, given }: { readonly step: Exclude<Step, 'CHECK'>; readonly given: StepProps }) {
  switch (step) {
    case 'basics':
      return <BasicsStep {...given} />;
    case 'activities':
      return <ActivitiesStep {...given} />;
    case 'finance':
      return <FinanceStep {...given} />;
    case 'partyBuilding':
      return <PartyStep {...given} />;
    case 'lastYearRectification':
      return <RectificationStep {...given} />;
  }
}
