import type { Pool } from 'pg';

import type { UserId } from '#domain/ids.js';
import { sqlTime } from '../record/sql-time.js';

const INSTRUCTOR_SQL = `
SELECT u."id" FROM "User" u JOIN "Grant" g ON g."userId" = u."id" AND g."role" = 'INSTRUCTOR'
WHERE u."personId" = $1 AND u."disabledAt" IS NULL AND g."validFrom" <= $2::timestamp(3) AND (g."validTo" IS NULL OR g."validTo" > $2::timestamp(3))
ORDER BY u."id" LIMIT 1`;

/** The account of a person who is a Party-building instructor (党建工作指导员) at an instant (epoch ms); null for one who is none. */
export async function instructorAccount(
  { pool }: { readonly pool: Pool },
  personId: string,
  at: number,
): Promise<UserId | null> {
  const { rows } = await pool.query<{ id: UserId }>(INSTRUCTOR_SQL, [personId, sqlTime(at)]);
  return rows[0]?.id ?? null;
}
