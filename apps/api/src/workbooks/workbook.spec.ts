import { buffer } from 'node:stream/consumers';

import fc from 'fast-check';
import PizZip from 'pizzip';

import { SHEETS } from '#domain/workbook/sheets.js';
import type { Columns } from '#domain/workbook/sheets.js';
import { readImportSheets } from './import-sheets.js';
import { openWorkbook } from './read-workbook.js';
import { importColumns, templateWorkbook } from './template.js';
import { formWorkbook, listWorkbook } from './write-workbook.js';

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
        const read = await readImportSheets(await formWorkbook(written));

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
  const columns = [
    ...[
      { zh: '甲', holds: 'day' } as const,
      { zh: '乙', holds: 'instant' } as const,
      { zh: '丙', holds: 'number' } as const,
    ],
    ...[{ zh: '丁' }, { zh: '戊' }],
  ];

  const book = await openWorkbook(await buffer(listWorkbook({ zh: '表', columns, rows })));

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
  await expect(buffer(listWorkbook({ zh: '表', columns: [{ zh: '甲' }], rows: failing() }))).rejects.toThrow(
    'the database went away',
  );
});

it('the columns of the template are text before anything is typed, so that Excel keeps identity numbers', async () => {
  const zip = new PizZip(await templateWorkbook());
  const formats = zip.file('xl/styles.xml')?.asText() ?? '';
  const text = /numFmtId="(\d+)" formatCode="@"/.exec(formats)?.[1] ?? '';
  const styles = Array.from(
    (/<cellXfs.*<\/cellXfs>/.exec(formats)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g),
    ([, id]) => id,
  );

  SHEETS.forEach(({ columns }, index) => {
    const xml = zip.file(`xl/worksheets/sheet${index + 2}.xml`)?.asText() ?? '';
    const found = Array.from(xml.matchAll(/<col [^>]*style="(\d+)"/g), ([, style]) => styles[Number(style)]);
    expect(found).toEqual(Object.keys(columns).map(() => text));
  });
});

it('a part that states no size is not unpacked: nothing would bound it', async () => {
  const bytes = await templateWorkbook();
  const entry = bytes.lastIndexOf(Buffer.from('xl/worksheets/sheet2.xml')) - 46;
  bytes.writeUInt32LE(0, entry + 24);

  await expect(openWorkbook(bytes)).rejects.toMatchObject({ code: 'WORKBOOK_UNREADABLE' });
});
