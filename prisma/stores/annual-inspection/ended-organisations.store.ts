import type { Pool } from 'pg';

import type { IsoDate } from '#domain/calendar/iso-date.js';

/** A running return whose organisation was cancelled or revoked; `endedOn` is null where the register has no day. */
export interface EndedReturn {
  readonly caseNo: string;
  readonly endedOn: IsoDate | null;
}

/** $1 organisation or null. A case that heard of it once, and took up again for a correction, goes on. */
const ENDED_SQL = `
SELECT c."caseNo", to_char(o."endedOn", 'YYYY-MM-DD') AS "endedOn" FROM "Organisation" o
JOIN "Case" c ON c."organisationId" = o."id" AND c."matter" = 'annual-inspection' AND c."closedAt" IS NULL
WHERE o."legalStatus" IN ('CANCELLED', 'REVOKED') AND ($1::text IS NULL OR o."id" = $1)
  AND NOT EXISTS (SELECT FROM "LedgerEntry" l WHERE l."caseId" = c."id" AND l."kind" = 'ORGANISATION_ENDED')
ORDER BY c."caseNo"`;

/** Returns that have not heard yet that their organisation ended: of one organisation, or (null) of all. */
export async function returnsOfEnded(
  { pool }: { readonly pool: Pool },
  organisationId: string | null,
): Promise<readonly EndedReturn[]> {
  return (await pool.query<EndedReturn>(ENDED_SQL, [organisationId])).rows;
}
