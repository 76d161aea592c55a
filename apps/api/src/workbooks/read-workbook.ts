import type { Readable } from 'node:stream';

import { WorkbookRefused } from './errors.js';
import { packageParts } from './package-parts.js';
import type { Parts } from './package-parts.js';
import { readSheet } from './read-sheet.js';
import type { SheetTexts } from './read-sheet.js';
import { walkXml } from './walk-xml.js';

/** Number formats of dates that have no text in the file (ECMA-376, 18.8.30, with those of Chinese Excel). */
const BUILT_IN_DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
const MAX_SHEETS = 50;

/** A workbook that is open: the names of its sheets, and their texts one sheet at a time. */
export interface OpenWorkbook {
  readonly sheets: readonly string[];
  /** The rows of a sheet with their cells as text. Throws WorkbookRefused naming the cell for formulas, merged cells, errors and too many rows. */
  readonly read: (sheet: string, maxRows: number) => Promise<SheetTexts>;
}

/** Opens a workbook (.xlsx). Throws WorkbookRefused for anything else. */
export async function openWorkbook(bytes: Buffer): Promise<OpenWorkbook> {
  const parts = await packageParts(bytes);
  const { sheets, since1904 } = await sheetsOf(parts);
  const targets = await targetsOf(parts);
  const [shared, dateStyles] = [await sharedTexts(parts), await dateStylesOf(parts)];
  return {
    sheets: sheets.map(({ name }) => name),
    read: async (name, maxRows) => {
      const target = targets.get(sheets.find((sheet) => sheet.name === name)?.relation ?? '') ?? '';
      return readSheet(await must(parts, target), { sheet: name, maxRows, shared, dateStyles, since1904 });
    },
  };
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
}

async function must(parts: Parts, name: string): Promise<Readable> {
  const stream = await parts.open(name);
  if (stream === null) throw new WorkbookRefused('WORKBOOK_UNREADABLE');
  return stream;
}

async function sheetsOf(parts: Parts): Promise<{ sheets: SheetEntry[]; since1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let since1904 = false;
  await walkXml(await must(parts, 'xl/workbook.xml'), {
    open: (name, attribute) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name === 'sheet') sheets.push({ name: attribute('name')?.trim() ?? '', relation: attribute('r:id') ?? '' });
    },
  });
  if (sheets.length === 0 || sheets.length > MAX_SHEETS) throw new WorkbookRefused('WORKBOOK_UNREADABLE');
  return { sheets, since1904 };
}

/** Where the sheets lie, by relation. */
async function targetsOf(parts: Parts): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await walkXml(await must(parts, 'xl/_rels/workbook.xml.rels'), {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

/** The texts that cells share. Readings above the characters (rPh) are none of the text. */
async function sharedTexts(parts: Parts): Promise<readonly string[]> {
  const stream = await parts.open('xl/sharedStrings.xml');
  if (stream === null) return [];
  const texts: string[] = [];
  let pieces: string[] = [];
  let [inText, inReading] = [false, false];
  await walkXml(stream, {
    open: (name) => {
      if (name === 'si') pieces = [];
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    text: (text) => {
      if (inText) pieces.push(text);
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name === 'si') texts.push(pieces.join(''));
    },
  });
  return texts;
}

/** Which cell styles show a number as a day. */
async function dateStylesOf(parts: Parts): Promise<ReadonlySet<number>> {
  const stream = await parts.open('xl/styles.xml');
  if (stream === null) return new Set();
  const custom = new Map<string, boolean>();
  const styles = new Set<number>();
  let [inCells, index] = [false, 0];
  await walkXml(stream, {
    open: (name, attribute) => {
      if (name === 'numFmt') custom.set(attribute('numFmtId') ?? '', showsDay(attribute('formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = attribute('numFmtId') ?? '0';
      if (custom.get(id) ?? isBuiltInDate(Number(id))) styles.add(index);
      index += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function isBuiltInDate(id: number): boolean {
  return BUILT_IN_DATES.some(([from, to]) => from <= id && id <= to);
}

/** Whether a format has a year or day outside of quotes and brackets. */
function showsDay(format: string): boolean {
  const bare = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yd]/i.test(bare);
}
