import { DomainError } from '#domain/errors.js';
import type { Column } from './column.js';

/** What is wrong with a row: the heading of its column and sentences that say what to do. No personal data. */
export interface Fault {
  readonly column: string;
  readonly messageZh: string;
  readonly messageEn: string;
}

/** A row with its number in the sheet as people see it (the headings are row 1). */
export interface Numbered<Row> {
  readonly number: number;
  readonly row: Row;
}

/** The faults of the rows of one sheet, by their numbers. */
export class RowFaults {
  readonly #byRow = new Map<number, Fault[]>();

  /** Rows with a fault. */
  get count(): number {
    return this.#byRow.size;
  }

  add(number: number, column: Pick<Column<unknown>, 'zh'>, messageZh: string, messageEn: string): void {
    const faults = this.#byRow.get(number) ?? [];
    faults.push({ column: column.zh, messageZh, messageEn });
    this.#byRow.set(number, faults);
  }

  /** Runs a rule; what it refuses is a fault of that cell in the rule's own words. */
  attempt<Value>(number: number, column: Pick<Column<unknown>, 'zh'>, rule: () => Value): Value | undefined {
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.add(number, column, error.refusal.messageZh, error.refusal.messageEn);
      return undefined;
    }
  }

  has(number: number): boolean {
    return this.#byRow.has(number);
  }

  of(number: number): readonly Fault[] {
    return this.#byRow.get(number) ?? [];
  }

  /** By row number. */
  all(): (Fault & { readonly row: number })[] {
    return [...this.#byRow]
      .sort(([one], [other]) => one - other)
      .flatMap(([row, faults]) => faults.map((fault) => ({ row, ...fault })));
  }
}
