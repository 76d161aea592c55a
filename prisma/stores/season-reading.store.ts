import type { Tx } from './record/transaction.js';

/** Which seasons somebody may see: of these registries, in divisions that begin so, or every one. */
export type SeasonFilter =
  { readonly all: true } | { readonly unitIds: readonly string[]; readonly divisions: readonly string[] };

/** A season with how far it is; days as texts. */
export interface SeasonRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly state: string;
  readonly registryUnitId: string;
  readonly registry: string;
  readonly divisionCode: string;
  readonly inspectedYear: number;
  readonly opensOn: string;
  readonly toSupervisor: string;
  readonly toRegistry: string;
  readonly foundationToRegistry: string;
  readonly extensionBefore: string;
  readonly pausedOn: string | null;
  readonly base: number | null;
  readonly opened: boolean;
  readonly judged: number;
  readonly started: number;
  readonly required: number;
  readonly exempt: number;
  readonly undecided: number;
  readonly filed: number;
  readonly late: number;
  readonly ended: number;
}

/** One organisation of a season. */
export interface BoardStoreRow {
  readonly organisationId: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly standing: string;
  readonly ground: string;
  readonly caseNo: string | null;
  readonly state: string | null;
  readonly due: string | null;
  readonly closes: string | null;
  readonly extendedTo: string | null;
  readonly firstFiledOn: string | null;
  readonly timeliness: string | null;
  readonly conclusion: string | null;
  readonly publishedOn: string | null;
}

/** How many organisations of a season have something in common: `of` says in what. */
export interface SeasonCount {
  readonly of: 'STATE' | 'STANDING' | 'TIMELINESS' | 'CONCLUSION' | 'DAY' | 'FILED' | 'PUBLISHED';
  readonly name: string;
  readonly count: number;
}

/** What a board is narrowed to; null = whatever. */
export interface BoardFilter {
  readonly standing: string | null;
  readonly state: string | null;
  readonly filed: boolean | null;
  readonly timeliness: string | null;
  readonly conclusion: string | null;
  readonly published: boolean | null;
  /** A part of the name, of the credit code or of the case number. */
  readonly search: string | null;
}

/** What an organisation owes for a year. */
export interface MembershipRow {
  readonly season: string;
  readonly standing: 'REQUIRED' | 'EXEMPT' | 'OUTSIDE' | 'UNDECIDED';
  readonly ground: string;
  readonly baseDate: string;
  readonly caseNo: string | null;
  readonly state: string | null;
  readonly due: string | null;
  readonly closes: string | null;
}

const days = ['opensOn', 'toSupervisor', 'toRegistry', 'foundationToRegistry', 'extensionBefore', 'pausedOn']
  .map((name) => `s."${name}"::text AS "${name}"`)
  .join(', ');

const SEASON_SQL = `
SELECT s."caseId", c."caseNo", c."state", s."registryUnitId", u."name" AS registry, s."divisionCode", s."inspectedYear", ${days},
  s."base", s."openedAt" IS NOT NULL AS opened, n.*
FROM "Season" s JOIN "Case" c ON c."id" = s."caseId" JOIN "Unit" u ON u."id" = s."registryUnitId"
CROSS JOIN LATERAL (
  SELECT count(*)::int AS judged, (count(*) FILTER (WHERE k."seq" > 0))::int AS started,
    (count(*) FILTER (WHERE m."standing" = 'REQUIRED' AND k."state" <> 'EXEMPT'))::int AS required,
    (count(*) FILTER (WHERE m."standing" = 'EXEMPT' OR k."state" = 'EXEMPT'))::int AS exempt,
    (count(*) FILTER (WHERE m."standing" = 'UNDECIDED'))::int AS undecided,
    (count(*) FILTER (WHERE r."firstFiledOn" IS NOT NULL))::int AS filed,
    (count(*) FILTER (WHERE r."timeliness" IN ('LATE', 'AFTER_CLOSE')))::int AS late,
    (count(*) FILTER (WHERE k."closedAt" IS NOT NULL))::int AS ended
  FROM "SeasonMember" m LEFT JOIN "Case" k ON k."id" = m."caseId" LEFT JOIN "AnnualReturn" r ON r."caseId" = m."caseId"
  WHERE m."seasonId" = s."caseId") n`;

