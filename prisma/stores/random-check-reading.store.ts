import type { Pool } from 'pg';

import { epochMs } from './record/sql-time.js';

/** A draw in a list. */
export interface DrawRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly state: string;
  readonly unitId: string;
  /** `DrawConfig`. */
  readonly config: unknown;
  readonly size: number | null;
  /** Epoch ms, as all times here. */
  readonly drawnAt: number | null;
  readonly submittedAt: number;
}

/** A draw as its page shows it; never with its seed before it is drawn. */
export interface DrawDetail extends DrawRow {
  readonly base: number | null;
  readonly inspectors: number | null;
  readonly baseHash: string | null;
  readonly commitment: string | null;
  readonly committedAt: number | null;
  readonly cancelledAt: number | null;
}

/** How far the checks of a draw are. */
export interface CheckCounts {
  readonly checks: number;
  readonly checked: number;
  readonly published: number;
  readonly abandoned: number;
}

export interface CheckRow {
  readonly ordinal: number;
  readonly drawCaseId: string;
  readonly caseId: string | null;
  readonly caseNo: string | null;
  readonly state: string | null;
  readonly organisationId: string;
  readonly organisationKey: string;
  readonly organisationName: string;
  readonly inspectors: readonly { readonly userId: string; readonly key: string; readonly name: string }[];
  readonly checkedOn: string | null;
  readonly result: string | null;
  readonly rectifyBy: string | null;
  readonly publishedAt: number | null;
  readonly abandonedAt: number | null;
  /** When the organisations were drawn. */
  readonly drawnAt: number;
}

export interface InspectorRow {
  readonly userId: string;
  readonly name: string;
  readonly unitId: string;
  readonly certificateNo: string | null;
}

const DRAW = `c."id" AS "caseId", c."caseNo", c."state", c."unitId", c."config", d."size", ${epochMs('d."drawnAt"')} AS "drawnAt",
  ${epochMs('c."submittedAt"')} AS "submittedAt"`;

const LIST_SQL = `SELECT ${DRAW} FROM "Case" c LEFT JOIN "RandomDraw" d ON d."caseId" = c."id"
WHERE c."matter" = 'random-check' AND ($1::text[] IS NULL OR c."unitId" = ANY($1::text[]))
  AND ($2::float8 IS NULL OR (c."submittedAt", c."id") < (to_timestamp($2::float8 / 1000) AT TIME ZONE 'UTC', $3::text))
ORDER BY c."submittedAt" DESC, c."id" DESC LIMIT $4`;

const DETAIL_SQL = `SELECT ${DRAW}, jsonb_array_length(d."lists"->'base') AS base, jsonb_array_length(d."lists"->'inspectors') AS inspectors,
  d."baseHash", d."commitment", ${epochMs('d."committedAt"')} AS "committedAt", ${epochMs('d."cancelledAt"')} AS "cancelledAt"
FROM "Case" c LEFT JOIN "RandomDraw" d ON d."caseId" = c."id" WHERE c."matter" = 'random-check' AND c."caseNo" = $1`;

const CHECK_SQL = `SELECT i."ordinal", i."drawCaseId", i."caseId", c."caseNo", c."state", i."organisationId", i."organisationKey", o."name" AS "organisationName",
  (SELECT json_agg(json_build_object('userId', u."id", 'key', i."inspectorKeys"[x.place], 'name', u."name") ORDER BY x.place)
   FROM unnest(i."inspectorUserIds") WITH ORDINALITY AS x("userId", place) JOIN "User" u ON u."id" = x."userId") AS inspectors,
  to_char(i."checkedOn", 'YYYY-MM-DD') AS "checkedOn", i."result", to_char(i."rectifyBy", 'YYYY-MM-DD') AS "rectifyBy",
  ${epochMs('i."publishedAt"')} AS "publishedAt", ${epochMs('i."abandonedAt"')} AS "abandonedAt", ${epochMs('d."drawnAt"')} AS "drawnAt"
FROM "Inspection" i JOIN "RandomDraw" d ON d."caseId" = i."drawCaseId" JOIN "Organisation" o ON o."id" = i."organisationId"
LEFT JOIN "Case" c ON c."id" = i."caseId"`;

