import type { Pool } from 'pg';

/** A unit that has to do with a case, and as what: HANDLING, PASSED_OVER, FILING. */
export interface CaseParty {
  readonly unitId: string;
  readonly name: string;
  readonly part: string;
}

/** The case that renews another, and the one that is renewed. */
export interface Relatives {
  readonly organisationName: string | null;
  readonly renews: string | null;
  readonly renewedBy: readonly string[];
}

const RELATIVES_SQL = `SELECT o."name" AS "organisationName", p."caseNo" AS renews,
  coalesce((SELECT json_agg(s."caseNo" ORDER BY s."submittedAt") FROM "Case" s WHERE s."predecessorId" = c."id"), '[]') AS "renewedBy"
FROM "Case" c LEFT JOIN "Organisation" o ON o."id" = c."organisationId" LEFT JOIN "Case" p ON p."id" = c."predecessorId" WHERE c."id" = $1`;

/** What a page about a case shows beside its own row. */
export function caseReadingStore({ pool }: { readonly pool: Pool }) {
  const names = async (table: 'User' | 'Unit', ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    if (ids.length === 0) return new Map();
    const text = `SELECT "id", "name" FROM "${table}" WHERE "id" = ANY($1::text[])`;
    const { rows } = await pool.query<{ id: string; name: string }>(text, [[...new Set(ids)]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  return {
    /** Names of accounts by id. */
    userNames: (ids: readonly string[]) => names('User', ids),

    /** Names of units by id. */
    unitNames: (ids: readonly string[]) => names('Unit', ids),

    /** The units beside the handling one. */
    async parties(caseId: string): Promise<CaseParty[]> {
      const text = `SELECT b."unitId", u."name", b."part" FROM "CaseUnit" b JOIN "Unit" u ON u."id" = b."unitId"
        WHERE b."caseId" = $1 ORDER BY b."part", u."id"`;
      return (await pool.query<CaseParty>({ name: 'case-parties', text, values: [caseId] })).rows;
    },

    async relatives(caseId: string): Promise<Relatives> {
      const { rows } = await pool.query<Relatives>({ name: 'case-relatives', text: RELATIVES_SQL, values: [caseId] });
      return rows[0] ?? { organisationName: null, renews: null, renewedBy: [] };
    },
  };
}
