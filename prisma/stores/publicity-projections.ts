import { z } from 'zod';

import type { Projection, Projections } from './record.store.js';
import { sqlTime } from './record/sql-time.js';

const Opened = z.looseObject({ no: z.int(), taskId: z.string() });
const OfNotice = z.looseObject({ no: z.int() });
const Settled = z.looseObject({ no: z.int(), upheld: z.int() });
const Objected = z.looseObject({ objectionId: z.string(), taskId: z.string() });
const Answered = z.looseObject({
  objectionId: z.string(),
  result: z.enum(['UPHELD', 'REJECTED']),
  remedy: z.string().nullable(),
  requestId: z.string(),
});

const open: Projection = async (tx, caseId, at, data) => {
  const { no, taskId } = Opened.parse(data);
  const text = 'INSERT INTO "PublicNotice" ("caseId", "no", "taskId", "openedAt") VALUES ($1, $2, $3, $4)';
  await tx.query(text, [caseId, no, taskId, sqlTime(at)]);
};

const end: Projection = async (tx, caseId, at, data) => {
  const text = 'UPDATE "PublicNotice" SET "endedAt" = $3 WHERE "caseId" = $1 AND "no" = $2';
  await tx.query(text, [caseId, OfNotice.parse(data).no, sqlTime(at)]);
};

const settle: Projection = async (tx, caseId, at, data) => {
  const { no, upheld } = Settled.parse(data);
  const text = 'UPDATE "PublicNotice" SET "settledAt" = $3, "upheld" = $4 WHERE "caseId" = $1 AND "no" = $2';
  await tx.query(text, [caseId, no, sqlTime(at), upheld]);
};

/** The case has taken the objection: from now on somebody has to answer it. */
const object: Projection = async (tx, caseId, at, data) => {
  const { objectionId, taskId } = Objected.parse(data);
  const text = `UPDATE "Objection" SET "status" = 'OPEN', "taskId" = $3, "takenAt" = $4 WHERE "id" = $2 AND "caseId" = $1`;
  await tx.query(text, [caseId, objectionId, taskId, sqlTime(at)]);
};

const answer: Projection = async (tx, caseId, at, data) => {
  const { objectionId, result, remedy, requestId } = Answered.parse(data);
  const text = `UPDATE "Objection" SET "status" = $3, "remedy" = $4, "answerRequestId" = $5, "answeredAt" = $6 WHERE "id" = $2 AND "caseId" = $1`;
  await tx.query(text, [caseId, objectionId, result, remedy, requestId, sqlTime(at)]);
};

/** The tables of public notices, of every matter that has them. */
export const PUBLICITY_PROJECTIONS: Projections = {
  'publicity/opened': open,
  'publicity/ended': end,
  'publicity/settled': settle,
  'publicity/objected': object,
  'publicity/answered': answer,
};
