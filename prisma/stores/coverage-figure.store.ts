import type { Pool } from 'pg';

/** Organisations in scope by how they are on record, and how many of them a Party organisation covers. */
export interface CoverageCounts {
  readonly registered: number;
  readonly registeredCovered: number;
  readonly filed: number;
  readonly filedCovered: number;
}

/**
 * $1 units that register or supervise (null = all). An organisation counts once, however many Party organisations cover it (specification M15);
 * what covers is the rule `partyCoverage`.
 */
const COVERAGE_SQL = `
WITH scope AS (
  SELECT o."legalStatus", EXISTS (
    SELECT FROM "PartyOrgCoverage" v JOIN "PartyOrganisation" p ON p."id" = v."partyOrgId"
    WHERE v."organisationId" = o."id" AND p."countsInCoverage"
      AND (p."status" = 'ACTIVE' OR (p."temporary" AND p."status" = 'EXPIRING'))) AS covered
  FROM "Organisation" o
  WHERE o."legalStatus" IN ('REGISTERED', 'FILED')
    AND ($1::text[] IS NULL OR o."registryUnitId" = ANY($1::text[]) OR o."supervisoryUnitId" = ANY($1::text[]))
)
SELECT count(*) FILTER (WHERE "legalStatus" = 'REGISTERED')::int AS registered,
  count(*) FILTER (WHERE "legalStatus" = 'REGISTERED' AND covered)::int AS "registeredCovered",
  count(*) FILTER (WHERE "legalStatus" = 'FILED')::int AS filed,
  count(*) FILTER (WHERE "legalStatus" = 'FILED' AND covered)::int AS "filedCovered"
FROM scope`;

/** The coverage of organisations by Party organisations, as it stands. */
export function coverageFigureStore({ pool }: { readonly pool: Pool }) {
  return {
    async counts(unitIds: readonly string[] | null): Promise<CoverageCounts> {
      const query = { name: 'coverage', text: COVERAGE_SQL, values: [unitIds] };
      const none = { registered: 0, registeredCovered: 0, filed: 0, filedCovered: 0 };
      return (await pool.query<CoverageCounts>(query)).rows[0] ?? none;
    },
  };
}
