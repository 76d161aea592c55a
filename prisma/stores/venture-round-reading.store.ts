import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { parseRoundConfiguration } from '#domain/venture-round/round-configuration.js';
import type { ScreeningResult } from '#domain/venture-round/screening.rule.js';
import type { Tx } from './record/transaction.js';
import { epochMs, sqlTime } from './record/sql-time.js';
import { roundsWhere } from './venture-round/round-row.js';
import type { RoundRow } from './venture-round/round-row.js';

/** Where a page of rounds begins: after this one, the newest call first. */
export interface RoundKey {
  readonly opensAt: number;
  readonly caseId: string;
}

/** Which rounds: published ones, and planned ones of these units. */
export interface RoundsAsked {
  readonly ofUnits: readonly string[] | 'ALL';
  /** Calls that are open at this time, epoch ms; null: every round. */
  readonly openAt: number | null;
  readonly after: RoundKey | null;
  readonly limit: number;
}

/** A published configuration: the call or an amendment; `reasons` are the words of the act. */
export interface PublishedConfiguration {
  readonly version: number;
  readonly hash: string;
  readonly changed: readonly string[];
  readonly publishedAt: number;
  readonly reasons: string | null;
  readonly configuration: RoundConfiguration;
}

/** A project as lists show it. */
export interface ProjectRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly class: string;
  readonly appliedClass: string;
  readonly themes: readonly string[];
  readonly siteDivision: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: string;
  readonly requestedFen: number;
  readonly totalFen: number;
  readonly awardedFen: number | null;
  readonly score: string | null;
  readonly rank: number | null;
  readonly adopted: boolean;
  readonly receivedAt: number;
  readonly sha256: string;
  readonly formVersion: number;
  /** Of its newest machine checks; null before the screening. */
  readonly failedChecks: number | null;
  /** The kind of the open task of its screening. */
  readonly screeningTask: string | null;
}

/** Which projects of a round. `organisationIds`: null for all of them. */
export interface ProjectsAsked {
  readonly roundId: string;
  readonly organisationIds: readonly string[] | null;
  readonly state: string | null;
  readonly class: string | null;
  /** The kind of an open task. */
  readonly waitsFor: string | null;
  /** A part of the title or of the organisation's name. */
  readonly words: string | null;
  readonly after: string | null;
  readonly limit: number;
}

const PROJECT_SQL = `SELECT p."caseId", p."caseNo", p."title", p."class", p."appliedClass", p."themes", p."siteDivision", p."organisationId",
  o."name" AS "organisationName", k."state", p."requestedFen"::float8 AS "requestedFen", p."totalFen"::float8 AS "totalFen",
  p."awardedFen"::float8 AS "awardedFen", p."score"::text AS "score", p."rank", p."adopted", ${epochMs('p."receivedAt"')} AS "receivedAt",
  p."sha256", p."formVersion",
  (SELECT (SELECT count(*)::int FROM jsonb_array_elements(s."results") AS r WHERE NOT (r->>'passed')::boolean)
    FROM "ProjectScreening" s WHERE s."projectId" = p."caseId" ORDER BY s."formVersion" DESC, s."checkedOn" DESC LIMIT 1) AS "failedChecks",
  (SELECT min(t."kind") FROM "Task" t WHERE t."caseId" = p."caseId" AND t."status" = 'OPEN' AND t."kind" = ANY('{SCREEN,SUPPLEMENT,CHECK_REFUSAL}'))
    AS "screeningTask"
  FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" JOIN "Organisation" o ON o."id" = p."organisationId"`;

