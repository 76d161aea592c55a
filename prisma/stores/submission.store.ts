import { NotFound } from '#domain/errors.js';
import type { RequestId } from '#domain/ids.js';
import type { Database } from '../client.js';
import { CASE_COLUMNS } from './case/case-row.js';
import type { CaseRow } from './case/case-row.js';
import type { DraftRow, DraftScope } from './draft.store.js';
import { epochMs } from './record/sql-time.js';

/** $1 draft, $2 user, $3 organisations, $4 request. */
const ASKED_SQL = `
SELECT
  (SELECT row_to_json(d) FROM (
     SELECT "id", "matter", "organisationId", "ownerUserId", "version", "data", "caseId", ${epochMs('"createdAt"')} AS "createdAt",
       ${epochMs('"updatedAt"')} AS "updatedAt"
     FROM "Draft" WHERE "id" = $1::text AND ("ownerUserId" = $2::text OR "organisationId" = ANY($3::text[]))) d) AS draft,
  (SELECT row_to_json(c) FROM (SELECT ${CASE_COLUMNS} FROM "Case" WHERE "startRequestId" = $4::text) c) AS before`;

const OTHER_COUNCILS_SQL = `
SELECT p."personId", count(DISTINCT p."organisationId")::int AS councils FROM "OrgPost" p
WHERE p."personId" = ANY($1::text[]) AND p."organisationId" <> $2 AND p."inCouncil" AND p."from" <= $3::date AND (p."to" IS NULL OR p."to" >= $3::date)
  AND (EXISTS (SELECT FROM "Case" c WHERE c."organisationId" = p."organisationId" AND c."matter" = 'temp-party-org' AND c."closedAt" IS NULL)
    OR EXISTS (SELECT FROM "PartyOrgCoverage" v JOIN "PartyOrganisation" o ON o."id" = v."partyOrgId" AND o."temporary" AND o."countsInCoverage"
         WHERE v."organisationId" = p."organisationId"))
GROUP BY p."personId"`;

/** What a submission asks beside the rules of its matter. */
export function submissionStore({ pool }: Pick<Database, 'pool'>) {
  return {
    /** The draft in scope that is to be submitted, and the case that the very request made before: each null when there is none. */
    async asked(
      { userId, organisationIds }: DraftScope,
      draftId: string,
      requestId: RequestId,
    ): Promise<{ readonly draft: DraftRow | null; readonly before: CaseRow | null }> {
      const values = [draftId, userId, organisationIds, requestId];
      const query = { name: 'submission-asked', text: ASKED_SQL, values };
      const { rows } = await pool.query<{ draft: DraftRow | null; before: CaseRow | null }>(query);
      return rows[0] ?? { draft: null, before: null };
    },

    /** Those of the persons who hold or held a post in the organisation; of the others its applicant may learn nothing. */
    async peopleOf(organisationId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
      const text =
        'SELECT DISTINCT "personId" FROM "OrgPost" WHERE "organisationId" = $1 AND "personId" = ANY($2::text[])';
      const { rows } = await pool.query<{ personId: string }>(text, [organisationId, personIds]);
      return new Set(rows.map(({ personId }) => personId));
    },

    /** In how many other councils that have, or apply for, a temporary Party organisation each person sits on a day (specification M01 E6). */
    async otherCouncils(
      organisationId: string,
      personIds: readonly string[],
      on: string,
    ): Promise<ReadonlyMap<string, number>> {
      const values = [personIds, organisationId, on];
      const { rows } = await pool.query<{ personId: string; councils: number }>(OTHER_COUNCILS_SQL, values);
      return new Map(rows.map(({ personId, councils }) => [personId, councils]));
    },

    /** Those of the uploads that the user may hand in: their own, the organisation's, or files that the case holds already. */
    async uploadsOf(
      uploadIds: readonly string[],
      by: { readonly userId: string; readonly organisationId: string | null; readonly caseId: string | null },
    ): Promise<ReadonlySet<string>> {
      const text = `SELECT "id" FROM "Upload" u WHERE "id" = ANY($1::text[]) AND ("ownerUserId" = $2 OR "organisationId" = $3::text
        OR EXISTS (SELECT FROM "CaseFile" f WHERE f."uploadId" = u."id" AND f."caseId" = $4::text))`;
      const values = [uploadIds, by.userId, by.organisationId, by.caseId];
      const { rows } = await pool.query<{ id: string }>(text, values);
      return new Set(rows.map(({ id }) => id));
    },
  };
}

/**
 * Runs with the organisation held, so that two applications of it come one after the other, in whichever process: each sees what the one before
 * left. `run` works outside the transaction that holds. Throws NOT_FOUND.
 */
export function holdingOrganisation<Result>(
  database: Database,
  organisationId: string,
  run: () => Promise<Result>,
): Promise<Result> {
  return database.transact(async ({ rows }) => {
    const held: unknown[] = await rows.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId} FOR UPDATE`;
    if (held.length === 0) throw new NotFound('Organisation');
    return run();
  });
}
