import { createHash } from 'node:crypto';

import { z } from 'zod';

import { lockEntry, unlockEntry } from '#domain/venture-round/sheet-chain.js';
import type { ChainPlace } from '#domain/venture-round/sheet-chain.js';
import type { ChainEntry } from '#domain/ledger/verify-chain.js';
import type { Projection, Projections } from '../record.store.js';
import type { Tx } from '../record/transaction.js';
import { sqlTime } from '../record/sql-time.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const Locked = z.looseObject({ judgeId: z.string(), sealId: z.string() });
const Unlocked = z.looseObject({ judgeId: z.string(), organiserId: z.string(), auditorId: z.string() });
const Recused = z.looseObject({ judgeId: z.string() });
const Published = z.looseObject({ seq: z.int() });
const OnStage = z.looseObject({ projectId: z.string(), endsAt: z.number() });
const OffStage = z.looseObject({ projectId: z.string().nullable() });

interface SealRow {
  readonly halves: Readonly<Record<string, number>>;
  readonly totalHalves: number;
  readonly comment: string;
}

/** 锁定: the sheet joins its judge's chain. The row of the member is held, so that one judge's locks come one after another. */
const lock: Projection = async (tx, projectId, at, data) => {
  const { judgeId, sealId } = Locked.parse(data);
  const roundId = await roundOf(tx, projectId);
  const place = await chainEnd(tx, roundId, judgeId);
  const sealed = await tx.query<SealRow>(
    'SELECT "halves", "totalHalves", "comment" FROM "SealedSheet" WHERE "id" = $1',
    [sealId],
  );
  const [sheet] = sealed.rows;
  if (sheet === undefined) throw new Error(`no sealed sheet ${sealId}`);
  const entry = lockEntry(place, { projectId, ...sheet }, at, sha256);
  await append(tx, { roundId, judgeId, projectId }, entry);
  await tx.query(
    `UPDATE "ScoreSheet" SET "status" = 'LOCKED', "lockedAt" = $3::timestamp(3), "sealId" = $4 WHERE "projectId" = $1 AND "judgeId" = $2`,
    [projectId, judgeId, sqlTime(at), sealId],
  );
};

/** 解锁: what was locked stays in the chain, the unlocking stands behind it. */
const unlock: Projection = async (tx, projectId, at, data) => {
  const { judgeId, organiserId, auditorId } = Unlocked.parse(data);
  const roundId = await roundOf(tx, projectId);
  const place = await chainEnd(tx, roundId, judgeId);
  const entry = unlockEntry(place, { projectId, organiserId, auditorId }, at, sha256);
  await append(tx, { roundId, judgeId, projectId }, entry);
  await tx.query(
    `UPDATE "ScoreSheet" SET "status" = 'DRAFT', "lockedAt" = NULL, "sealId" = NULL, "version" = "version" + 1
      WHERE "projectId" = $1 AND "judgeId" = $2`,
    [projectId, judgeId],
  );
};

/** 评委回避: declared once more, and the sheet does not exist. */
const recuse: Projection = async (tx, projectId, at, data) => {
  const { judgeId } = Recused.parse(data);
  const roundId = await roundOf(tx, projectId);
  await tx.query(
    `INSERT INTO "JudgeConflict" ("roundId", "judgeId", "projectId", "ground", "at") VALUES ($1, $2, $3, 'DECLARED', $4::timestamp(3))
     ON CONFLICT DO NOTHING`,
    [roundId, judgeId, projectId, sqlTime(at)],
  );
  await tx.query(
    `UPDATE "JudgeAssignment" SET "status" = 'RECUSED', "endedAt" = $3::timestamp(3) WHERE "projectId" = $1 AND "judgeId" = $2`,
    [projectId, judgeId, sqlTime(at)],
  );
  await tx.query(`DELETE FROM "ScoreSheet" WHERE "projectId" = $1 AND "judgeId" = $2 AND "status" = 'DRAFT'`, [
    projectId,
    judgeId,
  ]);
};

