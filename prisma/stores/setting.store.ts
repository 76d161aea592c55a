import type { Pool } from 'pg';

import { sqlTime } from './record/sql-time.js';

/** The register of defaults: dated values by key; the latest that has begun is in force. */
export function settingStore({ pool }: { readonly pool: Pool }) {
  return {
    /** Values in force at an instant (epoch ms), by key; a key without one is absent. */
    async inForce(keys: readonly string[], at: number): Promise<ReadonlyMap<string, unknown>> {
      const text = `SELECT DISTINCT ON ("key") "key", "value" FROM "Setting"
        WHERE "key" = ANY($1::text[]) AND "effectiveFrom" <= $2::timestamp(3) ORDER BY "key", "effectiveFrom" DESC`;
      const { rows } = await pool.query<{ key: string; value: unknown }>({
        name: 'settings-in-force',
        text,
        values: [keys, sqlTime(at)],
      });
      return new Map(rows.map(({ key, value }) => [key, value]));
    },
  };
}
