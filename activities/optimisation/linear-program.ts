/** A term of a row: how often a variable counts. */
export type LinearTerm = readonly [coefficient: number, variable: string];

/** A row: its terms compared with a number. An empty row says nothing and is left out. */
export interface LinearRow {
  readonly terms: readonly LinearTerm[];
  readonly sense: '<=' | '>=' | '=';
  readonly right: number;
}

/** A program over variables of 0 and more; those in `bounds` have a lower and an upper end. */
export interface LinearProgram {
  readonly sense: 'Maximize' | 'Minimize';
  readonly objective: readonly LinearTerm[];
  readonly rows: readonly LinearRow[];
  readonly bounds: readonly (readonly [variable: string, low: number, high: number])[];
  /** Variables that are whole numbers. */
  readonly whole: readonly string[];
}

// The reader of LP text limits the length of a line.
const TERMS_PER_LINE = 20;

/** The program as CPLEX LP text. Names of variables are letters, digits and `_`. */
export function lpText({ sense, objective, rows, bounds, whole }: LinearProgram): string {
  const kept = rows.filter(({ terms }) => terms.length > 0);
  return [
    sense,
    ` obj: ${sum(objective)}`,
    'Subject To',
    ...kept.map(({ terms, sense: compared, right }, index) => ` r${index}: ${sum(terms)} ${compared} ${right}`),
    'Bounds',
    ...bounds.map(([variable, low, high]) => ` ${low} <= ${variable} <= ${high}`),
    ...(whole.length > 0 ? ['Generals', ` ${wrapped(whole)}`] : []),
    'End',
    '',
  ].join('\n');
}

const sum = (terms: readonly LinearTerm[]): string =>
  wrapped(
    terms.map(([coefficient, variable]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${variable}`),
  );

function wrapped(words: readonly string[]): string {
  const lines = Array.from({ length: Math.ceil(words.length / TERMS_PER_LINE) }, (_, index) =>
    words.slice(index * TERMS_PER_LINE, (index + 1) * TERMS_PER_LINE).join(' '),
  );
  return lines.join('\n  ');
}
