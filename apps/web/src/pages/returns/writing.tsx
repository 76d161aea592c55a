import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { RETURN_SECTIONS } from '#domain/annual-inspection/return-form.js';
import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';
import { Shown } from '../../parts/query-state.js';
import { Stepwise } from '../../parts/stepwise.js';
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
  const [told, setTold] = useState(false);
  const nameOf = (step: Step) => (step === 'CHECK' ? t('CHECK') : label(RETURN_SECTIONS[step]));
  const given: StepProps = { caseNo, form, change, faults: faultsOf(form), told, prefill, people };
  return (
    <Stepwise
      steps={steps.map((step) => ({ step, name: nameOf(step) }))}
      onGo={(step) => (step === 'CHECK' ? setTold(true) : undefined)}
    >
      {(step, go) =>
        step === 'CHECK' ? (
          <CheckStep {...given} kind={kind} go={go} submit={submit} busy={busy} error={error} />
        ) : (
          <Section step={step} given={given} />
        )
      }
    </Stepwise>
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
