import { canonicalJson } from '#domain/ledger/canonical-json.js';
import type { Sha256 } from '#domain/ledger/ledger-entry.js';
import type { ChainEntry } from '#domain/ledger/verify-chain.js';
import { z } from 'zod';
import { VentureRoundRefusal } from './errors.js';
import type { CheckedSheet } from './sheet.js';

const Place = { roundId: z.string(), judgeId: z.string(), projectId: z.string(), seq: z.int(), at: z.number() };

/** What an entry of a judge's chain says: a sheet was locked, or organiser and auditor unlocked it together. Marks in half points; a comment only by its hash. */
const SheetEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('LOCK'),
    ...Place,
    halves: z.record(z.string(), z.int()),
    totalHalves: z.int(),
    commentSha256: z.string(),
  }),
  z.object({ kind: z.literal('UNLOCK'), ...Place, organiserId: z.string(), auditorId: z.string() }),
]);
export type SheetEvent = z.output<typeof SheetEvent>;
export type LockedSheet = Extract<SheetEvent, { kind: 'LOCK' }>;

/** The chain of one judge in a round, oldest entry first. */
export interface JudgeChain {
  readonly roundId: string;
  readonly judgeId: string;
  readonly entries: readonly ChainEntry[];
}

/** A judge's empty chain. */
export const openChain = (roundId: string, judgeId: string): JudgeChain => ({ roundId, judgeId, entries: [] });

/** The hash of the last entry; '' of an empty chain. */
export const headOf = ({ entries }: Pick<JudgeChain, 'entries'>): string => entries.at(-1)?.hash ?? '';

/** SHA-256 of the previous hash, a line feed and the entry's canonical text. */
export const sheetHash = (prevHash: string, payload: string, sha256: Sha256): string =>
  sha256(`${prevHash}\n${payload}`);

/** Reads an entry's text; null when it is none that a chain wrote. */
export function sheetEvent(payload: string): SheetEvent | null {
  try {
    return SheetEvent.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}

/** The sheets that count: the last lock of each project, unless it was unlocked after. */
export function lockedSheets({ entries }: Pick<JudgeChain, 'entries'>): ReadonlyMap<string, LockedSheet> {
  const locked = new Map<string, LockedSheet>();
  for (const { payload } of entries) {
    const event = sheetEvent(payload);
    if (event?.kind === 'LOCK') locked.set(event.projectId, event);
    if (event?.kind === 'UNLOCK') locked.delete(event.projectId);
  }
  return locked;
}

/** Where a judge's chain stands: what the next entry continues. */
export interface ChainPlace {
  readonly roundId: string;
  readonly judgeId: string;
  /** Number of entries. */
  readonly seq: number;
  /** Hash of the last entry; '' of an empty chain. */
  readonly head: string;
}

/** The next entry of a chain with a locked sheet, for who knows that it is open: without the entries before. */
export function lockEntry(
  place: ChainPlace,
  { projectId, halves, totalHalves, comment }: CheckedSheet,
  at: number,
  sha256: Sha256,
): ChainEntry {
  const commentSha256 = sha256(comment);
  return nextEntry(place, { kind: 'LOCK', projectId, halves, totalHalves, commentSha256 }, at, sha256);
}

/** The next entry of a chain with an unlocking: organiser and auditor, two different people, else VEN_SHEET_LOCKED. */
export function unlockEntry(place: ChainPlace, by: Unlocking, at: number, sha256: Sha256): ChainEntry {
  if (by.organiserId === by.auditorId)
    throw new VentureRoundRefusal('VEN_SHEET_LOCKED', { projectId: by.projectId, unlockable: false });
  return nextEntry(place, { kind: 'UNLOCK', ...by }, at, sha256);
}

/** Which sheet is unlocked, by whom. */
export interface Unlocking {
  readonly projectId: string;
  readonly organiserId: string;
  readonly auditorId: string;
}

/** Locks a sheet at `at` (epoch milliseconds). A project that is locked already is refused: VEN_SHEET_LOCKED. */
export function lockSheet(chain: JudgeChain, sheet: CheckedSheet, at: number, sha256: Sha256): JudgeChain {
  assertOpen(chain, sheet.projectId);
  return { ...chain, entries: [...chain.entries, lockEntry(placeOf(chain), sheet, at, sha256)] };
}

/** Unlocks a sheet for a correction: organiser and auditor, two different people (specification M03 "Scoring"). */
export function unlockSheet(chain: JudgeChain, by: Unlocking, at: number, sha256: Sha256): JudgeChain {
  if (!lockedSheets(chain).has(by.projectId))
    throw new VentureRoundRefusal('VEN_SHEET_LOCKED', { projectId: by.projectId, unlockable: false });
  return { ...chain, entries: [...chain.entries, unlockEntry(placeOf(chain), by, at, sha256)] };
}

/** Refuses to touch a sheet after it was locked (VEN_SHEET_LOCKED). */
export function assertOpen(chain: Pick<JudgeChain, 'entries'>, projectId: string): void {
  const locked = lockedSheets(chain).get(projectId);
  if (locked !== undefined) throw new VentureRoundRefusal('VEN_SHEET_LOCKED', { projectId, lockedAt: locked.at });
}

/** The root that a round publishes: a hash over the number of entries and the last hash of every judge, by judge. */
export function roundRoot(roundId: string, chains: readonly Omit<JudgeChain, 'roundId'>[], sha256: Sha256): string {
  const judges = chains
    .map((chain) => ({ judgeId: chain.judgeId, count: chain.entries.length, head: headOf(chain) }))
    .sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1));
  return sha256(canonicalJson({ judges, roundId }));
}

type NewEvent =
  | Pick<LockedSheet, 'kind' | 'projectId' | 'halves' | 'totalHalves' | 'commentSha256'>
  | Pick<Extract<SheetEvent, { kind: 'UNLOCK' }>, 'kind' | 'projectId' | 'organiserId' | 'auditorId'>;

const placeOf = (chain: JudgeChain): ChainPlace => ({
  roundId: chain.roundId,
  judgeId: chain.judgeId,
  seq: chain.entries.length,
  head: headOf(chain),
});

function nextEntry(
  { roundId, judgeId, seq: last, head: prevHash }: ChainPlace,
  event: NewEvent,
  at: number,
  sha256: Sha256,
): ChainEntry {
  const seq = last + 1;
  const payload = canonicalJson({ ...event, roundId, judgeId, seq, at });
  return { seq, payload, prevHash, hash: sheetHash(prevHash, payload, sha256) };
}
