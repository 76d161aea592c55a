import { z } from 'zod';

import type { Projection, Projections } from '../record.store.js';
import type { Tx } from '../record/transaction.js';
import { sqlTime } from '../record/sql-time.js';

const Day = z.iso.date();
const OfDeed = z.looseObject({ deedId: z.string() });
const SignedDeed = z.looseObject({ deedId: z.string(), by: z.string() });
const Amount = z.looseObject({ source: z.string(), fen: z.int() });
const Instalment = z.looseObject({ source: z.string(), no: z.int(), fen: z.int(), release: z.string() });
const Offered = z.looseObject({
  contentHash: z.string(),
  agreed: z.array(Amount),
  instalments: z.array(Instalment),
  documentId: z.string().nullish(),
});
const SignedAgreement = z.looseObject({ side: z.enum(['HOST', 'APPLICANT']), by: z.string() });
const Contracted = z.looseObject({ termFrom: Day, termTo: Day });
const Due = Instalment.extend({ taskId: z.string(), financeTaskId: z.string().nullish() });
const ReturnDue = z.looseObject({ due: z.array(Amount) });
const Ordered = Instalment.extend({ signers: z.array(z.string()) });
const Reported = z.looseObject({ no: z.int() });
const Evaluated = z.looseObject({
  kind: z.string(),
  result: z.string(),
  evaluator: z.string().nullable(),
  acceptedFen: z.int().nullable(),
});
const Changed = z.looseObject({ changeId: z.string(), status: z.string(), termTo: Day.nullable() });
const Returned = Amount.extend({ no: z.int(), evidenceUploadId: z.string(), by: z.string() });
const Barred = z.looseObject({ from: Day, until: Day, ground: z.string() });

const nothing: Projection = () => Promise.resolve();

const adopt: Projection = async (tx, projectId, at, data) => {
  const { deedId, by } = SignedDeed.parse(data);
  await tx.query(
    `UPDATE "Adoption" SET "status" = 'SIGNED', "applicantSignedBy" = $3, "applicantSignedAt" = $4 WHERE "id" = $2 AND "projectId" = $1`,
    [projectId, deedId, by, sqlTime(at)],
  );
  await tx.query('UPDATE "Project" SET "adopted" = true WHERE "caseId" = $1', [projectId]);
};

const cancelAdoption: Projection = async (tx, projectId, at, data) => {
  const { deedId } = OfDeed.parse(data);
  const text = `UPDATE "Adoption" SET "status" = 'CANCELLED', "endedAt" = $3 WHERE "id" = $2 AND "projectId" = $1`;
  await tx.query(text, [projectId, deedId, sqlTime(at)]);
  await tx.query(
    `UPDATE "Project" p SET "adopted" = EXISTS (SELECT 1 FROM "Adoption" WHERE "projectId" = $1 AND "status" IN ('SIGNED', 'PAID')) WHERE p."caseId" = $1`,
    [projectId],
  );
};

const payAdoption: Projection = async (tx, projectId, at, data) => {
  const text = `UPDATE "Adoption" SET "status" = 'PAID', "paidAt" = $3 WHERE "id" = $2 AND "projectId" = $1`;
  await tx.query(text, [projectId, OfDeed.parse(data).deedId, sqlTime(at)]);
};

/** 协议: frozen under the hash of its paper. A new one replaces what was offered before; nobody has signed it yet. */
const offer: Projection = async (tx, projectId, _at, data) => {
  const { contentHash, agreed, instalments, documentId = null } = Offered.parse(data);
  const total = agreed.reduce((sum, { fen }) => sum + fen, 0);
  await tx.query(
    `INSERT INTO "FundingAgreement" ("projectId", "roundId", "documentId", "bySource", "totalFen", "schedule", "contentHash")
     SELECT $1, p."roundId", $2, $3, $4, $5, $6 FROM "Project" p WHERE p."caseId" = $1
     ON CONFLICT ("projectId") DO UPDATE SET "documentId" = EXCLUDED."documentId", "bySource" = EXCLUDED."bySource", "totalFen" = EXCLUDED."totalFen",
       "schedule" = EXCLUDED."schedule", "contentHash" = EXCLUDED."contentHash", "status" = 'OFFERED',
       "hostSignedBy" = NULL, "hostSignedAt" = NULL, "applicantSignedBy" = NULL, "applicantSignedAt" = NULL`,
    [projectId, documentId, JSON.stringify(agreed), total, JSON.stringify(instalments), contentHash],
  );
  await endPapers(tx, projectId, 'REPLACED', documentId);
};

