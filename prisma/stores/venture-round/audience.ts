import { VENTURE_PROJECT } from '#domain/venture-round/states.js';
import type { Tx } from '../record/transaction.js';

/** A page of the workflows of a round's projects that have not closed, by the ids of their cases. */
export const roundProjects =
  ({ pool }: { readonly pool: Tx }) =>
  async ({ of, after, limit }: { readonly of: string; readonly after: string; readonly limit: number }) => {
    const text = `SELECT p."caseId", p."caseNo" FROM "Project" p JOIN "Case" k ON k."id" = p."caseId"
      WHERE p."roundId" = $1 AND p."caseId" > $2 AND k."closedAt" IS NULL ORDER BY p."caseId" LIMIT $3`;
    const { rows } = await pool.query<{ caseId: string; caseNo: string }>(text, [of, after, limit]);
    return {
      workflowIds: rows.map(({ caseNo }) => `${VENTURE_PROJECT.slug}:${caseNo}`),
      next: rows.length < limit ? null : (rows.at(-1)?.caseId ?? null),
    };
  };
