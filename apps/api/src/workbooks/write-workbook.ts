import { Readable } from 'node:stream';

import { colToLetter, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import type { CellStyle, CellValue as Written, ColumnDef, DataValidation, WriteSheet } from 'hucre/xlsx';
import PizZip from 'pizzip';

/** What a cell holds: a text, a number, a day (`YYYY-MM-DD`), an instant (epoch ms, shown in Shanghai time), or nothing. */
export type CellValue = string | number | { readonly day: string } | { readonly instant: number } | null;

/** A column of a sheet that is written. */
export interface WrittenColumn {
  readonly zh: string;
  /** Characters. */
  readonly width?: number;
  /** The heading is marked as one that must be filled. */
  readonly required?: boolean;
  /**
   * What its cells are formatted as; by default text, so that Excel keeps long numbers and a text that begins like a formula stays one when somebody
   * edits it. Prose has no format: long sentences are shown whole.
   */
  readonly holds?: keyof typeof FORMATS;
  /** What people may choose. */
  readonly choices?: readonly string[];
}

/** A sheet with its headings in the first row. */
export interface WrittenSheet {
  readonly zh: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: Iterable<readonly CellValue[]>;
}

/** A list that is written while its rows come. */
export interface WrittenList extends Omit<WrittenSheet, 'rows'> {
  readonly rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>;
}

const FORMATS = {
  text: { numFmt: '@' },
  prose: {},
  number: {},
  day: { numFmt: 'yyyy-mm-dd' },
  instant: { numFmt: 'yyyy-mm-dd hh:mm' },
} as const satisfies Readonly<Record<string, CellStyle>>;
const HEADING: CellStyle = { ...FORMATS.text, font: { name: '宋体', size: 11, bold: true } };
const SHANGHAI_MS = 8 * 3_600_000;
const VALIDATED_ROWS = 20_001;
/** Excel takes so many characters of choices in one rule. */
const CHOICES_MAX = 255;
const CELL_MAX = 32_000;

/** A workbook of several sheets that people fill in or put right: headings in colour, lists to choose from. */
export async function formWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  return withColumnFormats(await writeXlsx({ sheets: sheets.map(sheetOf), stringMode: 'inline' }));
}

/** A list as a stream of bytes: its rows are written as they come, so that a long one is never in memory as a whole. */
export function listWorkbook({ zh, columns, rows }: WrittenList): Readable {
  const headings = columns.map((column) => ({ ...columnOf(column), header: column.zh }));
  const options = { name: zh, columns: headings, freezePane: { rows: 1 } };
  return Readable.from(writeXlsxStream(writtenRows(rows), options));
}

async function* writtenRows(rows: WrittenList['rows']): AsyncGenerator<Written[]> {
  for await (const row of rows) yield row.map(writtenOf);
}

function sheetOf({ zh, columns, rows }: WrittenSheet): WriteSheet {
  const body = Array.from(rows, (row) => columns.map((_, index) => writtenOf(row[index] ?? null)));
  const headings = columns.map(({ required }, index) => [`0,${index}`, { style: headingStyle(required) }] as const);
  return {
    name: zh,
    columns: columns.map(columnOf),
    rows: [columns.map((column) => column.zh), ...(body.length === 0 ? [columns.map(() => null)] : body)],
    cells: new Map(headings),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(validationOf),
  };
}

function columnOf({ zh, width, holds = 'text' }: WrittenColumn): ColumnDef {
  return { width: width ?? Math.max(12, zh.length * 2.5), style: FORMATS[holds] };
}

function headingStyle(required = false): CellStyle {
  const fgColor = { rgb: required ? 'FFE699' : 'E7E6E6' };
  return { ...HEADING, fill: { type: 'pattern', pattern: 'solid', fgColor } };
}

function validationOf({ choices = [] }: WrittenColumn, index: number): DataValidation[] {
  const length = choices.join(',').length;
  if (length === 0 || length > CHOICES_MAX) return [];
  const column = colToLetter(index);
  const range = `${column}2:${column}${VALIDATED_ROWS}`;
  const refusal = { allowBlank: true, showErrorMessage: true, errorTitle: '请选择', errorMessage: '请从列表中选择。' };
  return [{ type: 'list', values: [...choices], range, ...refusal }];
}

/** hucre knows no time zones: an instant is written as the day and hour that the clock shows in Shanghai. Of no text there is no cell. */
function writtenOf(value: CellValue): Written {
  if (value === null || value === '' || typeof value === 'number') return value === '' ? null : value;
  if (typeof value === 'string') return value.slice(0, CELL_MAX);
  return 'day' in value ? new Date(`${value.day}T00:00:00Z`) : new Date(value.instant + SHANGHAI_MS);
}

/**
 * hucre formats the cells that there are and not the empty column below them, where Excel would round an identity number as it is typed. So each column
 * gets the format of its cell in row 2, which hucre writes also when it is empty.
 */
function withColumnFormats(bytes: Uint8Array): Buffer {
  const zip = new PizZip(bytes);
  for (const { name } of zip.file(/^xl\/worksheets\/sheet\d+\.xml$/)) {
    const xml = zip.file(name)?.asText() ?? '';
    const formats = new Map(
      Array.from(xml.matchAll(/<c r="([A-Z]+)2"[^>]* s="(\d+)"/g), ([, at, style]) => [at, style]),
    );
    const formatted = xml.replaceAll(/<col min="(\d+)"/g, (column, at: string) => {
      const style = formats.get(colToLetter(Number(at) - 1));
      return style === undefined ? column : `${column} style="${style}"`;
    });
    zip.file(name, formatted);
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
