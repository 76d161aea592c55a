import { randomUUID } from 'node:crypto';

import type { Database } from '../client.js';

/** A Party organisation with what it covers, as its page shows it. */
export interface PartyOrganisationDetail {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly status: string;
  readonly temporary: boolean;
  readonly level: string;
  readonly divisionCode: string;
  readonly parentId: string | null;
  readonly termStart: string | null;
  readonly termEnd: string | null;
  readonly secretaryName: string | null;
  readonly members: number | null;
  readonly countsInCoverage: boolean;
  readonly caseNo: string | null;
  readonly caseState: string | null;
  readonly organisationIds: readonly string[];
  /** Units whose officials see to it: its superior's, and those of its case. */
  readonly unitIds: readonly string[];
}

/** Something that a Party organisation did; `heldOn` is `YYYY-MM-DD`. */
export interface PartyActivity {
  readonly id: string;
  readonly kind: string;
  readonly heldOn: string;
  readonly persons: number;
  readonly topic: string;
}

/** A running case of M01 in its life, and the term that its Party organisation has now. */
export interface LivingCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly seq: number;
  readonly state: string;
  readonly applicantUserId: string;
  readonly termStart: string | null;
  readonly termEnd: string | null;
}

const DETAIL_SQL = `
SELECT p."id", p."type", p."name", p."status", p."temporary", p."level", p."divisionCode", p."parentId", p."countsInCoverage",
  to_char(p."termStart", 'YYYY-MM-DD') AS "termStart", to_char(p."termEnd", 'YYYY-MM-DD') AS "termEnd", s."name" AS "secretaryName",
  jsonb_array_length(p."roster" -> 'members') AS members, c."caseNo", c."state" AS "caseState",
  coalesce((SELECT json_agg(v."organisationId" ORDER BY v."organisationId") FROM "PartyOrgCoverage" v WHERE v."partyOrgId" = p."id"), '[]') AS "organisationIds",
  coalesce((SELECT json_agg(DISTINCT x."unitId") FROM (
    SELECT p."unitId" UNION SELECT q."unitId" FROM "PartyOrganisation" q WHERE q."id" = p."parentId" UNION SELECT c."unitId"
    UNION SELECT b."unitId" FROM "CaseUnit" b WHERE b."caseId" = c."id") x WHERE x."unitId" IS NOT NULL), '[]') AS "unitIds"
FROM "PartyOrganisation" p LEFT JOIN "Person" s ON s."id" = p."secretaryPersonId" LEFT JOIN "Case" c ON c."id" = p."caseId" WHERE p."id" = $1`;

const ACTIVITY = `"id", "kind", to_char("heldOn", 'YYYY-MM-DD') AS "heldOn", "persons", "topic"`;

const LIVING_SQL = `
SELECT c."id" AS "caseId", c."caseNo", c."seq", c."state", c."applicantUserId",
  to_char(p."termStart", 'YYYY-MM-DD') AS "termStart", to_char(p."termEnd", 'YYYY-MM-DD') AS "termEnd"
FROM "Case" c LEFT JOIN "PartyOrganisation" p ON p."caseId" = c."id"
WHERE c."organisationId" = $1 AND c."matter" = 'temp-party-org' AND c."state" IN ('ACTIVE', 'EXPIRING') AND c."closedAt" IS NULL ORDER BY c."submittedAt"`;

/** The life of Party organisations after their set-up. */
export function partyLifeStore({ pool }: Pick<Database, 'pool'>) {
  return {
    async detail(id: string): Promise<PartyOrganisationDetail | null> {
      return (await pool.query<PartyOrganisationDetail>(DETAIL_SQL, [id])).rows[0] ?? null;
    },

    /** Up to `limit`, the latest first, after the one with this day and id (null = from the beginning). */
    async activities(
      partyOrgId: string,
      after: readonly [heldOn: string, id: string] | null,
      limit: number,
    ): Promise<PartyActivity[]> {
      const [heldOn, id] = after ?? ['infinity', ''];
      const text = `SELECT ${ACTIVITY} FROM "PartyActivity" WHERE "partyOrgId" = $1
        AND ("heldOn" < $2::date OR ("heldOn" = $2::date AND "id" > $3)) ORDER BY "PartyActivity"."heldOn" DESC, "id" LIMIT $4`;
      return (await pool.query<PartyActivity>(text, [partyOrgId, heldOn, id, limit])).rows;
    },

    async addActivity(
      activity: Omit<PartyActivity, 'id'> & { readonly partyOrgId: string; readonly createdBy: string },
    ): Promise<PartyActivity> {
      const { partyOrgId, kind, heldOn, persons, topic, createdBy } = activity;
      const text = `INSERT INTO "PartyActivity" ("id", "partyOrgId", "kind", "heldOn", "persons", "topic", "createdBy")
        VALUES ($1, $2, $3, $4::date, $5, $6, $7) RETURNING ${ACTIVITY}`;
      const { rows } = await pool.query<PartyActivity>(text, [
        randomUUID(),
        partyOrgId,
        kind,
        heldOn,
        persons,
        topic,
        createdBy,
      ]);
      const [row] = rows;
      if (row === undefined) throw new Error('inserting an activity answered no row');
      return row;
    },

    /** The fingerprint of the people of an organisation when its case last looked at them; null when it never did. */
    async peopleLastSeen(caseId: string): Promise<string | null> {
      const text = `SELECT a."fingerprint" FROM "LedgerEntry" l JOIN "ActRequest" a ON a."id" = l."requestId"
        WHERE l."caseId" = $1 AND l."kind" = 'membersChanged' ORDER BY l."seq" DESC LIMIT 1`;
      return (await pool.query<{ fingerprint: string }>(text, [caseId])).rows[0]?.fingerprint ?? null;
    },

    /** The running cases of an organisation whose Party organisation lives. */
    async living(organisationId: string): Promise<LivingCase[]> {
      return (await pool.query<LivingCase>(LIVING_SQL, [organisationId])).rows;
    },
  };
}
