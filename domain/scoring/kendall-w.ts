import { completeRows } from './ratings.js';
import type { Ratings } from './ratings.js';

/**
 * Kendall's coefficient of concordance: 0 no agreement in ranking, 1 full. Null where no judge tells any two projects
 * apart.
 */
export interface Concordance {
  /** Without correction for ties. */
  readonly W: number | null;
  readonly WTieCorrected: number | null;
}

/**
 * How far judges rank projects alike. Projects that a judge did not score are left out. Throws RATINGS_TOO_FEW and
 * FIELD_INVALID as `completeRows`.
 */
export function kendallW(ratings: Ratings): Concordance {
  const rows = completeRows(ratings);
  const n = rows.length;
  const m = rows[0]?.length ?? 0;
  const byJudge = Array.from({ length: m }, (_, judge) => rows.map((row) => row[judge] ?? 0));
  const ranks = byJudge.map(midRanks);
  const rankSums = rows.map((_, project) => ranks.reduce((sum, of) => sum + (of[project] ?? 0), 0));
  const centre = (m * (n + 1)) / 2;
  const S = rankSums.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const spread = m ** 2 * (n ** 3 - n);
  const ties = m * byJudge.reduce((sum, scores) => sum + tieTerm(scores), 0);
  return {
    W: spread === ties ? null : (12 * S) / spread,
    WTieCorrected: spread === ties ? null : (12 * S) / (spread - ties),
  };
}

/** Ranks from 1; equal scores share the mean of their ranks. */
function midRanks(scores: readonly number[]): number[] {
  const counts = countsOf(scores);
  const rank = new Map<number, number>();
  let below = 0;
  for (const score of [...counts.keys()].sort((a, b) => a - b)) {
    const equal = counts.get(score) ?? 0;
    rank.set(score, below + (equal + 1) / 2);
    below += equal;
  }
  return scores.map((score) => rank.get(score) ?? 0);
}

/** Σ (t³ − t) over the groups of equal scores. */
function tieTerm(scores: readonly number[]): number {
  return [...countsOf(scores).values()].reduce((sum, t) => sum + t ** 3 - t, 0);
}

function countsOf(scores: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  return counts;
}
