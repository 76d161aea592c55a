import { useQuery } from '@tanstack/react-query';

import type { paths } from '../../../generated/api.js';
import { answered, api } from '../../api/client.js';
import type { Answer } from '../../api/answer.js';
import { Shown } from '../../parts/query-state.js';
import { Stepwise } from '../../parts/stepwise.js';
import { useTexts } from '../../text/language.js';
import { BasisStep } from './basis-step.js';
import { CheckStep } from './check-step.js';
import { EligibilityStep } from './eligibility-step.js';
import type { Change, FormData } from './form-data.js';
import { MembersStep } from './members-step.js';
import { ReasonsStep } from './reasons-step.js';
import { faultsOf, STEPS } from './steps.js';
import type { Fault } from './steps.js';

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
  const given: StepProps = { form, change, faults: faultsOf(form), people, organisation };
  return (
    <Stepwise steps={steps.map((step) => ({ step, name: t(step) }))}>
      {(step, go) => (
        <>
          {step === 'ELIGIBILITY' && assess !== undefined ? <EligibilityStep assess={assess} /> : null}
          {step === 'BASIS' ? <BasisStep {...given} /> : null}
          {step === 'MEMBERS' ? <MembersStep {...given} /> : null}
          {step === 'REASONS' ? <ReasonsStep {...given} /> : null}
          {step === 'CHECK' ? <CheckStep {...given} assess={assess} submit={submit} go={go} /> : null}
        </>
      )}
    </Stepwise>
  );
}
