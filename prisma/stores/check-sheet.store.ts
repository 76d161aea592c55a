import { createHash } from 'node:crypto';
import { z } from 'zod';

import { CheckSheet } from '#domain/annual-inspection/check-sheet.rule.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { RandomCheckRefusal } from '#domain/random-check/errors.js';
import type { Database } from '../client.js';

/** A saved version of a check sheet. */
export interface SheetVersion {
  readonly version: number;
  readonly sha256: string;
  readonly sheet: CheckSheet;
}

const UNIQUE_VIOLATION = z.object({ code: z.literal('P2002') });

/** The words of check sheets: every version is kept. */
export function checkSheetStore({ rows }: Database) {
  return {
    /** The newest version; null before the first. */
    async newest(caseId: string): Promise<SheetVersion | null> {
      const row = await rows.checkSheetVersion.findFirst({ where: { caseId }, orderBy: { version: 'desc' } });
      return row === null ? null : { version: row.version, sha256: row.sha256, sheet: CheckSheet.parse(row.data) };
    },

    /** Keeps the next version after `seen`. Throws CHECK_SHEET_STALE when another was saved meanwhile. */
    async save(
      caseId: string,
      seen: number,
      sheet: CheckSheet,
      by: { readonly userId: string; readonly at: number },
    ): Promise<SheetVersion> {
      const newest = await this.newest(caseId);
      if ((newest?.version ?? 0) !== seen) throw stale(seen, newest?.version ?? 0);
      const sha256 = createHash('sha256').update(canonicalJson(sheet)).digest('hex');
      const version = seen + 1;
      try {
        const data = { caseId, version, data: sheet, sha256, savedBy: by.userId, at: new Date(by.at) };
        await rows.checkSheetVersion.create({ data });
      } catch (error) {
        if (UNIQUE_VIOLATION.safeParse(error).success) throw stale(seen, version);
        throw error;
      }
      return { version, sha256, sheet };
    },
  };
}

const stale = (seen: number, newest: number) =>
  new RandomCheckRefusal('CHECK_SHEET_STALE', { seen, newest }, 'version');
