import type { Pool } from 'pg';

/** What a case that takes up again has to know of its earlier run. */
export interface WhatWasDone {
  /** The highest number of its tasks: the next one goes on from there. */
  readonly tasksMade: number;
  /** Who acted, under every name, in the order of the acts. */
  readonly acts: readonly { readonly kind: string; readonly people: readonly string[] }[];
}

/** What is read of a case that had ended, from its ledger and tasks. */
export function reopeningStore({ pool }: { readonly pool: Pool }) {
  return {
    async whatWasDone(caseId: string): Promise<WhatWasDone> {
      const tasks = `SELECT coalesce(max(substring("id" FROM '-t([0-9]+)$')::int), 0) AS made FROM "Task" WHERE "caseId" = $1`;
      const acts = `SELECT "kind", array_remove(ARRAY[p->>'userId', p->>'personId', p->>'onBehalfOf'], NULL) AS people
        FROM "LedgerEntry" l, LATERAL (SELECT l."payload"::json->'cause'->'actor' AS p) actor
        WHERE l."caseId" = $1 AND l."requestId" IS NOT NULL AND l."kind" <> 'START' ORDER BY l."seq"`;
      const made = (await pool.query<{ made: number }>(tasks, [caseId])).rows[0]?.made ?? 0;
      return { tasksMade: made, acts: (await pool.query<WhatWasDone['acts'][number]>(acts, [caseId])).rows };
    },
  };
}
