import { FieldInvalid } from '#domain/errors.js';

/** How the values of a column are written: what a guide, a template and an error sentence say of it. */
export interface Form<Value> {
  /** For the reader of the template, for example 日期,如 2026-03-10. */
  readonly zh: string;
  /** What a template offers to choose from. */
  readonly choices?: readonly string[];
  /** Reads a text that is not empty. Throws a DomainError whose sentences say what to do. */
  readonly read: (text: string) => Value;
}

/** A column of a sheet. The same data makes the template, the reader, the sentences about errors and the guide. */
export interface Column<Value> {
  /** The heading, which finds the column: its place does not matter. */
  readonly zh: string;
  readonly required: boolean;
  /** Whether a workbook may lack it: one made from an earlier template is taken, each cell of it empty. */
  readonly mayLack: boolean;
  readonly form: Form<unknown>;
  readonly note: string;
  /** A text that the column takes. */
  readonly example: string;
  /** Reads what stands in a cell, '' for an empty one. Throws a DomainError. */
  readonly read: (text: string) => Value;
}

/** What a column is declared by; `note` says what a reader of the template must know beside the form. */
interface Declared<Value> {
  readonly zh: string;
  readonly form: Form<Value>;
  readonly example: string;
  readonly note?: string;
  readonly mayLack?: boolean;
}

/** A column in which every row has a value. An empty cell is refused by `CellEmpty`. */
export function required<Value>({ zh, form, example, note = '' }: Declared<Value>): Column<Value> {
  const read = (text: string): Value => {
    if (text === '') throw new CellEmpty(zh);
    return form.read(text);
  };
  return { zh, form, example, note, required: true, mayLack: false, read };
}

/** A column that may be empty: null. */
export function optional<Value>(declared: Declared<Value>): Column<Value | null> {
  const { zh, form, example, note = '', mayLack = false } = declared;
  const read = (text: string): Value | null => (text === '' ? null : form.read(text));
  return { zh, form, example, note, required: false, mayLack, read };
}

/** A column with a value for the empty cell. */
export function defaulted<Value>({ empty, ...declared }: Declared<Value> & { readonly empty: Value }): Column<Value> {
  const column = optional(declared);
  return { ...column, read: (text) => column.read(text) ?? empty };
}

/** A cell that must not be empty is. */
export class CellEmpty extends FieldInvalid {
  constructor(zh: string) {
    super(zh, '必填,请填写。', 'This cell must not be empty.');
  }
}
