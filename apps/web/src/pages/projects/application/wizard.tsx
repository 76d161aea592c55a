import { useQuery } from '@tanstack/react-query';

import type { Answer } from '../../../api/answer.js';
import { answered, api } from '../../../api/client.js';
import { Shown } from '../../../parts/query-state.js';
import { Stepwise } from '../../../parts/stepwise.js';
import { useTexts } from '../../../text/language.js';
import type { ChangeOf } from '../../apply/use-saved.js';
import type { Round } from '../../rounds/queries.js';
import '../projects.css';
import { BudgetStep } from './budget-step.js';
import { CheckStep } from './check-step.js';
import { faultsOf, STEPS } from './faults.js';
import type { Fault, Step } from './faults.js';
import type { ProjectForm } from './form-data.js';
import { IndicatorsStep } from './indicators-step.js';
import { PapersStep } from './papers-step.js';
import { PeopleStep } from './people-step.js';
import { ProjectStep } from './project-step.js';

const TEXTS = {
  PROJECT: ['项目概况', 'The project'],
  PEOPLE: ['负责人与团队', 'People'],
  INDICATORS: ['指标与计划', 'Indicators'],
  BUDGET: ['预算', 'Budget'],
  PAPERS: ['材料', 'Papers'],
  CHECK: ['核对提交', 'Check and submit'],
} as const;

/** What each step is given. */
export interface StepProps {
  readonly form: ProjectForm;
  readonly change: (part: ChangeOf<ProjectForm>) => void;
  readonly faults: readonly Fault[];
  readonly people: Answer<'/api/v1/organisations/{id}/people'>['items'];
  readonly round: Round;
  /** After a return for correction: the title stays. */
  readonly isCorrection: boolean;
}

type Props = Omit<StepProps, 'faults' | 'people'> & {
  readonly organisationId: string;
  readonly submit: () => Promise<void>;
};

/** The application in steps; one may go to any of them at any time. */
export function Wizard({ organisationId, ...props }: Props) {
  const people = useQuery({
    queryKey: ['people', organisationId],
    queryFn: () => answered(api.GET('/api/v1/organisations/{id}/people', { params: { path: { id: organisationId } } })),
  });
  return <Shown query={people}>{({ items }) => <InSteps {...props} people={items} />}</Shown>;
}

function InSteps({ submit, ...props }: Omit<Props, 'organisationId'> & Pick<StepProps, 'people'>) {
  const t = useTexts(TEXTS);
  const given: StepProps = { ...props, faults: faultsOf(props.form, props.round.configuration) };
  return (
    <Stepwise steps={STEPS.map((step) => ({ step, name: t(step) }))}>
      {(step, go) => <OneStep step={step} given={given} submit={submit} go={go} />}
    </Stepwise>
  );
}

interface OneStepProps {
  readonly step: Step;
  readonly given: StepProps;
  readonly submit: () => Promise<void>;
  readonly go: (step: Step) => void;
}

function OneStep({ step, given, submit, go }: OneStepProps) {
  switch (step) {
    case 'PROJECT':
      return <ProjectStep {...given} />;
    case 'PEOPLE':
      return <PeopleStep {...given} />;
    case 'INDICATORS':
      return <IndicatorsStep {...given} />;
    case 'BUDGET':
      return <BudgetStep {...given} />;
    case 'PAPERS':
      return <PapersStep {...given} />;
    default:
      return <CheckStep {...given} submit={submit} go={go} />;
  }
}
