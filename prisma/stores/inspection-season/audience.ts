import type { Tx } from '../record/transaction.js';

/** $1 season, $2 after, $3 limit. */
const OPEN_RETURNS_SQL = `
SELECT m."organisationId" AS id, c."matter" || ':' || c."caseNo" AS "workflowId" FROM "SeasonMember" m JOIN "Case" c ON c."id" = m."caseId"
WHERE m."seasonId" = $1 AND c."closedAt" IS NULL AND m."organisationId" > $2 ORDER BY m."organisationId" LIMIT $3`;

/** A page of the workflows of a season's returns that have not ended, in the order of their organisations' ids. */
export const seasonReturns =
  ({ pool }: { readonly pool: Tx }) =>
  async ({ of, after, limit }: { readonly of: string; readonly after: string; readonly limit: number }) => {
    const { rows } = await pool.query<{ id: string; workflowId: string }>(OPEN_RETURNS_SQL, [of, after, limit]);
    return {
      workflowIds: rows.map(({ workflowId }) => workflowId),
      next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
    };
  };
