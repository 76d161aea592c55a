import { useTexts } from '../../text/language.js';
import { faultsOf } from './plan-form.js';
import type { PlanForm, PlanStep } from './plan-form.js';
import { FAULT_TEXTS } from './plan-words.js';
import type { Outlook } from './queries.js';

interface Props {
  readonly form: PlanForm;
  readonly outlook: Outlook;
  readonly step: PlanStep;
}

/** What stands against the plan in this step, as it is written. */
export function Faults({ form, outlook, step }: Props) {
  const t = useTexts(FAULT_TEXTS);
  return (
    <div aria-live="polite">
      {faultsOf(form, outlook)
        .filter((fault) => fault.step === step)
        .map(({ kind }) => (
          <p key={kind} className="field-error">
            {t(kind)}
          </p>
        ))}
    </div>
  );
}
