import type { Pool } from 'pg';

import type { CaseId, RequestId } from '#domain/ids.js';
import type { ActResult } from '#domain/process/act.js';

const RESULT_SQL = `SELECT c."caseNo", l."seq", l."payload"::jsonb ->> 'state' AS state, coalesce(a."fingerprint", '') AS fingerprint
  FROM "LedgerEntry" l JOIN "Case" c ON c."id" = l."caseId" LEFT JOIN "ActRequest" a ON a."id" = l."requestId"
  WHERE l."caseId" = $1 AND l."requestId" = $2`;

/** What acts led to, read from the ledger: a closed case has no workflow any more that remembers it. */
export function actResultStore({ pool }: { readonly pool: Pool }) {
  return {
    /** What the request was answered when its act was recorded, or null when it never was. */
    async find(caseId: CaseId, requestId: RequestId): Promise<ActResult | null> {
      const query = { name: 'act-result', text: RESULT_SQL, values: [caseId, requestId] };
      return (await pool.query<ActResult>(query)).rows[0] ?? null;
    },
  };
}
