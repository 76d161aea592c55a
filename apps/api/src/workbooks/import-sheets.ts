import { colToLetter } from 'hucre/xlsx';

import type { SheetRow } from '#domain/workbook/read-row.js';
import { FAULTS_ZH, INSTRUCTIONS_ZH, MAX_ROWS, SHEETS } from '#domain/workbook/sheets.js';
import type { Columns, SheetKey } from '#domain/workbook/sheets.js';
import { WorkbookRefused } from './errors.js';
import { openWorkbook } from './read-workbook.js';
import type { RowTexts, SheetTexts } from './read-workbook.js';

/** The rows of every sheet as texts by heading. */
export type ImportSheets = Readonly<Record<SheetKey, readonly SheetRow[]>>;

/** Reads a workbook that is to be imported. Throws WorkbookRefused naming sheet and cell for what is not of the template's form. */
export async function readImportSheets(bytes: Buffer): Promise<ImportSheets> {
  const workbook = await openWorkbook(bytes);
  const known = SHEETS.map(({ zh }) => zh);
  const unknown = workbook.sheets.find((name) => name !== INSTRUCTIONS_ZH && !known.some((zh) => zh === name));
  if (unknown !== undefined) throw new WorkbookRefused('WORKBOOK_SHEET_UNKNOWN', { sheet: unknown }, known.join('、'));
  const missing = known.find((zh) => !workbook.sheets.includes(zh));
  if (missing !== undefined) throw new WorkbookRefused('WORKBOOK_SHEET_MISSING', { sheet: missing });
  const rowsOf = async (key: SheetKey) => {
    const { zh, columns } = SHEETS.find((sheet) => sheet.key === key) ?? SHEETS[0];
    return byHeading(zh, columns, await workbook.read(zh, MAX_ROWS + 1));
  };
  // One after the other: a sheet at a time is unpacked.
  const sheets = {
    organisations: await rowsOf('organisations'),
    posts: await rowsOf('posts'),
    members: await rowsOf('members'),
  };
  if (Object.values(sheets).every((rows) => rows.length === 0)) throw new WorkbookRefused('WORKBOOK_EMPTY');
  return sheets;
}

function byHeading(sheet: string, columns: Columns, rows: SheetTexts): SheetRow[] {
  const [head, ...body] = rows;
  const headings = headingsOf(sheet, columns, head);
  return body
    .map(({ number, cells }) => {
      const texts = new Map<string, string>();
      for (const { ref, column, text } of cells) {
        const heading = headings.get(column);
        if (heading === undefined)
          throw new WorkbookRefused('WORKBOOK_COLUMN_UNKNOWN', { sheet, cell: ref }, colToLetter(column));
        if (heading !== FAULTS_ZH) texts.set(heading, text);
      }
      return { number, texts };
    })
    .filter(({ texts }) => texts.size > 0);
}

/** The heading of every column; the headings are row 1 and their order does not matter. */
function headingsOf(sheet: string, columns: Columns, head: RowTexts | undefined): ReadonlyMap<number, string> {
  const known = Object.values(columns).map(({ zh }) => zh);
  const cells = head?.number === 1 ? head.cells : [];
  const headings = new Map<number, string>();
  for (const { ref, column, text } of cells) {
    const heading = text.replace(/\s*[**]$/, '');
    if (heading !== FAULTS_ZH && !known.includes(heading))
      throw new WorkbookRefused('WORKBOOK_COLUMN_UNKNOWN', { sheet, cell: ref }, heading.slice(0, 40));
    if ([...headings.values()].includes(heading))
      throw new WorkbookRefused('WORKBOOK_COLUMN_TWICE', { sheet, cell: ref }, heading);
    headings.set(column, heading);
  }
  const needed = Object.values(columns).filter(({ mayLack }) => !mayLack);
  const missing = needed.find(({ zh }) => ![...headings.values()].includes(zh))?.zh;
  if (missing !== undefined)
    throw new WorkbookRefused('WORKBOOK_COLUMN_MISSING', { sheet, cell: `${colToLetter(headings.size)}1` }, missing);
  return headings;
}
