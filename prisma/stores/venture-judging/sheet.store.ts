import { randomUUID } from 'node:crypto';

import { NotFound } from '#domain/errors.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { CheckedSheet } from '#domain/venture-round/sheet.js';
import { z } from 'zod';
import type { Database } from '../../client.js';

const Halves = z.record(z.string(), z.int());
const Status = z.enum(['DRAFT', 'LOCKING', 'LOCKED', 'UNLOCKING']);

/** A judge's sheet as it stands; marks in half points. */
export interface Sheet {
  readonly projectId: string;
  readonly judgeId: string;
  readonly version: number;
  readonly halves: Readonly<Record<string, number>>;
  readonly comment: string;
  /** LOCKING and UNLOCKING: the project's case is just recording it. */
  readonly status: z.output<typeof Status>;
  readonly lockedAt: number | null;
}

/** A project that a judge scores, with how far the sheet is. */
export interface AssignedProject {
  readonly projectId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly class: string;
  readonly state: string;
  readonly version: number;
  readonly status: string;
}

/** What is typed into a sheet: only the criteria that were touched. */
export interface SheetChange {
  readonly halves: Readonly<Record<string, number>>;
  readonly comment?: string;
}

const ASSIGNED = `SELECT p."caseId" AS "projectId", p."caseNo", p."title", p."class", c."state",
    coalesce(s."version", 0) AS version, coalesce(s."status", 'DRAFT') AS status
  FROM "JudgeAssignment" a JOIN "Project" p ON p."caseId" = a."projectId" JOIN "Case" c ON c."id" = p."caseId"
  LEFT JOIN "ScoreSheet" s ON s."projectId" = a."projectId" AND s."judgeId" = a."judgeId"
  LEFT JOIN "StageSlot" t ON t."projectId" = a."projectId"
  WHERE a."roundId" = $1 AND a."judgeId" = $2 AND a."status" = 'ACTIVE' ORDER BY t."position", p."caseNo"`;

/** Sheets as they are typed: plain data with a version, until they are locked. */
export function sheetStore({ rows, pool }: Database) {
  const find = async (projectId: string, judgeId: string): Promise<Sheet> => {
    const row = await rows.scoreSheet.findUnique({ where: { projectId_judgeId: { projectId, judgeId } } });
    if (row === null)
      return { projectId, judgeId, version: 0, halves: {}, comment: '', status: 'DRAFT', lockedAt: null };
    const { version, comment, lockedAt } = row;
    const halves = Halves.parse(row.halves);
    const status = Status.parse(row.status);
    return { projectId, judgeId, version, halves, comment, status, lockedAt: lockedAt?.getTime() ?? null };
  };
  return {
    find,

    /** The projects of a judge in a round, in the order of presentation where one was drawn. */
    async assigned(roundId: string, judgeId: string): Promise<AssignedProject[]> {
      const query = { name: 'assigned-projects', text: ASSIGNED, values: [roundId, judgeId] };
      return (await pool.query<AssignedProject>(query)).rows;
    },

    /** Throws NOT_FOUND when the project is not the judge's. */
    async assertAssigned(projectId: string, judgeId: string): Promise<void> {
      const mine = await rows.judgeAssignment.count({ where: { projectId, judgeId, status: 'ACTIVE' } });
      if (mine === 0) throw new NotFound('ScoreSheet');
    },

    /**
     * Merges what was typed into the sheet, criterion by criterion, so that an entry made offline never takes back another one.
     * Throws VEN_SHEET_LOCKED once it is locked, or just being locked.
     */
    async save(
      key: { readonly roundId: string; readonly projectId: string; readonly judgeId: string },
      { halves, comment }: SheetChange,
      at: number,
    ): Promise<Sheet> {
      const { roundId, projectId, judgeId } = key;
      // Within the caller's transaction: beside it, writers who each hold a connection would wait for one another's second.
      const kept = await rows.$executeRaw`
        INSERT INTO "ScoreSheet" ("projectId", "judgeId", "roundId", "version", "halves", "comment", "updatedAt")
          VALUES (${projectId}, ${judgeId}, ${roundId}, 1, ${JSON.stringify(halves)}::jsonb, coalesce(${comment ?? null}::text, ''),
            ${new Date(at).toISOString()}::timestamp(3))
          ON CONFLICT ("projectId", "judgeId") DO UPDATE SET "version" = "ScoreSheet"."version" + 1,
            "halves" = "ScoreSheet"."halves" || excluded."halves", "comment" = coalesce(${comment ?? null}::text, "ScoreSheet"."comment"),
            "updatedAt" = excluded."updatedAt" WHERE "ScoreSheet"."status" = 'DRAFT'`;
      if (kept === 0) throw new VentureRoundRefusal('VEN_SHEET_LOCKED', { projectId });
      return find(projectId, judgeId);
    },

    /**
     * Keeps what is about to be locked and answers its id, which tells nothing of the marks: histories and ledgers are read before the
     * sheets are. The same text is sealed once.
     */
    async seal(
      key: { readonly roundId: string; readonly judgeId: string },
      { projectId, halves, totalHalves, comment }: CheckedSheet,
      at: number,
    ): Promise<string> {
      const content = { ...key, projectId, totalHalves, comment };
      const sealed = await rows.sealedSheet.findMany({ where: content });
      const same = sealed.find((one) => canonicalJson(one.halves) === canonicalJson(halves));
      if (same !== undefined) return same.id;
      const id = randomUUID();
      await rows.sealedSheet.create({ data: { id, ...content, halves: { ...halves }, at: new Date(at) } });
      return id;
    },
  };
}
