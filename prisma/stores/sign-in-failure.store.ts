import { randomUUID } from 'node:crypto';

import type { Database } from '../client.js';

/** How many attempts in a row, within how long (ms), before an account waits. */
export interface AttemptRule {
  readonly max: number;
  readonly windowMs: number;
}

const COUNT = `
  INSERT INTO "RateLimit" (id, key, count, "lastRequest") VALUES ($1, $2, 1, $3)
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN "RateLimit"."lastRequest" <= $3 - $4::bigint THEN 1 ELSE "RateLimit".count + 1 END,
    "lastRequest" = CASE WHEN "RateLimit"."lastRequest" > $3 - $4::bigint AND "RateLimit".count >= $5
                         THEN "RateLimit"."lastRequest" ELSE $3 END
  RETURNING count, "lastRequest"`;

/** Attempts to sign in, counted in the database so that every process sees them. `now` is epoch ms. */
export function signInFailureStore({ pool }: Database) {
  return {
    /** Counts an attempt before it is looked at; answers the ms to wait, 0 when it may be looked at. Racing attempts are all counted. */
    async attempt(key: string, rule: AttemptRule, now: number): Promise<number> {
      const found = await pool.query<{ count: number; lastRequest: string }>(COUNT, [
        randomUUID(),
        key,
        now,
        rule.windowMs,
        rule.max,
      ]);
      const [row] = found.rows;
      if (row === undefined || row.count <= rule.max) return 0;
      return Math.max(1_000, Number(row.lastRequest) + rule.windowMs - now);
    },

    /** The account signed in, or the administrator unlocked it: counting starts over for every key that begins so. */
    async forget(prefix: string): Promise<void> {
      await pool.query('DELETE FROM "RateLimit" WHERE starts_with(key, $1)', [prefix]);
    },
  };
}
