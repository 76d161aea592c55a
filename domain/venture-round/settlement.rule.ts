import { VentureRoundRefusal } from './errors.js';
import { sumFen } from './fen.js';
import type { Instalment } from './instalments.rule.js';
import { instalmentsOf } from './instalments.rule.js';
import type { InstalmentRule } from './round-configuration.js';
import type { FundingSource } from './terms.js';

/** Money of one source, in fen. */
export interface SourceFen {
  readonly source: FundingSource;
  readonly fen: number;
}

/**
 * Spending that was accepted, as it falls on the sources: in proportion to what each agreed, rounded down to whole fen,
 * and the rest on the first that have room, in their order. Never above what a source agreed; the parts add up to the
 * spending, or to the whole agreement when more was spent.
 */
export function acceptedBySource(agreed: readonly SourceFen[], acceptedFen: number): readonly SourceFen[] {
  const total = sumFen(agreed.map(({ fen }) => fen));
  const counted = Math.min(acceptedFen, total);
  const shares = agreed.map(({ source, fen }) => ({
    source,
    // bigint: the product leaves the range in which numbers are exact.
    fen: total === 0 ? 0 : Number((BigInt(counted) * BigInt(fen)) / BigInt(total)),
  }));
  let rest = counted - sumFen(shares.map(({ fen }) => fen));
  return shares.map(({ source, fen }, index) => {
    const room = Math.min(rest, (agreed[index]?.fen ?? 0) - fen);
    rest -= room;
    return { source, fen: fen + room };
  });
}

/**
 * What is still paid of an instalment after the project was completed: never more than the accepted spending leaves, so
 * that nobody is paid what they must give back (specification M03 "Paying"). Fen.
 */
export const lastPayment = (instalmentFen: number, paidFen: number, acceptedFen: number): number =>
  Math.max(0, Math.min(instalmentFen, acceptedFen - paidFen));

/** An instalment of one source of an agreement. */
export interface SourceInstalment extends Instalment {
  readonly source: FundingSource;
}

/** Every instalment of an agreement, source by source, in their order. Throws VEN_SCHEDULE_NOT_100. */
export const scheduleOf = (agreed: readonly SourceFen[], schedule: readonly InstalmentRule[]): SourceInstalment[] =>
  agreed
    .filter(({ fen }) => fen > 0)
    .flatMap(({ source, fen }) => instalmentsOf(fen, schedule).map((instalment) => ({ ...instalment, source })));

/** What is still to come back of each source; none below 0. Fen. */
export function stillToReturn(due: readonly SourceFen[], returned: readonly SourceFen[]): readonly SourceFen[] {
  return due.map(({ source, fen }) => {
    const back = sumFen(returned.filter((one) => one.source === source).map((one) => one.fen));
    return { source, fen: Math.max(0, fen - back) };
  });
}

/** Refuses more than is still to come back of a source (VEN_RETURN_OVER). */
export function assertReturn(due: readonly SourceFen[], returned: readonly SourceFen[], back: SourceFen): void {
  const open = stillToReturn(due, returned).find(({ source }) => source === back.source)?.fen ?? 0;
  if (back.fen > open) throw new VentureRoundRefusal('VEN_RETURN_OVER', { ...back, open }, 'fen');
}
