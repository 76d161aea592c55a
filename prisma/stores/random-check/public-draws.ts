import type { Pool } from 'pg';

import { epochMs } from '../record/sql-time.js';

/** A draw whose commitment is public, as everybody may read it; times in epoch ms. */
export interface PublicDrawRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly state: string;
  /** `DrawConfig`. */
  readonly config: unknown;
  readonly size: number;
  readonly committedAt: number;
  readonly drawnAt: number | null;
  readonly checks: number;
  readonly published: number;
}

const SQL = `SELECT c."id" AS "caseId", c."caseNo", c."state", c."config", d."size", ${epochMs('d."committedAt"')} AS "committedAt",
  ${epochMs('d."drawnAt"')} AS "drawnAt", n.*
FROM "RandomDraw" d JOIN "Case" c ON c."id" = d."caseId"
CROSS JOIN LATERAL (SELECT count(*)::int AS checks, count(i."publishedAt")::int AS published FROM "Inspection" i WHERE i."drawCaseId" = d."caseId") n
WHERE d."committedAt" IS NOT NULL
  AND ($1::float8 IS NULL OR (d."committedAt", c."id") < (to_timestamp($1::float8 / 1000) AT TIME ZONE 'UTC', $2::text))
ORDER BY d."committedAt" DESC, c."id" DESC LIMIT $3`;

/** Draws that were committed to, the newest commitment first, after that place. */
export async function publicDraws(
  pool: Pool,
  after: { readonly time: number; readonly id: string } | null,
  limit: number,
): Promise<PublicDrawRow[]> {
  return (await pool.query<PublicDrawRow>(SQL, [after?.time ?? null, after?.id ?? null, limit])).rows;
}