const INSPECTORS_SQL = `SELECT DISTINCT u."id" AS "userId", u."name", g."unitId", c."certificateNo"
FROM "Grant" g JOIN "User" u ON u."id" = g."userId" AND u."disabledAt" IS NULL LEFT JOIN "InspectorCertificate" c ON c."userId" = u."id"
WHERE g."role" = 'INSPECTOR' AND g."unitId" = ANY($1::text[]) AND g."validFrom" <= $2::timestamp(3)
  AND (g."validTo" IS NULL OR g."validTo" > $2::timestamp(3)) ORDER BY u."id", g."unitId"`;

/** Draws and their checks as they are read. Who may read them is not asked here. */
export function randomCheckReadingStore({ pool }: { readonly pool: Pool }) {
  return {
    /** Draws of these units (null = every unit), newest first, after that place. */
    async list(
      unitIds: readonly string[] | null,
      after: { readonly time: number; readonly id: string } | null,
      limit: number,
    ): Promise<DrawRow[]> {
      return (await pool.query<DrawRow>(LIST_SQL, [unitIds, after?.time ?? null, after?.id ?? null, limit])).rows;
    },

    /** The draw of a case number, or null. */
    detail: async (caseNo: string): Promise<DrawDetail | null> =>
      (await pool.query<DrawDetail>(DETAIL_SQL, [caseNo])).rows[0] ?? null,

    /** The draw as it is published; null before it is drawn. */
    async published(drawCaseId: string): Promise<unknown> {
      const text = 'SELECT "published" FROM "RandomDraw" WHERE "caseId" = $1';
      return (await pool.query<{ published: unknown }>(text, [drawCaseId])).rows[0]?.published ?? null;
    },

    async counts(drawCaseId: string): Promise<CheckCounts> {
      const text = `SELECT count(*)::int AS checks, count("checkedOn")::int AS checked, count("publishedAt")::int AS published,
        count("abandonedAt")::int AS abandoned FROM "Inspection" WHERE "drawCaseId" = $1`;
      const none = { checks: 0, checked: 0, published: 0, abandoned: 0 };
      return (await pool.query<CheckCounts>(text, [drawCaseId])).rows[0] ?? none;
    },

    /** How many checks have which result, of the published ones or of all that are signed. */
    async results(drawCaseId: string, onlyPublished: boolean): Promise<ReadonlyMap<string, number>> {
      const text = `SELECT "result", count(*)::int AS count FROM "Inspection"
        WHERE "drawCaseId" = $1 AND "result" IS NOT NULL AND ("publishedAt" IS NOT NULL OR NOT $2::boolean) GROUP BY "result"`;
      const { rows } = await pool.query<{ result: string; count: number }>(text, [drawCaseId, onlyPublished]);
      return new Map(rows.map(({ result, count }) => [result, count]));
    },

    /** Checks in the order of the draw, after that place. */
    async checks(drawCaseId: string, after: number, limit: number, onlyPublished = false): Promise<CheckRow[]> {
      const text = `${CHECK_SQL} WHERE i."drawCaseId" = $1 AND i."ordinal" > $2 AND (i."publishedAt" IS NOT NULL OR NOT $4::boolean)
        ORDER BY i."ordinal" LIMIT $3`;
      return (await pool.query<CheckRow>(text, [drawCaseId, after, limit, onlyPublished])).rows;
    },

    /** The check of a case, or null. */
    check: async (caseId: string): Promise<CheckRow | null> =>
      (await pool.query<CheckRow>(`${CHECK_SQL} WHERE i."caseId" = $1`, [caseId])).rows[0] ?? null,

    /** Whether another draw of the unit, year and purpose exists that was not cancelled. */
    async isTaken(unitId: string, year: number, purpose: string): Promise<boolean> {
      const text = `SELECT 1 FROM "Case" c WHERE c."matter" = 'random-check' AND c."unitId" = $1 AND c."state" <> 'CANCELLED'
        AND c."config"->'terms'->>'purpose' = $3 AND (c."config"->'terms'->>'year')::int = $2 LIMIT 1`;
      return (await pool.query(text, [unitId, year, purpose])).rowCount === 1;
    },

    /** The inspectors of these units at an instant, with the numbers of their certificates. */
    async inspectors(unitIds: readonly string[], at: Date): Promise<InspectorRow[]> {
      return (await pool.query<InspectorRow>(INSPECTORS_SQL, [unitIds, at])).rows;
    },
  };
}
