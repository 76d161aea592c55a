import { type FigureProject, type RoundFigures, roundFigures } from '#domain/venture-round/figures.js';
import type { FundingSource } from '#domain/venture-round/terms.js';
import type { Database } from '../../client.js';
import { epochMs } from '../record/sql-time.js';

/** A project of the published list, as everybody may read it. Money in fen. */
export interface AwardLine {
  readonly caseNo: string;
  readonly title: string;
  readonly class: string;
  readonly organisation: string;
  readonly rank: number;
  readonly score: string | null;
  readonly outcome: string;
  readonly fen: number;
  readonly bySource: readonly { readonly source: FundingSource; readonly fen: number }[];
  readonly sponsors: readonly { readonly name: string; readonly fen: number; readonly disclosure: string | null }[];
  /** Why it gets nothing. */
  readonly why: string | null;
}

/** A public notice; its end is the limit of its task. Epoch ms. */
export interface NoticeLine {
  readonly no: number;
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly endedAt: number | null;
  readonly settledAt: number | null;
  readonly objections: number;
}

const LIST = `SELECT p."caseNo", p."title", p."class", o."name" AS "organisation", COALESCE(a."rank", 0) AS "rank", result."score",
    COALESCE(a."outcome", 'SHOWN') AS "outcome", COALESCE(a."fen", 0)::float8 AS "fen", COALESCE(a."bySource", '[]') AS "bySource", a."why",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('name', s."name", 'fen', d."fen", 'disclosure', d."disclosure") ORDER BY d."sponsorSignedAt")
      FROM "Adoption" d JOIN "Sponsor" s ON s."id" = d."sponsorId" WHERE d."projectId" = p."caseId" AND d."status" IN ('SIGNED', 'PAID')), '[]') AS "sponsors"
  FROM "Project" p LEFT JOIN "Organisation" o ON o."id" = p."organisationId" LEFT JOIN "Award" a ON a."projectId" = p."caseId"
  LEFT JOIN LATERAL (SELECT r."score" FROM "RoundResult" r WHERE r."roundId" = p."roundId" AND r."projectId" = p."caseId" ORDER BY r."seq" DESC LIMIT 1) result ON true
 WHERE p."roundId" = $1 AND (a."projectId" IS NOT NULL OR p."adopted") AND p."caseNo" > $2 ORDER BY p."caseNo" LIMIT $3`;

const NOTICES = `SELECT n."no", ${epochMs('n."openedAt"')} AS "openedAt", ${epochMs('t."dueAt"')} AS "dueAt", ${epochMs('n."endedAt"')} AS "endedAt",
    ${epochMs('n."settledAt"')} AS "settledAt",
    (SELECT count(*)::int FROM "Objection" x WHERE x."caseId" = n."caseId" AND x."notice" = n."no" AND x."status" <> 'FILED') AS "objections"
  FROM "PublicNotice" n LEFT JOIN "Task" t ON t."id" = n."taskId" WHERE n."caseId" = $1 ORDER BY n."no"`;

const PROJECTS = `SELECT p."caseId" AS "projectId", p."class", p."themes", k."state", p."adopted",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('source', m.source, 'plannedFen', m.planned, 'agreedFen', m.agreed, 'paidFen', m.paid, 'returnedFen', m.returned))
      FROM (SELECT source, sum(planned) AS planned, sum(agreed) AS agreed, sum(paid) AS paid, sum(returned) AS returned FROM (
        SELECT e->>'source' AS source, (e->>'fen')::bigint AS planned, 0 AS agreed, 0 AS paid, 0 AS returned
          FROM "Award" a, jsonb_array_elements(a."bySource") e WHERE a."projectId" = p."caseId" AND a."outcome" IN ('PROPOSED', 'FUNDED')
        UNION ALL SELECT 'ENTERPRISE_ADOPTION', d."fen", 0, 0, 0 FROM "Adoption" d WHERE d."projectId" = p."caseId" AND d."status" IN ('SIGNED', 'PAID')
        UNION ALL SELECT e->>'source', 0, (e->>'fen')::bigint, 0, 0 FROM "FundingAgreement" g, jsonb_array_elements(g."bySource") e
          WHERE g."projectId" = p."caseId" AND g."status" = 'SIGNED'
        UNION ALL SELECT x."source", 0, 0, x."fen", 0 FROM "PaymentOrder" x WHERE x."projectId" = p."caseId"
        UNION ALL SELECT x."source", 0, 0, 0, x."fen" FROM "MoneyReturn" x WHERE x."projectId" = p."caseId") parts GROUP BY source) m), '[]') AS "money",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('personTimes', v."personTimes", 'newPersons', v."newPersons", 'spentFen', v."spentFen"))
      FROM "ProjectActivity" v WHERE v."projectId" = p."caseId" AND v."reportNo" IS NOT NULL), '[]') AS "activities"
  FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" WHERE p."roundId" = $1`;

const ACCOUNT = `SELECT extract(year FROM "orderedAt" + interval '8 hours')::int AS "year", "source", sum("fen")::float8 AS "paidFen", count(*)::int AS "orders"
  FROM "PaymentOrder" WHERE "roundId" = $1 GROUP BY 1, 2 ORDER BY 1, 2`;

/** What a round publishes of its awards, and its figures and yearly account per source, from the tables. */
export function roundAccountStore({ pool }: Pick<Database, 'pool'>) {
  return {
    list: async (roundId: string, after: string, limit: number): Promise<AwardLine[]> =>
      (await pool.query<AwardLine>(LIST, [roundId, after, limit])).rows,

    notices: async (roundId: string): Promise<NoticeLine[]> => (await pool.query<NoticeLine>(NOTICES, [roundId])).rows,

    /** Specification M03 "KPIs"; activities count when a report has counted them. */
    figures: async (roundId: string): Promise<RoundFigures> =>
      roundFigures((await pool.query<FigureProject>(PROJECTS, [roundId])).rows),

    /** Money that was ordered to be paid, by year of Shanghai and source. */
    account: async (roundId: string): Promise<{ year: number; source: string; paidFen: number; orders: number }[]> =>
      (await pool.query<{ year: number; source: string; paidFen: number; orders: number }>(ACCOUNT, [roundId])).rows,
  };
}