/** The ranking is public from the record on; the projects show it. */
const publish: Projection = async (tx, roundId, at, data) => {
  const { seq } = Published.parse(data);
  await tx.query('UPDATE "RoundRanking" SET "publishedAt" = $3::timestamp(3) WHERE "roundId" = $1 AND "seq" = $2', [
    roundId,
    seq,
    sqlTime(at),
  ]);
  await tx.query(
    `UPDATE "Project" p SET "score" = r."score"::numeric, "rank" = r."rank" FROM "RoundResult" r
      WHERE r."roundId" = $1 AND r."seq" = $2 AND p."caseId" = r."projectId"`,
    [roundId, seq],
  );
};

const callToStage: Projection = async (tx, roundId, at, data) => {
  const { projectId, endsAt } = OnStage.parse(data);
  await tx.query(
    `UPDATE "StageSlot" SET "calledAt" = $3::timestamp(3), "endsAt" = $4::timestamp(3), "leftAt" = NULL WHERE "roundId" = $1 AND "projectId" = $2`,
    [roundId, projectId, sqlTime(at), sqlTime(endsAt)],
  );
  await tx.query('UPDATE "RoundScoring" SET "onStage" = $2 WHERE "roundId" = $1', [roundId, projectId]);
};

const leaveStage: Projection = async (tx, roundId, at, data) => {
  const { projectId } = OffStage.parse(data);
  await tx.query('UPDATE "RoundScoring" SET "onStage" = NULL WHERE "roundId" = $1', [roundId]);
  await tx.query('UPDATE "StageSlot" SET "leftAt" = $3::timestamp(3) WHERE "roundId" = $1 AND "projectId" = $2', [
    roundId,
    projectId,
    sqlTime(at),
  ]);
};

/** The tables of judging that a record shows in its own transaction. */
export const JUDGING_PROJECTIONS: Projections = {
  'venture-project/sheet-locked': lock,
  'venture-project/sheet-unlocked': unlock,
  'venture-project/judge-recused': recuse,
  'venture-round/ranked': publish,
  'venture-round/on-stage': callToStage,
  'venture-round/off-stage': leaveStage,
  // Written before the record, once each: the record says that they stand.
  'venture-round/scoring-closed': () => Promise.resolve(),
  'venture-round/assigned': () => Promise.resolve(),
  'venture-round/stage-drawn': () => Promise.resolve(),
};

async function roundOf(tx: Tx, projectId: string): Promise<string> {
  const { rows } = await tx.query<{ roundId: string }>('SELECT "roundId" FROM "Project" WHERE "caseId" = $1', [
    projectId,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error(`no project ${projectId}`);
  return row.roundId;
}

async function chainEnd(tx: Tx, roundId: string, judgeId: string): Promise<ChainPlace> {
  const { rows } = await tx.query<{ alias: string; seq: number; head: string }>(
    `SELECT "alias", "chainSeq" AS seq, "chainHash" AS head FROM "PanelMember" WHERE "roundId" = $1 AND "judgeId" = $2 FOR UPDATE`,
    [roundId, judgeId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`judge ${judgeId} is not in the panel of ${roundId}`);
  const { alias, seq, head } = row;
  return { roundId, judgeId: alias, seq, head };
}

async function append(
  tx: Tx,
  { roundId, judgeId, projectId }: { readonly roundId: string; readonly judgeId: string; readonly projectId: string },
  { seq, payload, prevHash, hash }: ChainEntry,
): Promise<void> {
  await tx.query(
    `INSERT INTO "SheetChainEntry" ("roundId", "judgeId", "seq", "projectId", "payload", "prevHash", "hash") VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [roundId, judgeId, seq, projectId, payload, prevHash, hash],
  );
  await tx.query('UPDATE "PanelMember" SET "chainSeq" = $3, "chainHash" = $4 WHERE "roundId" = $1 AND "judgeId" = $2', [
    roundId,
    judgeId,
    seq,
    hash,
  ]);
}
