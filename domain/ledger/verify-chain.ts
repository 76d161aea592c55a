import type { Sha256 } from './ledger-entry.js';
import { ledgerHash } from './ledger-entry.js';
import { seqIn } from './ledger-facts.js';

/** An entry as it is stored. */
export interface ChainEntry {
  readonly seq: number;
  readonly payload: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** What the case says of its own ledger: how many entries there are and the hash of the last. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/**
 * CHANGED: the text does not give the hash, or the link to the entry before does not hold because one of the two was rewritten.
 * REMOVED: `seq` is missing. REORDERED: entries do not stand in the order of their numbers. INSERTED: an entry that the chain goes past.
 */
export type ChainFault = 'CHANGED' | 'REMOVED' | 'REORDERED' | 'INSERTED';

export type ChainVerdict =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly seq: number; readonly fault: ChainFault };

/**
 * Re-proves the hash chain of one case (specification C9) in the order given, and names the first `seq` that does not hold.
 * With `head` it also proves that nothing is missing at the end and that the last entry was not rewritten.
 */
export function verifyChain(entries: readonly ChainEntry[], sha256: Sha256, head?: ChainHead): ChainVerdict {
  let previous = '';
  for (const [index, entry] of entries.entries()) {
    const expected = index + 1;
    const fault = placeFault(entries, index) ?? textFault(entry, sha256) ?? linkFault(entries, index, previous);
    if (fault !== null) return { ok: false, seq: fault === 'REMOVED' ? expected : entry.seq, fault };
    previous = entry.hash;
  }
  if (head === undefined) return { ok: true, entries: entries.length };
  return endVerdict(entries.length, previous, head);
}

function endVerdict(entries: number, last: string, head: ChainHead): ChainVerdict {
  if (entries < head.seq) return { ok: false, seq: entries + 1, fault: 'REMOVED' };
  if (entries > head.seq) return { ok: false, seq: head.seq + 1, fault: 'INSERTED' };
  return last === head.hash ? { ok: true, entries } : { ok: false, seq: entries, fault: 'CHANGED' };
}

function placeFault(entries: readonly ChainEntry[], index: number): ChainFault | null {
  const seq = entries[index]?.seq ?? 0;
  const expected = index + 1;
  if (seq === expected) return null;
  if (entries.slice(0, index).some((earlier) => earlier.seq === seq)) return 'INSERTED';
  return entries.slice(index).some((later) => later.seq === expected) ? 'REORDERED' : 'REMOVED';
}

function textFault(entry: ChainEntry, sha256: Sha256): ChainFault | null {
  if (ledgerHash(entry.prevHash, entry.payload, sha256) !== entry.hash) return 'CHANGED';
  return seqIn(entry.payload) === entry.seq ? null : 'REORDERED';
}

function linkFault(entries: readonly ChainEntry[], index: number, previous: string): ChainFault | null {
  if (entries[index]?.prevHash === previous) return null;
  const successorComes = entries.slice(index + 1).some((later) => later.prevHash === previous);
  return successorComes ? 'INSERTED' : 'CHANGED';
}
