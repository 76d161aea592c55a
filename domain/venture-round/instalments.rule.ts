import { percentOfFen, sumFen } from './fen.js';
import type { InstalmentRule } from './round-configuration.js';
import { VentureRoundRefusal } from './errors.js';

/** An instalment (拨付期次) of one source's money. */
export interface Instalment {
  /** From 1. */
  readonly no: number;
  readonly fen: number;
  readonly release: InstalmentRule['release'];
  readonly milestone?: string;
}

/**
 * The instalments of an amount: each its per cent rounded down to whole fen, the last takes the remainder, so that
 * their sum is the amount (specification M03 "Paying"). Money of several sources is split source by source, because
 * each source has its own ledger. Throws VEN_SCHEDULE_NOT_100.
 */
export function instalmentsOf(amount: number, schedule: readonly InstalmentRule[]): readonly Instalment[] {
  const percent = schedule.reduce((sum, rule) => sum + rule.percent, 0);
  if (percent !== 100) throw new VentureRoundRefusal('VEN_SCHEDULE_NOT_100', { percent }, 'schedule');
  const early = schedule.slice(0, -1).map((rule) => percentOfFen(amount, rule.percent));
  return schedule.map(({ release, milestone }, index) => ({
    no: index + 1,
    fen: early[index] ?? amount - sumFen(early),
    release,
    ...(milestone === undefined ? {} : { milestone }),
  }));
}
