import type { Pool } from 'pg';

import type { InspectionConclusion } from '#domain/annual-inspection/consequence.js';

/** One line of the public list of conclusions: never anything of the return itself. */
export interface PublishedConclusion {
  readonly caseId: string;
  readonly organisation: string;
  readonly uscc: string | null;
  readonly registry: string;
  readonly conclusion: InspectionConclusion;
  readonly publishedOn: string;
  readonly late: boolean;
}

/** Published conclusions of a year, the latest first, from behind `after` on. */
export async function publishedConclusions(
  { pool }: { readonly pool: Pool },
  asked: {
    readonly inspectedYear: number;
    readonly registryUnitId: string | null;
    readonly conclusion: string | null;
    readonly after: readonly [publishedOn: string, caseId: string] | null;
    readonly limit: number;
  },
): Promise<PublishedConclusion[]> {
  const { inspectedYear, registryUnitId, conclusion, after, limit } = asked;
  const text = `SELECT r."caseId", o."name" AS organisation, o."uscc", u."name" AS registry, r."conclusion",
      to_char(r."publishedOn", 'YYYY-MM-DD') AS "publishedOn", coalesce(r."timeliness" <> 'IN_TIME', false) AS late
    FROM "AnnualReturn" r JOIN "Case" k ON k."id" = r."caseId" JOIN "Organisation" o ON o."id" = r."organisationId" JOIN "Unit" u ON u."id" = k."unitId"
    WHERE r."inspectedYear" = $1 AND r."publishedOn" IS NOT NULL AND ($2::text IS NULL OR k."unitId" = $2) AND ($3::text IS NULL OR r."conclusion" = $3)
      AND ($4::date IS NULL OR (r."publishedOn", r."caseId") < ($4::date, $5::text))
    ORDER BY r."publishedOn" DESC, r."caseId" DESC LIMIT $6`;
  const values = [inspectedYear, registryUnitId, conclusion, after?.[0] ?? null, after?.[1] ?? null, limit];
  return (await pool.query<PublishedConclusion>({ name: 'public-conclusions', text, values })).rows;
}
