import { useTexts } from '../text/language.js';

const TEXTS = { steps: ['步骤', 'Steps'] } as const;

interface Props<Step extends string> {
  readonly steps: readonly { readonly step: Step; readonly name: string }[];
  /** Place of the one that is shown, from 0. */
  readonly at: number;
  readonly go: (step: Step) => void;
}

/** Where one is among the steps of a form; each leads there. */
export function StepList<Step extends string>({ steps, at, go }: Props<Step>) {
  const t = useTexts(TEXTS);
  return (
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
  );
}
