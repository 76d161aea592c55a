import { buffer } from 'node:stream/consumers';

import fc from 'fast-check';

import { SHEETS } from '#domain/workbook/sheets.js';
import type { Columns } from '#domain/workbook/sheets.js';
import { readImportSheets } from './import-sheets.js';
import { openWorkbook } from './read-workbook.js';
import { importColumns } from './template.js';
import { writeWorkbook } from './write-workbook.js';

const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  // What a cell shows is compared, so without white space at its ends; XML has no control characters.
  .map((raw) => raw.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '').trim());

it('a workbook that is written reads back the same', async () => {
  const sheets = fc.tuple(
    ...SHEETS.map(({ columns }) => {
      const width = Object.keys(columns).length;
      return fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 8 });
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      sheets.filter((all) => all.flat(2).some((cell) => cell !== '')),
      async (all) => {
        const written = SHEETS.map(({ zh, columns }, index) => ({
          zh,
          columns: importColumns(columns),
          rows: all[index] ?? [],
        }));
        const read = await readImportSheets(await buffer(writeWorkbook(written)));

        SHEETS.forEach(({ key, columns }, index) => {
          const headings = Object.values<Columns[string]>(columns).map(({ zh }) => zh);
          const expected = (all[index] ?? []).flatMap((cells, row) =>
            cells.every((cell) => cell === '') ? [] : [{ number: row + 2, cells }],
          );
          expect(
            read[key].map(({ number, texts }) => ({ number, cells: headings.map((zh) => texts.get(zh) ?? '') })),
          ).toEqual(expected);
        });
      },
    ),
    { numRuns: 60 },
  );
});

it('days, instants and numbers are what they were, instants in Shanghai time', async () => {
  const rows = [
    [{ day: '2026-03-10' }, { instant: Date.parse('2026-03-10T23:30:00+08:00') }, 42, null, '文字'],
  ] as const;
  const columns = ['甲', '乙', '丙', '丁', '戊'].map((zh) => ({ zh }));

  const book = await openWorkbook(await buffer(writeWorkbook([{ zh: '表', columns, rows }])));

  expect((await book.read('表', 10))[1]?.cells.map(({ ref, text: shown }) => `${ref} ${shown}`)).toEqual([
    'A2 2026-03-10',
    'B2 2026-03-10',
    'C2 42',
    'E2 文字',
  ]);
});

it('what fails while a list is read breaks the workbook off instead of ending it as if it were whole', async () => {
  async function* failing() {
    yield await Promise.resolve(['一']);
    throw new Error('the database went away');
  }
  await expect(buffer(writeWorkbook([{ zh: '表', columns: [{ zh: '甲' }], rows: failing() }]))).rejects.toThrow(
    'the database went away',
  );
});
