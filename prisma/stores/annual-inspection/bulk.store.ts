import type { Pool } from 'pg';

import { caseColumns } from '../case/case-row.js';
import type { CaseRow } from '../case/case-row.js';

/** A season whose returns are decided together. */
export interface BulkSeason {
  readonly caseId: string;
  readonly registryUnitId: string;
}

/** A return that was chosen, with whoever reviewed it and the task that waits for the leader. */
export interface BulkReturn {
  readonly row: CaseRow;
  readonly reviewedBy: readonly string[];
  readonly taskId: string | null;
}

const CONCLUDING = `(SELECT t."id" FROM "Task" t WHERE t."caseId" = k."id" AND t."kind" = 'CONCLUDE' AND t."status" = 'OPEN' LIMIT 1)`;
/** Acts by which one reviews a return (specification C5: a reviewer does not sign). */
const REVIEWS = ['accept', 'supplement', 'preliminary', 'noteFindings', 'decideExtension'];

/** What bulk decisions ask, each for all the chosen returns at once. */
export function bulkReturnStore({ pool }: { readonly pool: Pool }) {
  return {
    /** The season of a case number; null when there is none. */
    async season(caseNo: string): Promise<BulkSeason | null> {
      const text = `SELECT s."caseId", s."registryUnitId" FROM "Season" s JOIN "Case" k ON k."id" = s."caseId" WHERE k."caseNo" = $1`;
      return (await pool.query<BulkSeason>(text, [caseNo])).rows[0] ?? null;
    },

    /** Those of the chosen returns that are of the season, by number. */
    async returnsOf(seasonId: string, caseNos: readonly string[]): Promise<ReadonlyMap<string, BulkReturn>> {
      const text = `SELECT ${caseColumns('k')}, ${CONCLUDING} AS "taskId",
          coalesce((SELECT array_agg(DISTINCT l."actorId") FROM "LedgerEntry" l WHERE l."caseId" = k."id" AND l."kind" = ANY($3::text[])), '{}') AS "reviewedBy"
        FROM "Case" k JOIN "AnnualReturn" r ON r."caseId" = k."id" WHERE r."seasonId" = $1 AND k."caseNo" = ANY($2::text[])`;
      const { rows } = await pool.query<CaseRow & Omit<BulkReturn, 'row'>>(text, [seasonId, caseNos, REVIEWS]);
      return new Map(rows.map(({ taskId, reviewedBy, ...row }) => [row.caseNo, { row, taskId, reviewedBy }]));
    },

    /** The task of a kind in each case: the open one, or else the last that was; absent before there is one. */
    async tasksOf(caseNos: readonly string[], kind: string): Promise<ReadonlyMap<string, string>> {
      const text = `SELECT DISTINCT ON (k."caseNo") k."caseNo", t."id" FROM "Task" t JOIN "Case" k ON k."id" = t."caseId"
        WHERE k."caseNo" = ANY($1::text[]) AND t."kind" = $2 ORDER BY k."caseNo", (t."status" = 'OPEN') DESC, t."openedAt" DESC`;
      const { rows } = await pool.query<{ caseNo: string; id: string }>(text, [caseNos, kind]);
      return new Map(rows.map(({ caseNo, id }) => [caseNo, id]));
    },

    /** Those of the requests that led to a record. */
    async decidedBy(requestIds: readonly string[]): Promise<ReadonlySet<string>> {
      const text = 'SELECT "requestId" FROM "Decision" WHERE "requestId" = ANY($1::text[])';
      const { rows } = await pool.query<{ requestId: string }>(text, [requestIds]);
      return new Set(rows.map(({ requestId }) => requestId));
    },
  };
}
