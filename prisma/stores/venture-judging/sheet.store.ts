import { createHash } from 'node:crypto';

import { NotFound } from '#domain/errors.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { CheckedSheet } from '#domain/venture-round/sheet.js';
import { z } from 'zod';
import type { Database } from '../../client.js';

const Halves = z.record(z.string(), z.int());

/** A judge's sheet as it stands; marks in half points. */
export interface Sheet {
  readonly projectId: string;
  readonly judgeId: string;
  readonly version: number;
  readonly halves: Readonly<Record<string, number>>;
  readonly comment: string;
  /** DRAFT, LOCKING, LOCKED. */
  readonly status: string;
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

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

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
    const { version, comment, status, lockedAt } = row;
    const halves = Halves.parse(row.halves);
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
      const { rowCount } = await pool.query({
        name: 'save-sheet',
        text: `INSERT INTO "ScoreSheet" ("projectId", "judgeId", "roundId", "version", "halves", "comment", "updatedAt")
          VALUES ($1, $2, $3, 1, $4::jsonb, coalesce($5::text, ''), $6::timestamp(3))
          ON CONFLICT ("projectId", "judgeId") DO UPDATE SET "version" = "ScoreSheet"."version" + 1,
            "halves" = "ScoreSheet"."halves" || excluded."halves", "comment" = coalesce($5::text, "ScoreSheet"."comment"),
            "updatedAt" = excluded."updatedAt" WHERE "ScoreSheet"."status" = 'DRAFT'`,
        values: [projectId, judgeId, roundId, JSON.stringify(halves), comment ?? null, new Date(at).toISOString()],
      });
      if (rowCount === 0) throw new VentureRoundRefusal('VEN_SHEET_LOCKED', { projectId });
      return find(projectId, judgeId);
    },

    /** Keeps what is about to be locked under the hash of what it says, which it answers. */
    async seal(
      key: { readonly roundId: string; readonly judgeId: string },
      sheet: CheckedSheet,
      at: number,
    ): Promise<string> {
      const { projectId, halves, totalHalves, comment } = sheet;
      const content = { ...key, projectId, halves: { ...halves }, totalHalves, comment };
      const id = sha256(canonicalJson(content));
      await rows.sealedSheet.createMany({ data: [{ id, ...content, at: new Date(at) }], skipDuplicates: true });
      return id;
    },
  };
}