/** The agreements that are no longer the one to sign; `but`: the id of the one that is. */
async function endPapers(tx: Tx, projectId: string, status: 'REPLACED' | 'REVOKED', but: string | null): Promise<void> {
  await tx.query(
    `UPDATE "Document" SET "status" = $2 WHERE "caseId" = $1 AND "kind" = 'FUNDING_AGREEMENT' AND "status" = 'VALID' AND "id" IS DISTINCT FROM $3`,
    [projectId, status, but],
  );
}

const signAgreement: Projection = async (tx, projectId, at, data) => {
  const { side, by } = SignedAgreement.parse(data);
  const [who, when] = side === 'HOST' ? ['hostSignedBy', 'hostSignedAt'] : ['applicantSignedBy', 'applicantSignedAt'];
  const text = `UPDATE "FundingAgreement" SET "${who}" = $2, "${when}" = $3 WHERE "projectId" = $1`;
  await tx.query(text, [projectId, by, sqlTime(at)]);
};

const contract: Projection = async (tx, projectId, _at, data) => {
  const { termFrom, termTo } = Contracted.parse(data);
  const text = `UPDATE "FundingAgreement" SET "status" = 'SIGNED', "termFrom" = $2::date, "termTo" = $3::date WHERE "projectId" = $1`;
  await tx.query(text, [projectId, termFrom, termTo]);
};

const decline: Projection = async (tx, projectId, at) => {
  await tx.query(`UPDATE "FundingAgreement" SET "status" = 'DECLINED' WHERE "projectId" = $1`, [projectId]);
  await endPapers(tx, projectId, 'REVOKED', null);
  const text = `UPDATE "Award" SET "outcome" = 'DECLINED', "why" = NULL, "updatedAt" = $2 WHERE "projectId" = $1`;
  await tx.query(text, [projectId, sqlTime(at)]);
};

/** Which task is the signature of which instalment, and what is paid of it. */
const due: Projection = async (tx, projectId, _at, data) => {
  const { source, no, fen, taskId, financeTaskId = null } = Due.parse(data);
  await tx.query(
    `UPDATE "FundingAgreement" SET "schedule" = (
       SELECT jsonb_agg(CASE WHEN e->>'source' = $2 AND (e->>'no')::int = $3 THEN e || jsonb_build_object('taskId', $4::text, 'dueFen', $5::bigint, 'financeTaskId', $6::text) ELSE e END ORDER BY place)
         FROM jsonb_array_elements("schedule") WITH ORDINALITY AS x(e, place)) WHERE "projectId" = $1`,
    [projectId, source, no, taskId, fen, financeTaskId],
  );
};

/** 拨付指令: the table refuses a second order for the same instalment, whoever writes it. */
const order: Projection = async (tx, projectId, at, data) => {
  const { source, no, fen, release, signers } = Ordered.parse(data);
  await tx.query(
    `INSERT INTO "PaymentOrder" ("id", "projectId", "source", "instalment", "roundId", "fen", "release", "signers", "account", "seq", "orderedAt")
     SELECT $1 || ':' || $2 || ':' || $3::int, $1, $2, $3::int, g."roundId", $4, $5, $6, COALESCE(g."account", '{}'), k."seq", $7
       FROM "FundingAgreement" g JOIN "Case" k ON k."id" = g."projectId" WHERE g."projectId" = $1`,
    [projectId, source, no, fen, release, signers, sqlTime(at)],
  );
};

const freeze: Projection = async (tx, projectId, at, data) => {
  const { frozen } = z.looseObject({ frozen: z.boolean() }).parse(data);
  const text = 'UPDATE "FundingAgreement" SET "frozenAt" = $2 WHERE "projectId" = $1';
  await tx.query(text, [projectId, frozen ? sqlTime(at) : null]);
};

