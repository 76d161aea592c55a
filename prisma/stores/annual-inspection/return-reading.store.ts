import type { Pool } from 'pg';

import { sqlTime } from '../record/sql-time.js';

/** A Party-building instructor (党建工作指导员) as an organisation chooses one. */
interface InstructorRow {
  readonly personId: string;
  readonly name: string;
}

/** So many instructors are offered at most. */
const INSTRUCTORS_MAX = 500;

/** What is shown of a return beside its own row. */
export function returnReadingStore({ pool }: { readonly pool: Pool }) {
  return {
    /** The day until which an extension was asked for last; null when nobody asked. */
    async extensionAsked(caseId: string): Promise<string | null> {
      const text = `SELECT a."act" #>> '{facts,until}' AS until FROM "LedgerEntry" l JOIN "ActRequest" a ON a."id" = l."requestId" AND a."caseId" = l."caseId"
        WHERE l."caseId" = $1 AND l."kind" = 'askExtension' ORDER BY l."seq" DESC LIMIT 1`;
      return (await pool.query<{ until: string | null }>(text, [caseId])).rows[0]?.until ?? null;
    },

    /** Everybody who is an instructor at an instant (epoch ms), by name. */
    async instructors(at: number): Promise<InstructorRow[]> {
      const text = `SELECT DISTINCT p."id" AS "personId", p."name" FROM "Grant" g JOIN "User" u ON u."id" = g."userId" AND u."disabledAt" IS NULL
        JOIN "Person" p ON p."id" = u."personId"
        WHERE g."role" = 'INSTRUCTOR' AND g."validFrom" <= $1::timestamp(3) AND (g."validTo" IS NULL OR g."validTo" > $1::timestamp(3))
        ORDER BY p."name", p."id" LIMIT ${INSTRUCTORS_MAX}`;
      return (await pool.query<InstructorRow>(text, [sqlTime(at)])).rows;
    },

    /** The instructor whom the newest form of a return names, also one who is none any more; null where it names nobody. */
    async instructorNamed(caseId: string): Promise<InstructorRow | null> {
      const text = `SELECT p."id" AS "personId", p."name" FROM "Person" p
        WHERE p."id" = (SELECT f."data" #>> '{partyBuilding,instructorPersonId}' FROM "CaseForm" f WHERE f."caseId" = $1 ORDER BY f."version" DESC LIMIT 1)`;
      return (await pool.query<InstructorRow>(text, [caseId])).rows[0] ?? null;
    },
  };
}
