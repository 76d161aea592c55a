import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { Pool } from 'pg';
import { inTransaction } from '../record/transaction.js';
import type { Tx } from '../record/transaction.js';

/** Which sheet. */
export interface SheetKey {
  readonly roundId: string;
  readonly projectId: string;
  readonly judgeId: string;
}

interface GateRow {
  readonly status: string;
  readonly onSite: boolean;
  readonly called: boolean;
}

interface SheetRow {
  readonly status: string;
  readonly sealId: string | null;
}

/**
 * Holds sheets for the moment between the check and the record. The row of the round is shared by all who lock and taken alone by who
 * closes the scoring: whatever was held before it closes is recorded and counts, nothing is held after.
 */
export function scoringGate(pool: Pool) {
  return {
    /** Throws VEN_SCORING_CLOSED, VEN_NOT_ON_STAGE, VEN_SHEET_LOCKED. Held by the same sealed text before: nothing to do. */
    holdForLock: (sheet: SheetKey & { readonly sealId: string }): Promise<void> =>
      inTransaction(pool, async (tx) => {
        const { onSite, called } = await openGate(tx, sheet);
        if (onSite && !called) throw new VentureRoundRefusal('VEN_NOT_ON_STAGE', { projectId: sheet.projectId });
        const row = await sheetRow(tx, sheet);
        if (row?.status === 'LOCKING' && row.sealId === sheet.sealId) return;
        if (row?.status !== 'DRAFT') throw new VentureRoundRefusal('VEN_SHEET_LOCKED', { projectId: sheet.projectId });
        await setStatus(tx, sheet, 'LOCKING', sheet.sealId);
      }),

    /** Throws VEN_SCORING_CLOSED, or VEN_SHEET_LOCKED when the sheet is not locked. */
    holdForUnlock: (sheet: SheetKey): Promise<void> =>
      inTransaction(pool, async (tx) => {
        await openGate(tx, sheet);
        const row = await sheetRow(tx, sheet);
        if (row?.status === 'UNLOCKING') return;
        if (row?.status !== 'LOCKED')
          throw new VentureRoundRefusal('VEN_SHEET_LOCKED', { projectId: sheet.projectId, unlockable: false });
        await setStatus(tx, sheet, 'UNLOCKING', row.sealId);
      }),
  };
}

/** Makes sure that the round has a row, whoever comes first. */
export async function ensureGate(tx: Tx, roundId: string): Promise<void> {
  await tx.query('INSERT INTO "RoundScoring" ("roundId") VALUES ($1) ON CONFLICT DO NOTHING', [roundId]);
}

async function openGate(tx: Tx, { roundId, projectId }: SheetKey): Promise<GateRow> {
  await ensureGate(tx, roundId);
  const { rows } = await tx.query<GateRow>(
    `SELECT g."status", g."stageSeed" IS NOT NULL AS "onSite",
       EXISTS (SELECT FROM "StageSlot" t WHERE t."roundId" = $1 AND t."projectId" = $2 AND t."calledAt" IS NOT NULL) AS called
     FROM "RoundScoring" g WHERE g."roundId" = $1 FOR SHARE OF g`,
    [roundId, projectId],
  );
  const [gate] = rows;
  if (gate?.status !== 'OPEN') throw new VentureRoundRefusal('VEN_SCORING_CLOSED', { roundId });
  return gate;
}

async function sheetRow(tx: Tx, { projectId, judgeId }: SheetKey): Promise<SheetRow | undefined> {
  const text = 'SELECT "status", "sealId" FROM "ScoreSheet" WHERE "projectId" = $1 AND "judgeId" = $2 FOR UPDATE';
  return (await tx.query<SheetRow>(text, [projectId, judgeId])).rows[0];
}

async function setStatus(tx: Tx, { projectId, judgeId }: SheetKey, status: string, sealId: string | null) {
  const text = 'UPDATE "ScoreSheet" SET "status" = $3, "sealId" = $4 WHERE "projectId" = $1 AND "judgeId" = $2';
  await tx.query(text, [projectId, judgeId, status, sealId]);
}
