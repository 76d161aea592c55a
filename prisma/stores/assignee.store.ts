import type { Pool } from 'pg';

import type { Role } from '#domain/roles.js';
import type { Tie } from './case-context.store.js';
import { sqlTime } from './record/sql-time.js';

/** Somebody to whom a task could go: the roles in force, and the ties to the case's organisation (specification C5). */
export interface Candidate {
  readonly userId: string;
  readonly grants: readonly { readonly role: string; readonly unitId: string | null }[];
  readonly ties: readonly Tie[];
}

export interface CandidateQuestion {
  readonly userIds: readonly string[];
  readonly organisationId: string | null;
  /** Epoch ms. */
  readonly now: number;
  readonly recusalYears: number;
}

const IN_FORCE = (of: string) =>
  `${of}."validFrom" <= $2::timestamp(3) AND (${of}."validTo" IS NULL OR ${of}."validTo" > $2::timestamp(3))`;

const CANDIDATES_SQL = `
SELECT u."id" AS "userId",
  coalesce((SELECT json_agg(json_build_object('role', g."role", 'unitId', g."unitId")) FROM "Grant" g WHERE g."userId" = u."id" AND ${IN_FORCE('g')}), '[]')
    AS grants,
  coalesce((SELECT json_agg(json_build_object('post', p."post", 'to', p."to")) FROM "OrgPost" p
    WHERE p."organisationId" = $3::text AND p."personId" = u."personId"
      AND (p."to" IS NULL OR p."to" > ($2::timestamp(3) + interval '8 hours')::date - make_interval(years => $4::int))), '[]') AS ties
FROM "User" u WHERE u."id" = ANY($1::text[]) AND u."disabledAt" IS NULL`;

const HOLDERS_SQL = `SELECT count(*)::int AS holders FROM "Grant" g JOIN "User" u ON u."id" = g."userId" AND u."disabledAt" IS NULL
  WHERE g."unitId" = $1 AND g."role" = $3 AND ${IN_FORCE('g')}`;

const PRINCIPALS_SQL = `
SELECT d."principalId", coalesce((SELECT json_agg('pool:' || g."unitId" || ':' || g."role") FROM "Grant" g
    WHERE g."userId" = d."principalId" AND g."unitId" IS NOT NULL AND ${IN_FORCE('g')}), '[]') AS pools
FROM "Deputation" d JOIN "User" u ON u."id" = d."principalId" AND u."disabledAt" IS NULL
WHERE d."deputyId" = $1 AND d."revokedAt" IS NULL AND d."from" <= $2::timestamp(3) AND d."to" > $2::timestamp(3)`;

/** Whom tasks can go to, and for whom somebody stands in. */
export function assigneeStore({ pool }: { readonly pool: Pool }) {
  return {
    /** Those of the users who are there and whose accounts are not disabled, in no order. */
    async candidates({ userIds, organisationId, now, recusalYears }: CandidateQuestion): Promise<Candidate[]> {
      const values = [userIds, sqlTime(now), organisationId, recusalYears];
      return (await pool.query<Candidate>({ name: 'candidates', text: CANDIDATES_SQL, values })).rows;
    },

    /** How many people hold a role at a unit at an instant (epoch ms). */
    async holders(unitId: string, role: Role, now: number): Promise<number> {
      const values = [unitId, sqlTime(now), role];
      return (
        (await pool.query<{ holders: number }>({ name: 'holders', text: HOLDERS_SQL, values })).rows[0]?.holders ?? 0
      );
    },

    /** Everybody whom the user stands in for at an instant (epoch ms), with the keys of the pools that these are in. */
    async principals(userId: string, now: number): Promise<{ principalId: string; pools: readonly string[] }[]> {
      const values = [userId, sqlTime(now)];
      const query = { name: 'principals', text: PRINCIPALS_SQL, values };
      return (await pool.query<{ principalId: string; pools: readonly string[] }>(query)).rows;
    },
  };
}
