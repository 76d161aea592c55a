import type { Database } from '../../client.js';
import { epochMs } from '../record/sql-time.js';
import type { ProofFile } from './project-reading.store.js';

/** A project that a plan of awards names. */
export interface PlannedProject {
  readonly projectId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly requestedFen: number;
  readonly score: string | null;
}

/** An objection as it was raised, and what it came to. Epoch ms. */
export interface ObjectionRow {
  readonly id: string;
  readonly notice: number;
  readonly caseNo: string | null;
  readonly title: string | null;
  readonly by: string;
  readonly contact: string;
  readonly statement: string;
  readonly evidence: readonly ProofFile[];
  readonly filedAt: number;
  readonly status: string;
  readonly remedy: string | null;
  readonly answer: string | null;
  readonly answeredAt: number | null;
  readonly taskId: string | null;
}

/** A project's account within its round. Money in fen. */
export interface ProjectAccount {
  readonly caseNo: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly state: string;
  readonly agreement: string | null;
  readonly frozen: boolean;
  readonly agreedFen: number;
  readonly paidFen: number;
  readonly returnedFen: number;
}

/** A project that an enterprise may adopt, up to the gap. Fen. */
export interface AdoptableRow {
  readonly caseNo: string;
  readonly title: string;
  readonly class: string;
  readonly organisation: string | null;
  readonly requestedFen: number;
  readonly gapFen: number;
}

/** A deed as its sponsor looks at it. Epoch ms. */
export interface SponsorDeed {
  readonly deedId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly roundNo: string;
  readonly mode: string;
  readonly fen: number;
  readonly status: string;
  readonly signedAt: number;
}

/** Something that waits on a project's way from its award to its end. Epoch ms. */
export interface WaitingRow {
  readonly taskId: string;
  readonly kind: string;
  readonly caseNo: string;
  readonly title: string;
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly suspended: boolean;
  readonly source: string | null;
  readonly instalment: number | null;
  readonly fen: number | null;
}

const PLANNED = `SELECT p."caseId" AS "projectId", p."caseNo", p."title", o."name" AS "organisation", p."requestedFen"::float8 AS "requestedFen", result."score"
  FROM "Project" p LEFT JOIN "Organisation" o ON o."id" = p."organisationId"
  LEFT JOIN LATERAL (SELECT r."score" FROM "RoundResult" r WHERE r."roundId" = p."roundId" AND r."projectId" = p."caseId" ORDER BY r."seq" DESC LIMIT 1) result ON true
 WHERE p."caseId" = ANY($1::text[])`;

const OBJECTIONS = `SELECT x."id", x."notice", p."caseNo", p."title", COALESCE(who."name", '') AS "by", x."contact", x."statement",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('uploadId', u."id", 'name', u."name")) FROM "Upload" u WHERE u."id" = ANY(x."evidenceUploadIds")), '[]') AS "evidence",
    ${epochMs('x."filedAt"')} AS "filedAt", x."status", x."remedy", words."opinion" AS "answer", ${epochMs('x."answeredAt"')} AS "answeredAt", x."taskId"
  FROM "Objection" x LEFT JOIN "Project" p ON p."caseId" = x."subject" LEFT JOIN "User" who ON who."id" = x."byUserId"
  LEFT JOIN "ActRequest" words ON words."id" = x."answerRequestId"
 WHERE x."caseId" = $1 AND x."status" <> 'FILED' AND ($2::text IS NULL OR x."byUserId" = $2) AND x."id" > $3 ORDER BY x."id" LIMIT $4`;

const ACCOUNTS = `SELECT p."caseNo", p."title", o."name" AS "organisation", k."state", g."status" AS "agreement", g."frozenAt" IS NOT NULL AS "frozen",
    CASE WHEN g."status" = 'SIGNED' THEN g."totalFen" ELSE 0 END::float8 AS "agreedFen",
    COALESCE((SELECT sum(x."fen") FROM "PaymentOrder" x WHERE x."projectId" = p."caseId"), 0)::float8 AS "paidFen",
    COALESCE((SELECT sum(x."fen") FROM "MoneyReturn" x WHERE x."projectId" = p."caseId"), 0)::float8 AS "returnedFen"
  FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" LEFT JOIN "Organisation" o ON o."id" = p."organisationId"
  LEFT JOIN "FundingAgreement" g ON g."projectId" = p."caseId"
 WHERE p."roundId" = $1 AND (g."projectId" IS NOT NULL OR k."state" = 'FUNDED') AND p."caseNo" > $2 ORDER BY p."caseNo" LIMIT $3`;

