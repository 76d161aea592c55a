import type { CaseId } from '#domain/ids.js';
import type { Database } from '../client.js';

/**
 * What an act on a case as a whole may wait for beside the state: a deed that the applicant has yet to sign (认领书), one of which the
 * money has yet to come, a milestone that has released nothing yet, a return that the season closed on while it was with its organisation, with no form
 * that stands: one kept as late does.
 */
export type Opening = 'DEED_TO_SIGN' | 'DEED_TO_CONFIRM' | 'MILESTONE' | 'LATE_RETURN';

const DEED = (status: string): string => `SELECT 1 FROM "Adoption" WHERE "projectId" = $1 AND "status" = '${status}'`;

const EXISTS: Readonly<Record<Opening, string>> = {
  DEED_TO_SIGN: DEED('OFFERED'),
  DEED_TO_CONFIRM: DEED('SIGNED'),
  MILESTONE: `SELECT 1 FROM "FundingAgreement" g, jsonb_array_elements(g."schedule") e
    WHERE g."projectId" = $1 AND e->>'release' = 'MILESTONE' AND e->>'taskId' IS NULL`,
  LATE_RETURN: `SELECT 1 FROM "AnnualReturn" r WHERE r."caseId" = $1 AND r."conclusion" = 'NOT_PARTICIPATED' AND r."formVersion" IS NULL`,
};

/** Of some openings, those that a case has now, in one query. */
export function caseOpeningStore({ pool }: Pick<Database, 'pool'>) {
  return {
    async among(caseId: CaseId, asked: readonly Opening[]): Promise<readonly Opening[]> {
      if (asked.length === 0) return [];
      const each = asked.map((opening) => `SELECT '${opening}' AS "opening" WHERE EXISTS (${EXISTS[opening]})`);
      const { rows } = await pool.query<{ opening: Opening }>(each.join(' UNION ALL '), [caseId]);
      return rows.map(({ opening }) => opening);
    },
  };
}
