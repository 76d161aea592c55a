import { z } from 'zod';

import { fieldInvalid } from '../http/field-sentences.js';
import type { RequestActor } from '../identity/actor.js';
import type { CellValue, WrittenColumn } from '../workbooks/write-workbook.js';

/** A column of an exported list: its heading and what it shows of a row. */
export interface ExportColumn<Row> extends WrittenColumn {
  readonly value: (row: Row) => CellValue;
}

/** A page of a keyset-paged list; `nextCursor` null = this was the last. */
interface ReadPage<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** What a page is asked with. */
interface AskedPage {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A list that can be exported. */
export interface ExportedList {
  /** Of the sheet and the file. */
  readonly zh: string;
  readonly columns: readonly WrittenColumn[];
  /** Every row that the reader would see in the list. The first page is read at once, so that a refusal is an answer. Throws FIELD_INVALID. */
  readonly rows: (actor: RequestActor, query: ExportQuery) => Promise<AsyncIterable<readonly CellValue[]>>;
}

/** The query of an export: the filters of the list, without its page. */
export const ExportQuery = z.record(z.string().max(40), z.string().max(400));
export type ExportQuery = z.output<typeof ExportQuery>;

/** Rows of one export. */
const MAX_ROWS = 100_000;
const PAGE = 100;

/** The filter of a list that has none. */
export const NO_FILTER = z.strictObject({});

/**
 * Makes a list exportable. `read` reads a page of it as the list's own address does, so that an export holds what the reader may see and
 * nothing else; `filter` is what that address filters by.
 */
export function exportedList<Row, Filter extends object>(list: {
  readonly zh: string;
  readonly columns: readonly ExportColumn<Row>[];
  readonly filter: z.ZodType<Filter>;
  readonly read: (actor: RequestActor, page: AskedPage, filter: Filter) => Promise<ReadPage<Row>>;
}): ExportedList {
  const { zh, columns, filter, read } = list;
  const cells = (row: Row) => columns.map(({ value }) => value(row));
  return {
    zh,
    columns,
    rows: async (actor, query) => {
      const filters = filter.safeParse(query, { reportInput: true });
      if (!filters.success) throw fieldInvalid(filters.error.issues);
      const next = (cursor?: string) => read(actor, { limit: PAGE, cursor }, filters.data);
      return pages(await next(), next, cells);
    },
  };
}

async function* pages<Row>(
  first: ReadPage<Row>,
  next: (cursor: string) => Promise<ReadPage<Row>>,
  cells: (row: Row) => CellValue[],
): AsyncGenerator<readonly CellValue[]> {
  let page = first;
  for (let count = 0; ; count += page.items.length, page = await next(page.nextCursor)) {
    for (const row of page.items.slice(0, MAX_ROWS - count)) yield cells(row);
    if (page.nextCursor === null) return;
    if (count + page.items.length < MAX_ROWS) continue;
    yield [`仅导出前 ${MAX_ROWS} 行,请缩小查询范围后分次导出。`];
    return;
  }
}
