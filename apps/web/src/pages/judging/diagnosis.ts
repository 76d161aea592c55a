import { z } from 'zod';

import { lockedSheets } from '#domain/venture-round/sheet-chain.js';
import '../../api/no-run-time-code.js';
import type { Answer } from '../../api/answer.js';

const Interval = z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
/** A measure with the bounds of its 95 % interval. */
export type Interval = z.output<typeof Interval>;

/** What stands beside a ranking, as the interface sends it. */
export const Diagnosis = z.object({
  judges: z.array(
    z.object({
      judgeId: z.string(),
      sheets: z.number(),
      mean: z.number(),
      spread: z.number().nullable(),
      effect: z.number(),
      outliers: z.number(),
    }),
  ),
  reliability: z.object({
    'ICC(1,1)': Interval,
    'ICC(A,1)': Interval,
    'ICC(A,k)': Interval,
    W: Interval,
    alpha: Interval,
  }),
  corrected: z.array(
    z.object({
      projectId: z.string(),
      class: z.string(),
      rank: z.number(),
      correctedScore: z.number(),
      correctedRank: z.number(),
    }),
  ),
  withoutJudge: z.array(z.object({ judgeId: z.string(), lost: z.array(z.string()), gained: z.array(z.string()) })),
  funded: z.array(z.string()),
  portfolio: z.object({
    projectIds: z.array(z.string()),
    hundredths: z.number(),
    fen: z.number(),
    proven: z.boolean(),
  }),
  resamples: z.number(),
});
export type Diagnosis = z.output<typeof Diagnosis>;

/** A total that a judge locked, in points; the judge by pseudonym. */
export interface Mark {
  readonly judgeId: string;
  readonly projectId: string;
  readonly points: number;
}

/** The marks that count, from the published chains. */
export function marksOf({ judges }: Answer<'/api/v1/public/rounds/{id}/sheets-export'>): Mark[] {
  return judges.flatMap((chain) =>
    [...lockedSheets(chain)].map(([projectId, { totalHalves }]) => ({
      ...{ judgeId: chain.judgeId, projectId },
      points: totalHalves / 2,
    })),
  );
}

/** Sheets so far from the middle of the project's sheets are told as outliers (specification M03 "Scoring"). */
const OUTLIER_POINTS = 20;

/** Whether a mark is far from the median of the project's marks. */
export function isOutlier(mark: Mark, of: readonly Mark[]): boolean {
  const sorted = of.map(({ points }) => points).sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.abs(mark.points - (low + high) / 2) > OUTLIER_POINTS;
}
