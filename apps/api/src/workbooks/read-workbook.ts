import { cellRef, rangeRef, readXlsx } from 'hucre/xlsx';
import type { CellValue, ReadOptions, Sheet } from 'hucre/xlsx';

import { checkPackage } from './check-package.js';
import { WorkbookRefused } from './errors.js';

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

/** A workbook that is open: the names of its sheets, and their texts one sheet at a time. */
export interface OpenWorkbook {
  readonly sheets: readonly string[];
  /** The rows of a sheet with their cells as text. Throws WorkbookRefused naming the cell for formulas, merged cells, errors and too many rows. */
  readonly read: (sheet: string, maxRows: number) => Promise<SheetTexts>;
}

const MAX_TEXT = 2_000;
const MAX_COLUMN = 100;
const EXACT_DIGITS = 1e15;

/** Opens a workbook (.xlsx). Throws WorkbookRefused for anything else. */
export async function openWorkbook(bytes: Buffer): Promise<OpenWorkbook> {
  await checkPackage(bytes);
  const sheets: string[] = [];
  // The names alone: no sheet is read yet.
  await reading(bytes, ({ name }) => {
    sheets.push(name.trim());
    return false;
  });
  return {
    sheets,
    read: async (name, maxRows) => {
      const [sheet] = await reading(bytes, (info) => info.name.trim() === name);
      if (sheet === undefined) throw new WorkbookRefused('WORKBOOK_UNREADABLE');
      return textsOf(name, sheet, maxRows);
    },
  };
}

async function reading(bytes: Buffer, sheets: ReadOptions['sheets'] & object): Promise<readonly Sheet[]> {
  try {
    return (await readXlsx(bytes, { sheets })).sheets;
  } catch {
    // Broken bytes, a broken zip and broken XML are the same to whoever sent them.
    throw new WorkbookRefused('WORKBOOK_UNREADABLE');
  }
}

function textsOf(sheet: string, { rows, cells, merges = [] }: Sheet, maxRows: number): SheetTexts {
  const [merged] = merges;
  if (merged !== undefined) {
    const cell = rangeRef(merged.startRow, merged.startCol, merged.endRow, merged.endCol);
    throw new WorkbookRefused('WORKBOOK_MERGED_CELL', { sheet, cell });
  }
  for (const [key, { formula, type }] of cells ?? []) {
    const place = { sheet, cell: refOf(key) };
    if (formula !== undefined) throw new WorkbookRefused('WORKBOOK_FORMULA', place);
    if (type === 'error') throw new WorkbookRefused('WORKBOOK_CELL_INVALID', place);
  }
  const texts: RowTexts[] = [];
  for (const [index, values] of rows.entries()) {
    const row = values.flatMap((value, column) => cellText(sheet, index, column, value));
    if (row.length === 0) continue;
    if (texts.length >= maxRows)
      throw new WorkbookRefused('WORKBOOK_TOO_MANY_ROWS', { sheet, cell: cellRef(index, 0) }, maxRows - 1);
    texts.push({ number: index + 1, cells: row });
  }
  return texts;
}

/** hucre names a cell by its row and column, from 0. */
function refOf(key: string): string {
  const [row = 0, column = 0] = key.split(',').map(Number);
  return cellRef(row, column);
}

function cellText(sheet: string, row: number, column: number, value: CellValue): CellText[] {
  if (value === null) return [];
  const ref = cellRef(row, column);
  const place = { sheet, cell: ref };
  if (typeof value === 'number' && Math.abs(value) >= EXACT_DIGITS)
    throw new WorkbookRefused('WORKBOOK_NUMBER_TOO_LONG', place);
  if (value instanceof Date && Number.isNaN(value.getTime())) throw new WorkbookRefused('WORKBOOK_CELL_INVALID', place);
  const text = shown(value).trim();
  if (text === '') return [];
  if (text.length > MAX_TEXT) throw new WorkbookRefused('WORKBOOK_TEXT_TOO_LONG', place, MAX_TEXT);
  if (column > MAX_COLUMN) throw new WorkbookRefused('WORKBOOK_COLUMN_UNKNOWN', place, text.slice(0, 20));
  return [{ ref, column, text }];
}

function shown(value: Exclude<CellValue, null>): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}
