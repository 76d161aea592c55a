import type { Readable } from 'node:stream';

import { WorkbookRefused } from './errors.js';
import type { Place } from './errors.js';
import { walkXml } from './walk-xml.js';
import type { Attributes } from './walk-xml.js';

/** A cell with its place, for example B7, and its text, never empty. */
export interface CellText {
  readonly ref: string;
  /** From 0. */
  readonly column: number;
  readonly text: string;
}

/** A row that has a text. */
export interface RowTexts {
  /** As people see it, from 1. */
  readonly number: number;
  readonly cells: readonly CellText[];
}

export type SheetTexts = readonly RowTexts[];

/** What the texts of a sheet are read with. */
export interface SheetContext {
  readonly sheet: string;
  /** Rows with text, the headings included. */
  readonly maxRows: number;
  readonly shared: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly since1904: boolean;
}

const MAX_TEXT = 2_000;
const MAX_COLUMN = 100;
const EXACT_DIGITS = 1e15;
const DAY_MS = 86_400_000;
// Excel counts a 29 February 1900, so its days agree with the calendar from 1 March 1900 on when they are counted from here.
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

/** Reads a sheet as it is unpacked. Throws WorkbookRefused. */
export async function readSheet(stream: Readable, context: SheetContext): Promise<SheetTexts> {
  const reading = new Reading(context);
  await walkXml(stream, {
    open: (name, attribute) => reading.open(name, attribute),
    text: (text) => reading.text(text),
    close: (name) => reading.close(name),
  });
  return reading.rows;
}

/** One walk through a sheet. */
class Reading {
  readonly rows: RowTexts[] = [];
  #row = 0;
  #cells: CellText[] = [];
  #ref = '';
  #column = -1;
  #type = 'n';
  #style = 0;
  #value: string[] = [];
  #inValue = false;
  #inReading = false;

  constructor(private readonly context: SheetContext) {}

  open(name: string, attribute: Attributes): void {
    if (name === 'row') this.#beginRow(attribute);
    else if (name === 'c') this.#beginCell(attribute);
    else if (name === 'f') throw new WorkbookRefused('WORKBOOK_FORMULA', this.#place());
    else if (name === 'mergeCell')
      throw new WorkbookRefused('WORKBOOK_MERGED_CELL', { sheet: this.context.sheet, cell: attribute('ref') ?? '' });
    else if (name === 'rPh') this.#inReading = true;
    else if (name === 'v' || name === 't') this.#inValue = !this.#inReading && this.#column >= 0;
  }

  text(text: string): void {
    if (this.#inValue) this.#value.push(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'rPh') this.#inReading = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
  }

  #beginRow(attribute: Attributes): void {
    const number = Number(attribute('r') ?? this.#row + 1);
    if (!Number.isSafeInteger(number) || number <= this.#row) throw new WorkbookRefused('WORKBOOK_UNREADABLE');
    this.#row = number;
    this.#cells = [];
    this.#column = -1;
  }

  #beginCell(attribute: Attributes): void {
    const ref = attribute('r') ?? `${letters(this.#column + 1)}${this.#row}`;
    this.#ref = ref;
    this.#column = columnOf(ref);
    this.#type = attribute('t') ?? 'n';
    this.#style = Number(attribute('s') ?? 0);
    this.#value = [];
  }

  #endCell(): void {
    const text = this.#textOf(this.#value.join('')).trim();
    if (text === '') return;
    if (text.length > MAX_TEXT) throw new WorkbookRefused('WORKBOOK_TEXT_TOO_LONG', this.#place(), MAX_TEXT);
    if (this.#column > MAX_COLUMN)
      throw new WorkbookRefused('WORKBOOK_COLUMN_UNKNOWN', this.#place(), text.slice(0, 20));
    this.#cells.push({ ref: this.#ref, column: this.#column, text });
  }

  #endRow(): void {
    this.#column = -1;
    if (this.#cells.length === 0) return;
    const { sheet, maxRows } = this.context;
    if (this.rows.length >= maxRows)
      throw new WorkbookRefused('WORKBOOK_TOO_MANY_ROWS', { sheet, cell: `A${this.#row}` }, maxRows - 1);
    this.rows.push({ number: this.#row, cells: this.#cells });
  }

  #textOf(value: string): string {
    switch (this.#type) {
      case 's':
        return this.context.shared[Number(value)] ?? '';
      case 'b':
        return value === '1' ? '是' : '否';
      case 'e':
        throw new WorkbookRefused('WORKBOOK_CELL_INVALID', this.#place());
      case 'd':
        return value.slice(0, 10);
      case 'n':
        return value === '' ? '' : this.#numberOf(Number(value));
      default:
        return value;
    }
  }

  #numberOf(value: number): string {
    if (!Number.isFinite(value)) throw new WorkbookRefused('WORKBOOK_CELL_INVALID', this.#place());
    if (this.context.dateStyles.has(this.#style) && value >= 0 && value <= LAST_DAY) {
      const zero = this.context.since1904 ? DAY_ZERO_1904 : DAY_ZERO;
      return new Date(zero + Math.floor(value) * DAY_MS).toISOString().slice(0, 10);
    }
    if (Math.abs(value) >= EXACT_DIGITS) throw new WorkbookRefused('WORKBOOK_NUMBER_TOO_LONG', this.#place());
    return String(value);
  }

  #place(): Place {
    return { sheet: this.context.sheet, cell: this.#ref };
  }
}

/** 0 for A, 26 for AA. */
function columnOf(ref: string): number {
  const name = /^[A-Z]{1,3}/.exec(ref)?.[0];
  if (name === undefined) throw new WorkbookRefused('WORKBOOK_UNREADABLE');
  return Array.from(name).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A for 0, AA for 26. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? '' : letters(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}
