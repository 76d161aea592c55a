import { verifySheets } from '#domain/venture-round/verify-sheets.js';
import type { SheetExport } from '#domain/venture-round/verify-sheets.js';
import { sha256 } from '../random-checks/sha256.js';

/** Whether every locked sheet of a round is as it was locked, against the root that was published; computed on the reader's device. */
export const soundSheets = (sheets: SheetExport, publishedRoot: string | null): boolean =>
  verifySheets(sheets, sha256, publishedRoot ?? undefined).length === 0;
