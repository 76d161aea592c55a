import type { Pool } from 'pg';

/** What is counted of the draws of some registries in a year that were drawn. */
export interface RandomCheckCounts {
  readonly draws: number;
  /** Organisations that were drawn from. */
  readonly base: number;
  readonly drawn: number;
  readonly checked: number;
  readonly published: number;
  /** Published within the limit that ran from the check. */
  readonly inTime: number;
  readonly abandoned: number;
  /** Redraws because somebody stepped aside. */
  readonly redraws: number;
  /** Checks by result. */
  readonly results: Readonly<Record<string, number>>;
}

const COUNTS_SQL = `
WITH draw AS (
  SELECT "caseId", jsonb_array_length("lists"->'base') AS base FROM "RandomDraw"
  WHERE "drawnAt" IS NOT NULL AND "year" = $2 AND ($1::text[] IS NULL OR "unitId" = ANY($1::text[]))
), inspected AS (
  SELECT i."checkedOn", i."publishedAt", i."abandonedAt", i."result", t."dueAt"
  FROM draw JOIN "Inspection" i ON i."drawCaseId" = draw."caseId"
  LEFT JOIN "Task" t ON t."caseId" = i."caseId" AND t."kind" = 'PUBLISH_RESULT'
)
SELECT (SELECT count(*)::int FROM draw) AS draws, (SELECT coalesce(sum(base), 0)::int FROM draw) AS base, count(*)::int AS drawn,
  count("checkedOn")::int AS checked, count("publishedAt")::int AS published, count(*) FILTER (WHERE "publishedAt" <= "dueAt")::int AS "inTime",
  count("abandonedAt")::int AS abandoned,
  (SELECT count(*)::int FROM draw JOIN "DrawSubstitution" s ON s."drawCaseId" = draw."caseId") AS redraws,
  coalesce((SELECT jsonb_object_agg("result", n) FROM (SELECT "result", count(*)::int AS n FROM inspected WHERE "result" IS NOT NULL GROUP BY "result") x), '{}')
    AS results
FROM inspected`;

/** Figures of random checks. */
export function randomCheckFigureStore({ pool }: { readonly pool: Pool }) {
  return {
    /** Of the draws of these registries (null = every one) for a year. */
    async counts(unitIds: readonly string[] | null, year: number): Promise<RandomCheckCounts> {
      const [row] = (await pool.query<RandomCheckCounts>(COUNTS_SQL, [unitIds, year])).rows;
      if (row === undefined) throw new Error('counting answered no row');
      return row;
    },
  };
}
