import { z } from 'zod';

import { type IsoDate, parseIsoDate } from '#domain/calendar/iso-date.js';
import type { Tx } from '../record/transaction.js';

/** A change as it is written down: new amounts of budget lines by their place from 0, or months. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('BUDGET'),
    lines: z
      .array(z.strictObject({ line: z.int().min(0).max(199), newFen: z.int().min(0) }))
      .min(1)
      .max(200),
  }),
  z.strictObject({ kind: z.literal('EXTENSION'), months: z.int().min(1).max(60) }),
]);
export type Change = z.output<typeof Change>;

/** A change with the term that it would extend. */
export interface AskedChange {
  readonly change: Change;
  readonly term: { readonly from: IsoDate; readonly to: IsoDate };
  readonly extendedBefore: boolean;
}

/** A line of the budget: as agreed in the application, as it is after the changes that took effect, and what vouchers say. Fen. */
export interface AgreedLine {
  readonly category: string;
  readonly item: string;
  readonly agreedFen: number;
  readonly nowFen: number;
  readonly spentFen: number;
}

const FormBudget = z.looseObject({
  budget: z.array(z.looseObject({ category: z.string(), item: z.string(), amountFen: z.int() })),
});

/** The change of that id while it may still be decided on; null for one of another project. */
export async function askedChange(tx: Tx, projectId: string, changeId: string): Promise<AskedChange | null> {
  const text = `SELECT c."change", to_char(g."termFrom", 'YYYY-MM-DD') AS "from", to_char(g."termTo", 'YYYY-MM-DD') AS "to",
      g."extendedAt" IS NOT NULL AS "extendedBefore"
    FROM "ChangeRequest" c JOIN "FundingAgreement" g ON g."projectId" = c."projectId"
   WHERE c."id" = $2 AND c."projectId" = $1 AND c."status" IN ('WRITTEN', 'REQUESTED')`;
  const values = [projectId, changeId];
  const [row] = (await tx.query<{ change: unknown; from: string; to: string; extendedBefore: boolean }>(text, values))
    .rows;
  if (row === undefined) return null;
  const { change, from, to, extendedBefore } = row;
  return { change: Change.parse(change), term: { from: parseIsoDate(from), to: parseIsoDate(to) }, extendedBefore };
}

/** The budget of a project line by line. */
export async function agreedLines(tx: Tx, projectId: string): Promise<AgreedLine[]> {
  const forms = 'SELECT "data" FROM "CaseForm" WHERE "caseId" = $1 ORDER BY "version" DESC LIMIT 1';
  const { budget } = FormBudget.parse((await tx.query<{ data: unknown }>(forms, [projectId])).rows[0]?.data);
  const text = `SELECT "change" FROM "ChangeRequest" WHERE "projectId" = $1 AND "kind" = 'BUDGET' AND "status" IN ('APPLIED', 'APPROVED')
    ORDER BY "decidedAt", "id"`;
  const shifted = new Map<number, number>();
  for (const { change } of (await tx.query<{ change: unknown }>(text, [projectId])).rows) {
    const read = Change.parse(change);
    if (read.kind === 'BUDGET') for (const { line, newFen } of read.lines) shifted.set(line, newFen);
  }
  const spent = 'SELECT "line", sum("fen")::float8 AS fen FROM "Voucher" WHERE "projectId" = $1 GROUP BY "line"';
  const vouchers = (await tx.query<{ line: number; fen: number }>(spent, [projectId])).rows;
  return budget.map(({ category, item, amountFen }, index) => ({
    category,
    item,
    agreedFen: amountFen,
    nowFen: shifted.get(index) ?? amountFen,
    spentFen: vouchers.find(({ line }) => line === index)?.fen ?? 0,
  }));
}
