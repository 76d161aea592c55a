import { entriesOf } from '../api/entries.js';
import { ProblemError } from '../api/problem.js';

/** What of a body is wrong: where, and a sentence that does not say where. */
interface Fault {
  readonly field: string;
  readonly messageZh: string;
  readonly messageEn: string;
}

/**
 * A refusal in the words of the form that was sent: a field is called by its label, and what has none is told without its path in the body, which is
 * the server's name for it. `labelOf` answers the label of the field at such a path. Any other error stays as it is.
 */
export function toldByLabels(error: unknown, labelOf: (path: string) => string | null): unknown {
  if (!(error instanceof ProblemError)) return error;
  const faults = faultsOf(error.problem.details);
  if (faults.length === 0) return error;
  const told = faults.map(({ field, messageZh, messageEn }) => {
    const label = labelOf(field);
    return label === null
      ? { zh: messageZh, en: messageEn }
      : { zh: `${label}:${messageZh}`, en: `${label}: ${messageEn}` };
  });
  return new ProblemError({
    ...error.problem,
    messageZh: [...new Set(told.map(({ zh }) => zh))].join(''),
    messageEn: [...new Set(told.map(({ en }) => en))].join(' '),
  });
}

/**
 * The ids that the input of a field may have whose path in a body is this, the closest first: `facts.to.0` is a choice in `facts_to`. A form that is
 * handed in with an act is told of by its own paths.
 */
export function inputIdsOf(path: string): string[] {
  return [path, `form.${path}`, path.replace(/^facts\./, '')].flatMap((one) => {
    const steps = one.split('.');
    return steps.map((_, n) => steps.slice(0, steps.length - n).join('_'));
  });
}

function faultsOf(details: unknown): Fault[] {
  const found = entriesOf(details).find(([name]) => name === 'faults')?.[1];
  return Array.isArray(found) ? found.filter(isFault) : [];
}

const isFault = (value: unknown): value is Fault => {
  const fault = Object.fromEntries(entriesOf(value));
  return [fault.field, fault.messageZh, fault.messageEn].every((part) => typeof part === 'string');
};