/** 报告: the activities that it counts stay as they are from now on. */
const report: Projection = async (tx, projectId, at, data) => {
  const { no } = Reported.parse(data);
  const text = 'UPDATE "ProjectReport" SET "takenAt" = $3 WHERE "projectId" = $1 AND "no" = $2';
  await tx.query(text, [projectId, no, sqlTime(at)]);
  await tx.query(
    `UPDATE "ProjectActivity" a SET "reportNo" = $2 FROM "ProjectReport" r
      WHERE r."projectId" = $1 AND r."no" = $2 AND a."projectId" = $1 AND a."reportNo" IS NULL AND r."figures"->'activityIds' ? a."id"`,
    [projectId, no],
  );
};

const evaluate: Projection = async (tx, projectId, at, data) => {
  const { kind, result, evaluator, acceptedFen } = Evaluated.parse(data);
  await tx.query(
    `INSERT INTO "ProjectEvaluation" ("projectId", "no", "roundId", "kind", "result", "evaluatorUserId", "acceptedFen", "at")
     SELECT $1, (SELECT count(*)::int + 1 FROM "ProjectEvaluation" WHERE "projectId" = $1), p."roundId", $2, $3, $4, $5, $6
       FROM "Project" p WHERE p."caseId" = $1`,
    [projectId, kind, result, evaluator, acceptedFen, sqlTime(at)],
  );
};

const change: Projection = async (tx, projectId, at, data) => {
  const { changeId, status, termTo } = Changed.parse(data);
  const decided = status === 'REQUESTED' ? null : sqlTime(at);
  const text = 'UPDATE "ChangeRequest" SET "status" = $3, "decidedAt" = $4 WHERE "id" = $2 AND "projectId" = $1';
  await tx.query(text, [projectId, changeId, status, decided]);
  if (termTo === null) return;
  const extend = 'UPDATE "FundingAgreement" SET "termTo" = $2::date, "extendedAt" = $3 WHERE "projectId" = $1';
  await tx.query(extend, [projectId, termTo, sqlTime(at)]);
};

/** 应退: what was paid and not accepted, source by source. */
const returnDue: Projection = async (tx, projectId, _at, data) => {
  const text = 'UPDATE "FundingAgreement" SET "returnDue" = $2 WHERE "projectId" = $1';
  await tx.query(text, [projectId, JSON.stringify(ReturnDue.parse(data).due)]);
};

const returnMoney: Projection = async (tx, projectId, at, data) => {
  const { no, source, fen, evidenceUploadId, by } = Returned.parse(data);
  await tx.query(
    `INSERT INTO "MoneyReturn" ("projectId", "no", "roundId", "source", "fen", "uploadId", "takenBy", "at")
     SELECT $1, $2, p."roundId", $3, $4, $5, $6, $7 FROM "Project" p WHERE p."caseId" = $1`,
    [projectId, no, source, fen, evidenceUploadId, by, sqlTime(at)],
  );
};

const bar: Projection = async (tx, projectId, at, data) => {
  const { from, until, ground } = Barred.parse(data);
  await tx.query(
    `INSERT INTO "BarredApplicant" ("organisationId", "projectId", "from", "until", "ground", "at")
     SELECT p."organisationId", $1, $2::date, $3::date, $4, $5 FROM "Project" p WHERE p."caseId" = $1
     ON CONFLICT ("organisationId", "projectId") DO NOTHING`,
    [projectId, from, until, ground, sqlTime(at)],
  );
};

/** The tables of a project's money and execution that a record shows in its own transaction. */
export const PROJECT_MONEY_PROJECTIONS: Projections = {
  'venture-project/adopted': adopt,
  'venture-project/adoption-cancelled': cancelAdoption,
  'venture-project/adoption-paid': payAdoption,
  'venture-project/agreement-offered': offer,
  'venture-project/agreement-signed': signAgreement,
  'venture-project/contracted': contract,
  'venture-project/declined': decline,
  'venture-project/payment-due': due,
  'venture-project/payment-ordered': order,
  'venture-project/frozen': freeze,
  'venture-project/reported': report,
  'venture-project/evaluated': evaluate,
  'venture-project/change': change,
  'venture-project/return-due': returnDue,
  'venture-project/returned': returnMoney,
  'venture-project/barred': bar,
  // These are the ledger's; no other table shows them.
  'venture-project/payment-signed': nothing,
  'venture-project/milestone': nothing,
  'venture-project/settled': nothing,
  'venture-project/terminated': nothing,
  'venture-project/ended': nothing,
};
