import type { Pool } from 'pg';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { SheetFacts } from '#domain/random-check/case-facts.js';

const SHEET_SQL = `
SELECT "data"->>'checkedOn' AS "checkedOn", "data"->>'result' AS result,
  "version" = (SELECT max("version") FROM "CheckSheetVersion" WHERE "caseId" = $1) AS newest
FROM "CheckSheetVersion" WHERE "caseId" = $1 AND "version" = $2`;

/** What a version of a check sheet says, as far as its case depends on it; null when there is no such version. */
export async function sheetFacts(pool: Pool, caseId: string, version: number): Promise<SheetFacts | null> {
  const { rows } = await pool.query<SheetFacts & { checkedOn: IsoDate }>(SHEET_SQL, [caseId, version]);
  return rows[0] ?? null;
}
