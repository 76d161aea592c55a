import type { RowFaults } from '#domain/workbook/faults.js';
import type { SheetRow } from '#domain/workbook/read-row.js';
import { FAULTS_ZH, MAX_ROWS, SHEETS } from '#domain/workbook/sheets.js';
import type { Columns, SheetKey } from '#domain/workbook/sheets.js';
import type { ImportSheets } from './import-sheets.js';
import { importColumns } from './template.js';
import { formWorkbook } from './write-workbook.js';

/** The sheets as they were sent, with a last column that says of every row what is wrong. It can be put right and sent again as it is. */
export function reportWorkbook(sheets: ImportSheets, faults: Readonly<Record<SheetKey, RowFaults>>): Promise<Buffer> {
  const written = SHEETS.map(({ key, zh, columns }) => ({
    zh,
    columns: [...importColumns(columns), { zh: FAULTS_ZH, width: 80, holds: 'prose' as const }],
    rows: reportRows(sheets[key], columns, faults[key]),
  }));
  return formWorkbook(written);
}

function* reportRows(rows: readonly SheetRow[], columns: Columns, faults: RowFaults): Generator<string[]> {
  const headings = Object.values(columns).map(({ zh }) => zh);
  let last = 1;
  for (const { number, texts } of rows) {
    // Rows keep their numbers, which the sentences name; only a gap that nobody would scroll through is closed.
    for (let empty = last + 1; empty < number && number <= 2 * MAX_ROWS; empty += 1) yield [];
    last = number;
    const sentences = faults.of(number).map(({ column, messageZh }) => `【${column}】${messageZh}`);
    yield [...headings.map((zh) => texts.get(zh) ?? ''), sentences.join('\n')];
  }
}
