import { PassThrough, Readable } from 'node:stream';

import { ZipFile } from 'yazl';

import { letters } from './read-sheet.js';

/** What a cell holds: a text, a number, a day (`YYYY-MM-DD`), an instant (epoch ms, shown in Shanghai time), or nothing. */
export type CellValue = string | number | { readonly day: string } | { readonly instant: number } | null;

/** A column of a sheet that is written. */
export interface WrittenColumn {
  readonly zh: string;
  /** Characters. */
  readonly width?: number;
  /** The heading is marked as one that must be filled. */
  readonly required?: boolean;
  /** The cells of the column are text before anything is typed, so that Excel keeps long numbers. */
  readonly asText?: boolean;
  /** What people may choose. */
  readonly choices?: readonly string[];
}

/** A sheet that is written while its rows come. */
export interface WrittenSheet {
  readonly zh: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>;
}

const STYLE = { plain: 0, heading: 1, requiredHeading: 2, day: 3, instant: 4, text: 5, quoted: 6 } as const;
const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const SHANGHAI_MS = 8 * 3_600_000;
const VALIDATED_ROWS = 20_001;
/** Excel takes so many characters of choices in one rule. */
const CHOICES_MAX = 255;
const CELL_MAX = 32_000;
const CHUNK = 64 * 1024;

/**
 * A workbook as a stream of bytes: rows are written as they come, so that a long list is never in memory as a whole. Every text is written as
 * text; one that begins like a formula is also marked as such (quotePrefix), so that it stays text when somebody edits or copies it.
 */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Readable {
  const zip = new ZipFile();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(XML + xml, 'utf8'), name);
  add('[Content_Types].xml', contentTypes(sheets.length));
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbookXml(sheets));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  );
  add('xl/styles.xml', STYLES);
  const output = zip.outputStream.pipe(new PassThrough());
  sheets.forEach((sheet, index) => {
    const stream = Readable.from(sheetXml(sheet));
    stream.on('error', (error) => output.destroy(error));
    zip.addReadStream(stream, `xl/worksheets/sheet${index + 1}.xml`);
  });
  zip.end();
  return output;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function* sheetXml({ columns, rows }: WrittenSheet): AsyncGenerator<Buffer> {
  let xml = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  xml += `<cols>${columns.map(columnXml).join('')}</cols><sheetData>`;
  xml += rowXml(
    1,
    columns.map(({ zh }) => zh),
    (column) => (columns[column]?.required === true ? STYLE.requiredHeading : STYLE.heading),
  );
  let number = 1;
  for await (const row of rows) {
    number += 1;
    xml += rowXml(number, row, (column) => (columns[column]?.asText === true ? STYLE.text : STYLE.plain));
    if (xml.length < CHUNK) continue;
    yield Buffer.from(xml, 'utf8');
    xml = '';
  }
  xml += `</sheetData>${validations(columns)}</worksheet>`;
  yield Buffer.from(xml, 'utf8');
}

function columnXml({ zh, width, asText }: WrittenColumn, index: number): string {
  const at = index + 1;
  return `<col min="${at}" max="${at}" width="${width ?? Math.max(12, zh.length * 2.5)}" style="${asText === true ? STYLE.text : STYLE.plain}" customWidth="1"/>`;
}

function rowXml(number: number, values: readonly CellValue[], styleOf: (column: number) => number): string {
  const cells = values.map((value, column) => cellXml(`${letters(column)}${number}`, value, styleOf(column)));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml(ref: string, value: CellValue, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
  if (typeof value === 'string') {
    const marked = /^[=+\-@\t\r]/.test(value) ? STYLE.quoted : style;
    return `<c r="${ref}" s="${marked}" t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, CELL_MAX))}</t></is></c>`;
  }
  if ('day' in value)
    return `<c r="${ref}" s="${STYLE.day}"><v>${(Date.parse(`${value.day}T00:00:00Z`) - DAY_ZERO) / DAY_MS}</v></c>`;
  return `<c r="${ref}" s="${STYLE.instant}"><v>${(value.instant + SHANGHAI_MS - DAY_ZERO) / DAY_MS}</v></c>`;
}

function validations(columns: readonly WrittenColumn[]): string {
  const rules = columns.flatMap(({ choices }, index) => {
    const list = choices?.join(',') ?? '';
    if (list === '' || list.length > CHOICES_MAX) return [];
    const column = letters(index);
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="请选择" error="请从列表中选择。" sqref="${column}2:${column}${VALIDATED_ROWS}"><formula1>"${escaped(list)}"</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function contentTypes(sheets: number): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${spreadsheet}.${kind}+xml"/>`;
  const parts = Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet'));
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${parts.join('')}</Types>`;
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const each = sheets.map(
    ({ zh }, index) => `<sheet name="${escaped(zh)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`;
}

const FONT = (more: string) => `<font>${more}<sz val="11"/><name val="宋体"/></font>`;
const FILL = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;
const XF = (format: number, font: number, fill: number, more = '') =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${more}/>`;
/** In the order of STYLE. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
<fonts count="2">${FONT('')}${FONT('<b/>')}</fonts>
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${FILL('FFE7E6E6')}${FILL('FFFFE699')}</fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="7">${XF(0, 0, 0)}${XF(49, 1, 2)}${XF(49, 1, 3)}${XF(164, 0, 0)}${XF(165, 0, 0)}${XF(49, 0, 0)}${XF(49, 0, 0, ' quotePrefix="1"')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Text as XML takes it: control characters, which it does not, become a mark. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