/** $1 all, $2 units, $3 divisions. */
const MAY_SEE = `($1::boolean OR s."registryUnitId" = ANY($2::text[]) OR s."divisionCode" LIKE ANY(SELECT d || '%' FROM unnest($3::text[]) d))`;

const CONCLUSION = `coalesce(r."conclusion", CASE m."standing" WHEN 'EXEMPT' THEN 'EXEMPT' END)`;

/** A conclusion that is to be published, by whether it is; null where there is none to publish. */
const PUBLISHED = `CASE WHEN r."conclusion" IS NOT NULL AND c."state" <> 'EXEMPT' THEN r."publishedOn" IS NOT NULL END`;

const BOARD_SQL = `
SELECT m."organisationId", o."name", o."uscc", m."standing", m."ground", c."caseNo", c."state", r."due"::text, r."closes"::text,
  r."extendedTo"::text, r."firstFiledOn"::text, r."timeliness", ${CONCLUSION} AS conclusion, r."publishedOn"::text
FROM "SeasonMember" m JOIN "Organisation" o ON o."id" = m."organisationId"
LEFT JOIN "Case" c ON c."id" = m."caseId" LEFT JOIN "AnnualReturn" r ON r."caseId" = m."caseId"
WHERE m."seasonId" = $1 AND m."organisationId" > $2
  AND ($4::text IS NULL OR m."standing" = $4) AND ($5::text IS NULL OR c."state" = $5)
  AND ($6::boolean IS NULL OR (c."id" IS NOT NULL AND (r."firstFiledOn" IS NOT NULL) = $6))
  AND ($7::text IS NULL OR r."timeliness" = $7)
  AND ($8::text IS NULL OR ${CONCLUSION} = $8) AND ($9::boolean IS NULL OR ${PUBLISHED} = $9)
  AND ($10::text IS NULL OR strpos(o."name", $10) > 0 OR strpos(o."uscc", upper($10)) > 0 OR strpos(c."caseNo", upper($10)) > 0)
ORDER BY m."organisationId" LIMIT $3`;

const COUNTS_SQL = `
WITH all_of AS (
  SELECT m."standing", c."state", r."firstFiledOn"::text AS day, r."timeliness", ${CONCLUSION} AS conclusion, ${PUBLISHED} AS published, c."id" IS NOT NULL AS owes
  FROM "SeasonMember" m LEFT JOIN "Case" c ON c."id" = m."caseId" LEFT JOIN "AnnualReturn" r ON r."caseId" = m."caseId" WHERE m."seasonId" = $1)
SELECT "of", name, count(*)::int AS count FROM all_of, LATERAL (VALUES ('STATE', "state"), ('STANDING', "standing"), ('TIMELINESS', "timeliness"),
  ('CONCLUSION', conclusion), ('DAY', day), ('FILED', CASE WHEN owes THEN CASE WHEN day IS NULL THEN 'NO' ELSE 'YES' END END),
  ('PUBLISHED', CASE published WHEN true THEN 'YES' WHEN false THEN 'NO' END)) v("of", name)
WHERE name IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;

const MEMBERSHIP_SQL = `
SELECT sc."caseNo" AS season, m."standing", m."ground", m."baseDate"::text, c."caseNo", c."state", r."due"::text, r."closes"::text
FROM "Season" s JOIN "Case" sc ON sc."id" = s."caseId"
LEFT JOIN "SeasonMember" m ON m."seasonId" = s."caseId" AND m."organisationId" = $1
LEFT JOIN "Case" c ON c."id" = m."caseId" LEFT JOIN "AnnualReturn" r ON r."caseId" = m."caseId"
WHERE s."inspectedYear" = $2::int AND s."key" IS NOT NULL AND s."openedAt" IS NOT NULL
  AND (m."organisationId" IS NOT NULL OR s."registryUnitId" = (SELECT "registryUnitId" FROM "Organisation" WHERE "id" = $1))
