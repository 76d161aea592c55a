import type { Pool } from 'pg';

/** A season whose figures are public; days as texts. */
export interface PublicSeasonRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly registry: string;
  readonly inspectedYear: number;
  readonly asOf: string;
}

const SQL = `SELECT s."caseId", c."caseNo", u."name" AS registry, s."inspectedYear", f."asOf"
FROM "Season" s JOIN "Case" c ON c."id" = s."caseId" JOIN "Unit" u ON u."id" = s."registryUnitId"
CROSS JOIN LATERAL (SELECT max(m."asOf")::text AS "asOf" FROM "MetricSnapshot" m WHERE m."scope" = 'inspection-season/' || s."caseId" AND m."frozenAt" IS NOT NULL) f
WHERE f."asOf" IS NOT NULL AND ($1::int IS NULL OR s."inspectedYear" < $1 OR (s."inspectedYear" = $1 AND s."caseId" > $2))
ORDER BY s."inspectedYear" DESC, s."caseId" LIMIT $3`;

/** Seasons with frozen figures, the latest year first, after that place. */
export async function publicSeasons(
  pool: Pool,
  after: { readonly year: number; readonly id: string } | null,
  limit: number,
): Promise<PublicSeasonRow[]> {
  return (await pool.query<PublicSeasonRow>(SQL, [after?.year ?? null, after?.id ?? null, limit])).rows;
}
