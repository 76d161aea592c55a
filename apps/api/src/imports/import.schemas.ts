import { z } from 'zod';

/** How an import stands. */
export const ImportView = z.object({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  state: z.object({
    slug: z.enum(['RUNNING', 'IMPORTED', 'REJECTED', 'CUT', 'FAILED']),
    zh: z.string(),
    en: z.string(),
  }),
  rowsTotal: z.int(),
  rowsDone: z.int().describe('Rows that were looked at; all of them once the import has ended well'),
  sheets: z.array(
    z.object({
      sheet: z.string(),
      rows: z.int(),
      faulty: z.int().describe('Rows with a fault; above 0, nothing of the sheet was imported'),
      created: z.int(),
      updated: z.int(),
    }),
  ),
  faults: z
    .array(
      z.object({ sheet: z.string(), row: z.int(), column: z.string(), messageZh: z.string(), messageEn: z.string() }),
    )
    .describe('The first fifty; the report has them all'),
  hasReport: z.boolean(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportView = z.output<typeof ImportView>;

/** One's own imports, the latest first. */
export const ImportList = z.object({ items: z.array(ImportView) });
export type ImportList = z.output<typeof ImportList>;