ORDER BY m."organisationId" IS NULL, m."caseId" IS NULL LIMIT 1`;

/** Seasons as they are read: lists, boards, what an organisation owes. */
export function seasonReadingStore({ pool }: { readonly pool: Tx }) {
  const filtered = (filter: SeasonFilter): [boolean, readonly string[], readonly string[]] =>
    'all' in filter ? [true, [], []] : [false, filter.unitIds, filter.divisions];
  return {
    /** The season of a case number that may be seen, or null. */
    async find(caseNo: string, filter: SeasonFilter): Promise<SeasonRow | null> {
      const text = `${SEASON_SQL} WHERE ${MAY_SEE} AND c."caseNo" = $4`;
      return (await pool.query<SeasonRow>(text, [...filtered(filter), caseNo])).rows[0] ?? null;
    },

    /** The latest years first; `after` is the year and case id of the last of the page before. */
    async list(
      filter: SeasonFilter,
      { year, after, limit }: { year: number | null; after: readonly [number, string] | null; limit: number },
    ): Promise<SeasonRow[]> {
      const text = `${SEASON_SQL} WHERE ${MAY_SEE} AND ($4::int IS NULL OR s."inspectedYear" = $4)
        AND ($5::int IS NULL OR s."inspectedYear" < $5 OR (s."inspectedYear" = $5 AND s."caseId" > $6))
        ORDER BY s."inspectedYear" DESC, s."caseId" LIMIT $7`;
      const values = [...filtered(filter), year, after?.[0] ?? null, after?.[1] ?? null, limit];
      return (await pool.query<SeasonRow>(text, values)).rows;
    },

    /** Organisations of a season by id, after one. */
    async board(seasonId: string, after: string, limit: number, narrowed: BoardFilter): Promise<BoardStoreRow[]> {
      const { standing, state, filed, timeliness, conclusion, published, search } = narrowed;
      const values = [seasonId, after, limit, standing, state, filed, timeliness, conclusion, published, search];
      return (await pool.query<BoardStoreRow>(BOARD_SQL, values)).rows;
    },

    /** The organisations of a season, counted by each of the things that its board is narrowed by, and by the day of their first filing. */
    async counts(seasonId: string): Promise<SeasonCount[]> {
      return (await pool.query<SeasonCount>(COUNTS_SQL, [seasonId])).rows;
    },

    /** What an organisation owes for a year; null when its registry has no season of it that has opened. */
    async membership(organisationId: string, inspectedYear: number) {
      const { rows } = await pool.query<MembershipRow | (Pick<MembershipRow, 'season'> & { readonly standing: null })>(
        MEMBERSHIP_SQL,
        [organisationId, inspectedYear],
      );
      return rows[0] ?? null;
    },

    /** The seasons of a year in a division and all below it, its own first. */
    async within(
      division: string,
      inspectedYear: number,
    ): Promise<readonly Pick<SeasonRow, 'caseId' | 'caseNo' | 'registry' | 'divisionCode'>[]> {
      const text = `SELECT s."caseId", c."caseNo", u."name" AS registry, s."divisionCode" FROM "Season" s
        JOIN "Case" c ON c."id" = s."caseId" JOIN "Unit" u ON u."id" = s."registryUnitId"
        WHERE s."inspectedYear" = $2 AND s."key" IS NOT NULL AND s."divisionCode" LIKE $1 || '%' ORDER BY s."divisionCode", s."caseId"`;
      return (await pool.query<SeasonRow>(text, [division, inspectedYear])).rows;
    },
  };
}
