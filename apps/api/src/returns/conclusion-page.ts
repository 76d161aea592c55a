import { z } from 'zod';

import { CONCLUSION_LABELS } from '#domain/annual-inspection/consequence.js';
import type { Database } from '#prisma/client.js';
import { publishedConclusions } from '#prisma/stores/annual-inspection/public-list.store.js';
import { keyOf, page } from '../http/paging.js';
import type { PublicQuery } from './return.schemas.js';

const LastShown = z.tuple([z.iso.date(), z.string()]);

/** A page of the published conclusions of an inspected year, the latest first: what everybody may read. */
export async function conclusionPage(
  database: Database,
  inspectedYear: number,
  { cursor, limit, registryUnitId, conclusion }: PublicQuery,
) {
  const rows = await publishedConclusions(database, {
    inspectedYear,
    registryUnitId: registryUnitId ?? null,
    conclusion: conclusion ?? null,
    after: keyOf(cursor, LastShown),
    limit: limit + 1,
  });
  return page(
    rows,
    limit,
    ({ publishedOn, caseId }) => [publishedOn, caseId],
    ({ caseId: _case, conclusion: slug, ...row }) => ({ ...row, conclusion: { slug, ...CONCLUSION_LABELS[slug] } }),
  );
}
