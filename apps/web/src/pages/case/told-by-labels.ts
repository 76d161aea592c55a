import { entriesOf } from '../../api/entries.js';
import { ProblemError } from '../../api/problem.js';

/** The place of a field in a form: `['facts', 'to']`. */
export type FieldName = readonly (string | number)[];

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

/** The field of a form that a path in the body of an act is about: `facts.to.0.userId` belongs to `['facts', 'to']`. A form that is handed in is told of by its own paths. */
export function fieldAt(path: string, names: readonly FieldName[]): FieldName | undefined {
  const paths = [path, `form.${path}`, path.replace(/^facts\./, '')];
  return names.find((name) => {
    const place = name.join('.');
    return paths.some((one) => one === place || one.startsWith(`${place}.`));
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
