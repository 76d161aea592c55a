import type { Pool } from 'pg';

/** Which cases and Party organisations a figure is about. */
export interface FigureScope {
  /** Handling units; null = every one. */
  readonly unitIds: readonly string[] | null;
  /** First day, and the day after the last, as epoch ms. */
  readonly from: Date;
  readonly until: Date;
}

/** What happened in the span, and how things stand now. */
export interface TempPartyOrgCounts {
  readonly submitted: number;
  readonly approved: number;
  readonly refused: number;
  readonly converted: number;
  /** Ended by the passing of their grace period, without renewal, conversion or revocation. */
  readonly expired: number;
  /** Every case that ended after its set-up in the span. */
  readonly ended: number;
  readonly active: number;
  readonly members: number;
  readonly notTransferred: number;
  readonly oneShoulder: number;
  readonly crossAppointed: number;
}

/** When a case was accepted and replied to, in epoch ms. */
export interface ReplyTime {
  readonly acceptedAt: number;
  readonly repliedAt: number;
}

/** $1 units (null = all), $2 from, $3 until. A case set up counts as active while its Party organisation does, also in its grace period. */
const COUNTS_SQL = `
WITH scope AS (
  SELECT c."id", c."state", c."submittedAt", c."closedAt", c."organisationId" FROM "Case" c
  WHERE c."matter" = 'temp-party-org' AND ($1::text[] IS NULL OR c."unitId" = ANY($1::text[]))
), replies AS (
  SELECT d."verdict" FROM scope s JOIN "Decision" d ON d."caseId" = s."id" AND d."kind" = 'reply' WHERE d."at" >= $2 AND d."at" < $3
), ended AS (
  SELECT s."state" FROM scope s WHERE s."closedAt" >= $2 AND s."closedAt" < $3 AND s."state" IN ('RENEWED', 'CONVERTED', 'REVOKED', 'EXPIRED')
), living AS (
  SELECT p."id", p."roster", s."organisationId" FROM scope s JOIN "PartyOrganisation" p ON p."caseId" = s."id"
  WHERE p."countsInCoverage" AND p."status" IN ('ACTIVE', 'EXPIRING')
), members AS (
  SELECT l."organisationId", m."personId" FROM living l CROSS JOIN LATERAL jsonb_array_elements_text(l."roster" -> 'members') AS m("personId")
)
SELECT (SELECT count(*) FROM scope WHERE "submittedAt" >= $2 AND "submittedAt" < $3)::int AS submitted,
  (SELECT count(*) FROM replies WHERE "verdict" = 'AGREE')::int AS approved,
  (SELECT count(*) FROM replies WHERE "verdict" = 'REFUSE')::int AS refused,
  (SELECT count(*) FROM ended WHERE "state" = 'CONVERTED')::int AS converted,
  (SELECT count(*) FROM ended WHERE "state" = 'EXPIRED')::int AS expired,
  (SELECT count(*) FROM ended)::int AS ended,
  (SELECT count(*) FROM living)::int AS active,
  (SELECT count(*) FROM members)::int AS members,
  (SELECT count(*) FROM members m WHERE NOT EXISTS (SELECT FROM "PartyRelation" r
     WHERE r."personId" = m."personId" AND r."organisationId" = m."organisationId" AND r."status" = 'TRANSFERRED'))::int AS "notTransferred",
  (SELECT count(*) FROM living WHERE "roster" -> 'isOneShoulder' = 'true')::int AS "oneShoulder",
  (SELECT count(*) FROM living l WHERE EXISTS (SELECT FROM "CrossAppointment" x WHERE x."partyOrgId" = l."id"))::int AS "crossAppointed"`;

const REPLIES_SQL = `
SELECT (extract(epoch from max(a."at")) * 1000)::float8 AS "acceptedAt", (extract(epoch from d."at") * 1000)::float8 AS "repliedAt"
FROM "Case" c JOIN "Decision" d ON d."caseId" = c."id" AND d."kind" = 'reply' AND d."verdict" IN ('AGREE', 'REFUSE')
JOIN "Decision" a ON a."caseId" = c."id" AND a."kind" = 'accept' AND a."at" <= d."at"
WHERE c."matter" = 'temp-party-org' AND ($1::text[] IS NULL OR c."unitId" = ANY($1::text[])) AND d."at" >= $2 AND d."at" < $3
GROUP BY c."id", d."at"`;

const SUBTREE_SQL = `
WITH RECURSIVE tree AS (
  SELECT "id", 0 AS depth FROM "Unit" WHERE "id" = ANY($1::text[])
  UNION
  SELECT u."id", tree.depth + 1 FROM "Unit" u JOIN tree ON u."parentId" = tree."id" WHERE tree.depth < 20
)
SELECT DISTINCT "id" FROM tree`;

/** The figures of M01 (specification M01, KPIs), counted from the tables that its cases write. */
export function tempPartyOrgFigureStore({ pool }: { readonly pool: Pool }) {
  return {
    async counts({ unitIds, from, until }: FigureScope): Promise<TempPartyOrgCounts> {
      const { rows } = await pool.query<TempPartyOrgCounts>(COUNTS_SQL, [unitIds, from, until]);
      const [row] = rows;
      if (row === undefined) throw new Error('counting answered no row');
      return row;
    },

    /** One row for each reply in the span: from the last acceptance before it. */
    async replies({ unitIds, from, until }: FigureScope): Promise<ReplyTime[]> {
      return (await pool.query<ReplyTime>(REPLIES_SQL, [unitIds, from, until])).rows;
    },

    /** The units and all below them. */
    async subtree(unitIds: readonly string[]): Promise<ReadonlySet<string>> {
      const { rows } = await pool.query<{ id: string }>(SUBTREE_SQL, [unitIds]);
      return new Set(rows.map(({ id }) => id));
    },
  };
}
