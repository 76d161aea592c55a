import type { Sha256 } from '#domain/ledger/ledger-entry.js';
import type { ChainEntry, ChainFault } from '#domain/ledger/verify-chain.js';
import { headOf, roundRoot, sheetEvent, sheetHash } from './sheet-chain.js';
import type { JudgeChain } from './sheet-chain.js';

/** Every mark of a round as anybody may be handed it. */
export interface SheetExport {
  readonly roundId: string;
  readonly judges: readonly {
    readonly judgeId: string;
    readonly entries: readonly ChainEntry[];
    /** How many entries there are and the hash of the last. */
    readonly count: number;
    readonly head: string;
  }[];
  readonly root: string;
}

/** What does not hold, and where: `seq` of a judge's entry, or the ROOT over all judges. */
export type SheetFault =
  | { readonly judgeId: string; readonly seq: number; readonly fault: ChainFault }
  | { readonly judgeId: null; readonly seq: null; readonly fault: 'ROOT' };

/** The export of a round's chains. */
export function exportSheets(roundId: string, chains: readonly JudgeChain[], sha256: Sha256): SheetExport {
  const judges = chains.map((chain) => ({
    judgeId: chain.judgeId,
    entries: chain.entries,
    count: chain.entries.length,
    head: headOf(chain),
  }));
  return { roundId, judges, root: roundRoot(roundId, chains, sha256) };
}

/**
 * Re-proves every chain from the export alone and names the first entry of each judge that was changed, deleted,
 * inserted or put elsewhere; empty when all marks are those that were locked. `publishedRoot`, from the public notice,
 * also finds chains that were rewritten from their first entry.
 */
export function verifySheets(sheets: SheetExport, sha256: Sha256, publishedRoot = sheets.root): readonly SheetFault[] {
  const faults: SheetFault[] = sheets.judges.flatMap((judge) => {
    const found = firstFault(judge, sheets.roundId, sha256);
    return found === null ? [] : [{ judgeId: judge.judgeId, ...found }];
  });
  const root = roundRoot(sheets.roundId, sheets.judges, sha256);
  const sound = root === sheets.root && root === publishedRoot;
  return sound || faults.length > 0 ? faults : [{ judgeId: null, seq: null, fault: 'ROOT' }];
}

type Found = { readonly seq: number; readonly fault: ChainFault } | null;

function firstFault(judge: SheetExport['judges'][number], roundId: string, sha256: Sha256): Found {
  let previous = '';
  for (const [index, entry] of judge.entries.entries()) {
    const expected = index + 1;
    const fault =
      placeFault(judge.entries, index) ?? textFault(entry, { roundId, judgeId: judge.judgeId, previous }, sha256);
    if (fault !== null) return { seq: fault === 'REMOVED' ? expected : entry.seq, fault };
    previous = entry.hash;
  }
  const { length } = judge.entries;
  if (length < judge.count) return { seq: length + 1, fault: 'REMOVED' };
  if (length > judge.count) return { seq: judge.count + 1, fault: 'INSERTED' };
  return previous === judge.head ? null : { seq: length, fault: 'CHANGED' };
}

function placeFault(entries: readonly ChainEntry[], index: number): ChainFault | null {
  const expected = index + 1;
  const seq = entries[index]?.seq ?? 0;
  if (seq === expected) return null;
  if (entries.slice(0, index).some((earlier) => earlier.seq === seq)) return 'INSERTED';
  return entries.slice(index).some((later) => later.seq === expected) ? 'REORDERED' : 'REMOVED';
}

function textFault(
  entry: ChainEntry,
  place: { readonly roundId: string; readonly judgeId: string; readonly previous: string },
  sha256: Sha256,
): ChainFault | null {
  if (sheetHash(entry.prevHash, entry.payload, sha256) !== entry.hash) return 'CHANGED';
  const event = sheetEvent(entry.payload);
  if (event === null || event.judgeId !== place.judgeId || event.roundId !== place.roundId) return 'INSERTED';
  if (event.seq !== entry.seq) return 'REORDERED';
  return entry.prevHash === place.previous ? null : 'CHANGED';
}