const WAITING = `SELECT t."id" AS "taskId", t."kind", p."caseNo", p."title", ${epochMs('t."openedAt"')} AS "openedAt", ${epochMs('t."dueAt"')} AS "dueAt",
    t."status" = 'SUSPENDED' AS "suspended", due->>'source' AS "source", (due->>'no')::int AS "instalment", (due->>'dueFen')::float8 AS "fen"
  FROM "Project" p JOIN "Task" t ON t."caseId" = p."caseId" LEFT JOIN "FundingAgreement" g ON g."projectId" = p."caseId"
  LEFT JOIN LATERAL (SELECT e AS due FROM jsonb_array_elements(g."schedule") e WHERE e->>'taskId' = t."id") instalment ON true
 WHERE p."roundId" = $1 AND t."status" <> 'CLOSED' AND t."kind" = ANY($2::text[]) AND t."id" > $3 ORDER BY t."id" LIMIT $4`;

const ADOPTABLE = `SELECT p."caseNo", p."title", p."class", o."name" AS "organisation", p."requestedFen"::float8 AS "requestedFen",
    (p."requestedFen" - CASE WHEN a."outcome" IN ('PROPOSED', 'FUNDED') THEN a."fen" ELSE 0 END
      - COALESCE((SELECT sum(d."fen") FROM "Adoption" d WHERE d."projectId" = p."caseId" AND d."status" IN ('SIGNED', 'PAID')), 0))::float8 AS "gapFen"
  FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" JOIN "Case" round ON round."id" = p."roundId" LEFT JOIN "Organisation" o ON o."id" = p."organisationId"
  LEFT JOIN "Award" a ON a."projectId" = p."caseId"
  LEFT JOIN LATERAL (SELECT r."projectId", r."meetsFloor" FROM "RoundResult" r WHERE r."roundId" = p."roundId" AND r."projectId" = p."caseId" ORDER BY r."seq" DESC LIMIT 1) result ON true
 WHERE p."roundId" = $1 AND k."state" IN ('SHOWN', 'SCORED', 'RESERVE', 'NOT_FUNDED', 'PROPOSED', 'FUNDED') AND result."meetsFloor" IS DISTINCT FROM false
   AND (a."projectId" IS NOT NULL OR (result."projectId" IS NULL AND round."state" IN ('PUBLICITY', 'AWARDED', 'EXECUTION'))) AND p."caseNo" > $2`;

const DEEDS_OF = `SELECT d."id" AS "deedId", p."caseNo", p."title", r."caseNo" AS "roundNo", d."mode", d."fen"::float8 AS "fen", d."status", ${epochMs('d."sponsorSignedAt"')} AS "signedAt"
  FROM "Adoption" d JOIN "Project" p ON p."caseId" = d."projectId" JOIN "Case" r ON r."id" = d."roundId" WHERE d."sponsorId" = $1 ORDER BY d."sponsorSignedAt" DESC LIMIT 200`;

/** Kinds of tasks that wait for a signature or a decision between the award and the end of a project. */
export const MONEY_TASKS = [
  'SIGN_AGREEMENT',
  'COUNTERSIGN_AGREEMENT',
  'SIGN_PAYMENT',
  'FILE_MID_TERM_REPORT',
  'FILE_FINAL_REPORT',
  'EVALUATE_MID_TERM',
  'RECHECK_PROJECT',
  'EVALUATE_FINAL',
  'DECIDE_CHANGE',
  'SETTLE_ACCOUNTS',
  'RETURN_MONEY',
] as const;

/** What those who run a round look at after its ranking. */
export function roundDeskStore({ pool }: Pick<Database, 'pool'>) {
  return {
    planned: async (projectIds: readonly string[]): Promise<PlannedProject[]> =>
      (await pool.query<PlannedProject>(PLANNED, [[...projectIds]])).rows,

    /** Objections of a round after the one of that id; `byUserId`: those of one person alone. */
    objections: async (
      roundId: string,
      byUserId: string | null,
      after: string,
      limit: number,
    ): Promise<ObjectionRow[]> => (await pool.query<ObjectionRow>(OBJECTIONS, [roundId, byUserId, after, limit])).rows,

    accounts: async (roundId: string, after: string, limit: number): Promise<ProjectAccount[]> =>
      (await pool.query<ProjectAccount>(ACCOUNTS, [roundId, after, limit])).rows,

    /** Projects with a gap that an enterprise may fill, after the one of that number. */
    async adoptable(roundId: string, after: string, limit: number): Promise<AdoptableRow[]> {
      const text = `SELECT * FROM (${ADOPTABLE}) open WHERE "gapFen" > 0 ORDER BY "caseNo" LIMIT $3`;
      return (await pool.query<AdoptableRow>(text, [roundId, after, limit])).rows;
    },

    /** Deeds that a sponsor has signed, newest first. */
    deedsOf: async (sponsorId: string): Promise<SponsorDeed[]> =>
      (await pool.query<SponsorDeed>(DEEDS_OF, [sponsorId])).rows,

    waiting: async (roundId: string, after: string, limit: number): Promise<WaitingRow[]> =>
      (await pool.query<WaitingRow>(WAITING, [roundId, MONEY_TASKS, after, limit])).rows,
  };
}