/** Rounds and projects as people look at them. Who may see what is the asker's business. */
export function ventureRoundReadingStore({ pool }: { readonly pool: Tx }) {
  return {
    /** The round of a row id or case number, or null. */
    find: async (id: string): Promise<RoundRow | null> =>
      (await roundsWhere(pool, '(r."caseId" = $1 OR r."caseNo" = $1)', [id]))[0] ?? null,

    list({ ofUnits, openAt, after, limit }: RoundsAsked): Promise<RoundRow[]> {
      const values = [
        ofUnits === 'ALL' ? null : ofUnits,
        openAt === null ? null : sqlTime(openAt),
        after === null ? null : sqlTime(after.opensAt),
        after?.caseId ?? null,
        limit,
      ];
      return roundsWhere(
        pool,
        `(r."publishedAt" IS NOT NULL OR $1::text[] IS NULL OR r."unitId" = ANY($1::text[]))
         AND ($2::timestamp IS NULL OR (r."publishedAt" IS NOT NULL AND r."cancelledAt" IS NULL AND r."opensAt" <= $2 AND r."closesAt" >= $2))
         AND ($3::timestamp IS NULL OR (r."opensAt", r."caseId") < ($3, $4::text))
         ORDER BY r."opensAt" DESC, r."caseId" DESC LIMIT $5`,
        values,
      );
    },

    /** Every configuration that was published, the call first. */
    async published(roundId: string): Promise<PublishedConfiguration[]> {
      const text = `SELECT m."version", m."hash", m."changed", ${epochMs('m."publishedAt"')} AS "publishedAt", q."opinion" AS reasons, m."configuration"
        FROM "RoundAmendment" m LEFT JOIN "ActRequest" q ON q."id" = m."requestId" WHERE m."roundId" = $1 ORDER BY m."version"`;
      type Stored = Omit<PublishedConfiguration, 'configuration'> & { readonly configuration: unknown };
      const { rows } = await pool.query<Stored>(text, [roundId]);
      return rows.map((row) => ({ ...row, configuration: parseRoundConfiguration(row.configuration) }));
    },

    /** The words of an act: the published reasons of a cancellation. */
    async reasonsOf(requestId: string | null): Promise<string | null> {
      if (requestId === null) return null;
      const text = 'SELECT "opinion" FROM "ActRequest" WHERE "id" = $1';
      return (await pool.query<{ opinion: string | null }>(text, [requestId])).rows[0]?.opinion ?? null;
    },

    /** How many projects a round has by class and state, and what they ask for, in fen. */
    async counts(roundId: string): Promise<{ class: string; state: string; projects: number; requestedFen: number }[]> {
      const text = `SELECT p."class", k."state", count(*)::int AS projects, sum(p."requestedFen")::float8 AS "requestedFen"
        FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" WHERE p."roundId" = $1 GROUP BY 1, 2 ORDER BY 1, 2`;
      type Count = { class: string; state: string; projects: number; requestedFen: number };
      return (await pool.query<Count>(text, [roundId])).rows;
    },

    /** A page of a round's projects by their numbers. */
    async projects(asked: ProjectsAsked): Promise<ProjectRow[]> {
      const { roundId, organisationIds, state, class: ofClass, waitsFor, words, after, limit } = asked;
      const text = `${PROJECT_SQL} WHERE p."roundId" = $1 AND ($2::text[] IS NULL OR p."organisationId" = ANY($2::text[]))
        AND ($3::text IS NULL OR k."state" = $3) AND ($4::text IS NULL OR p."class" = $4) AND ($5::text IS NULL OR p."caseNo" > $5)
        AND ($7::text IS NULL OR EXISTS (SELECT FROM "Task" t WHERE t."caseId" = p."caseId" AND t."status" = 'OPEN' AND t."kind" = $7))
        AND ($8::text IS NULL OR position($8 in p."title") > 0 OR position($8 in o."name") > 0)
        ORDER BY p."caseNo" LIMIT $6`;
      const values = [roundId, organisationIds, state, ofClass, after, limit, waitsFor, words];
      return (await pool.query<ProjectRow>(text, values)).rows;
    },

    /** The shortlist (入围名单), once the screening has ended: whoever was shortlisted and has not gone since. */
    async shortlist(roundId: string, after: string | null, limit: number): Promise<ProjectRow[]> {
      const text = `${PROJECT_SQL} WHERE p."roundId" = $1 AND p."shortlistedAt" IS NOT NULL AND p."standingKey" IS NOT NULL
        AND ($2::text IS NULL OR p."caseNo" > $2) ORDER BY p."caseNo" LIMIT $3`;
      return (await pool.query<ProjectRow>(text, [roundId, after, limit])).rows;
    },

    /** A project with its round, or null. */
    async project(caseNo: string): Promise<{ project: ProjectRow; round: RoundRow } | null> {
      const [project] = (await pool.query<ProjectRow>(`${PROJECT_SQL} WHERE p."caseNo" = $1`, [caseNo])).rows;
      if (project === undefined) return null;
      const of = 'r."caseId" = (SELECT "roundId" FROM "Project" WHERE "caseId" = $1)';
      const [round] = await roundsWhere(pool, of, [project.caseId]);
      return round === undefined ? null : { project, round };
    },

    /** The newest machine checks of a project, each with its clause; null before the screening. */
    async screening(projectId: string): Promise<{ checkedOn: string; results: ScreeningResult[] } | null> {
      const text = `SELECT "checkedOn"::text AS "checkedOn", "results" FROM "ProjectScreening" WHERE "projectId" = $1
        ORDER BY "formVersion" DESC, "checkedOn" DESC LIMIT 1`;
      const { rows } = await pool.query<{ checkedOn: string; results: ScreeningResult[] }>(text, [projectId]);
      return rows[0] ?? null;
    },
  };
}
