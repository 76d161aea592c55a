import PizZip from 'pizzip';

import type { Database } from '#prisma/client.js';
import type { ContentStore } from '#prisma/files/content-store.js';
import { DOCUMENT_COLUMNS, type DocumentRow } from '#prisma/stores/document.store.js';

/** A paper with its words, a line for each paragraph, as Word prints them. */
export type PrintedDocument = DocumentRow & { readonly text: string };

/** The papers of a case, in the order in which they were issued. */
export async function papersOf({ pool }: Database, files: ContentStore, caseId: string): Promise<PrintedDocument[]> {
  const text = `SELECT ${DOCUMENT_COLUMNS} FROM "Document" WHERE "caseId" = $1 ORDER BY "seq"`;
  const { rows } = await pool.query<DocumentRow>(text, [caseId]);
  return Promise.all(
    rows.map(async (row) => {
      const bytes = (await files.read(row.sha256)) ?? new Uint8Array();
      const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
      return { ...row, text: xml.replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, '') };
    }),
  );
}
