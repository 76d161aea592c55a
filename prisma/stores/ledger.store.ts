import type { Pool } from 'pg';

import type { CaseId, UserId } from '#domain/ids.js';
import type { ChainEntry } from '#domain/ledger/verify-chain.js';
import type { CaseProof } from '#domain/ledger/case-proof.js';
import { DOCUMENT_COLUMNS } from './document.store.js';
import type { DocumentRow } from './document.store.js';
import { epochMs } from './record/sql-time.js';

/** One line of a case's story; `at` in epoch ms. The opinion is the actor's own words. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: number;
  /** The act, the event of time, or START. */
  readonly kind: string;
  readonly stage: string;
  /** The case's state after it. */
  readonly state: string;
  readonly actorId: UserId | null;
  readonly actorName: string | null;
  readonly onBehalfOfId: UserId | null;
  readonly onBehalfOfName: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly taskId: string | null;
  readonly verdict: string | null;
  readonly opinion: string | null;
  readonly fileIds: readonly string[];
  readonly hash: string;
}

/** A file that a case holds. */
export interface CaseFileRow {
  readonly uploadId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

const TIMELINE_SQL = `
SELECT l."seq", ${epochMs('l."at"')} AS at, l."kind", p.doc ->> 'stage' AS stage, p.doc ->> 'state' AS state, l."actorId", u."name" AS "actorName",
  p.actor ->> 'onBehalfOf' AS "onBehalfOfId", v."name" AS "onBehalfOfName", p.actor ->> 'role' AS role,
  p.actor ->> 'unitId' AS "unitId", n."name" AS "unitName", p.doc #>> '{cause,taskId}' AS "taskId", p.doc #>> '{cause,verdict}' AS verdict,
  a."opinion", coalesce(a."fileIds", '{}') AS "fileIds", l."hash"
FROM "LedgerEntry" l
CROSS JOIN LATERAL (SELECT j.doc, j.doc #> '{cause,actor}' AS actor FROM (SELECT l."payload"::jsonb AS doc) j) p
LEFT JOIN "User" u ON u."id" = l."actorId"
LEFT JOIN "User" v ON v."id" = p.actor ->> 'onBehalfOf'
LEFT JOIN "Unit" n ON n."id" = p.actor ->> 'unitId'
LEFT JOIN "ActRequest" a ON a."id" = l."requestId" AND a."caseId" = l."caseId"
WHERE l."caseId" = $1 ORDER BY l."seq"`;

/** One row a case: $1 the last case id of the batch before, $2 how many cases. Read in one snapshot, so a case that moves meanwhile is whole. */
const PROOFS_SQL = `
SELECT json_build_object('id', c."id", 'caseNo', c."caseNo", 'matter', c."matter", 'state', c."state", 'seq', c."seq",
    'ledgerHash', c."ledgerHash", 'closed', c."closedAt" IS NOT NULL) AS case,
  coalesce((
    SELECT json_agg(json_build_object('seq', l."seq", 'payload', l."payload", 'prevHash', l."prevHash", 'hash', l."hash",
      'opinionSha256', encode(sha256(convert_to(a."opinion", 'UTF8')), 'hex')) ORDER BY l."seq")
    FROM "LedgerEntry" l LEFT JOIN "ActRequest" a ON a."id" = l."requestId" AND a."caseId" = l."caseId" WHERE l."caseId" = c."id"), '[]') AS entries,
  coalesce((
    SELECT json_agg(json_build_object('taskId', t."id", 'assignee', t."assigneeKey", 'status', t."status", 'due', ${epochMs('t."dueAt"')}))
    FROM "Task" t WHERE t."caseId" = c."id" AND t."status" <> 'CLOSED'), '[]') AS "openTasks",
  coalesce((
    SELECT json_agg(json_build_object('kind', d."kind", 'docNo', d."docNo", 'sha256', d."sha256") ORDER BY d."seq", d."kind")
    FROM "Document" d WHERE d."caseId" = c."id"), '[]') AS documents
FROM "Case" c WHERE c."id" > $1 ORDER BY c."id" LIMIT $2`;

/** What cases went through, to be read and to be proved. */
export function ledgerStore({ pool }: { readonly pool: Pool }) {
  return {
    /** The whole story of a case, oldest first. Who may read its opinions is decided by the caller. */
    async timeline(caseId: CaseId): Promise<TimelineEntry[]> {
      return (await pool.query<TimelineEntry>({ name: 'timeline', text: TIMELINE_SQL, values: [caseId] })).rows;
    },

    /** The papers of a case in the order they were issued. */
    async casePapers(caseId: CaseId): Promise<DocumentRow[]> {
      const text = `SELECT ${DOCUMENT_COLUMNS} FROM "Document" WHERE "caseId" = $1 ORDER BY "Document"."issuedAt", "seq", "kind"`;
      return (await pool.query<DocumentRow>({ name: 'case-papers', text, values: [caseId] })).rows;
    },

    /** The files that a case holds. */
    async caseFiles(caseId: CaseId): Promise<CaseFileRow[]> {
      const text = `SELECT u."id" AS "uploadId", u."name", u."mediaType", u."size", u."sha256" FROM "CaseFile" f
        JOIN "Upload" u ON u."id" = f."uploadId" WHERE f."caseId" = $1 ORDER BY u."createdAt", u."id"`;
      return (await pool.query<CaseFileRow>({ name: 'case-files', text, values: [caseId] })).rows;
    },

    /** The entries of one chain in the order of their numbers: a case's, or that of the administration. */
    async chain(caseId: string): Promise<ChainEntry[]> {
      const text = 'SELECT "seq", "payload", "prevHash", "hash" FROM "LedgerEntry" WHERE "caseId" = $1 ORDER BY "seq"';
      return (await pool.query<ChainEntry>(text, [caseId])).rows;
    },

    /** Whether this database was ever migrated. */
    async isThere(): Promise<boolean> {
      const { rows } = await pool.query<{ there: boolean }>(`SELECT to_regclass('"LedgerEntry"') IS NOT NULL AS there`);
      return rows[0]?.there === true;
    },

    /** Every case with its proof, one after the other, a batch in memory at a time. */
    async *proofs(batch = 200): AsyncGenerator<CaseProof> {
      for (let after = ''; ;) {
        const { rows } = await pool.query<CaseProof>(PROOFS_SQL, [after, batch]);
        yield* rows;
        const last = rows.at(-1);
        if (last === undefined || rows.length < batch) return;
        after = last.case.id;
      }
    },
  };
}
