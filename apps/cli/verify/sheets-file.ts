import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { FieldInvalid } from '#domain/errors.js';
import { verifySheets } from '#domain/venture-round/verify-sheets.js';
import type { SheetFault } from '#domain/venture-round/verify-sheets.js';

const Entry = z.object({ seq: z.int(), payload: z.string(), prevHash: z.string(), hash: z.string() });

/** A round's marks as `/public/rounds/{id}/sheets-export` hands them out. */
const SheetsFile = z.object({
  roundId: z.string(),
  judges: z.array(z.object({ judgeId: z.string(), entries: z.array(Entry), count: z.int(), head: z.string() })),
  root: z.string(),
});

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What was proved of an export of marks: how many entries of how many judges, and what does not hold. */
export interface ProvedSheets {
  readonly roundId: string;
  readonly judges: number;
  readonly entries: number;
  readonly root: string;
  readonly faults: readonly SheetFault[];
}

/**
 * Proves an export of a round's marks without any server; `root` is the one of the public notice, which also finds chains that were
 * rewritten from their first entry. Throws FIELD_INVALID when the file is no such export.
 */
export function provedSheets(file: string, root?: string): ProvedSheets {
  const sheets = sheetsIn(file);
  const entries = sheets.judges.reduce((sum, judge) => sum + judge.entries.length, 0);
  const faults = verifySheets(sheets, sha256, root ?? sheets.root);
  return { roundId: sheets.roundId, judges: sheets.judges.length, entries, root: sheets.root, faults };
}

function sheetsIn(file: string): z.output<typeof SheetsFile> {
  const text = readFileSync(file, 'utf8');
  try {
    return SheetsFile.parse(JSON.parse(text));
  } catch {
    throw new FieldInvalid('--sheets', `文件 ${file} 不是评分记录的导出。`, `The file ${file} is no export of marks.`);
  }
}
