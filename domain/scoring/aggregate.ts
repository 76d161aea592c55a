import { DomainError, FieldInvalid } from '#domain/errors.js';
import type { ErrorDetails } from '#domain/errors.js';
import { rounded } from '#domain/figure/rounding.js';
import { halfPoints } from './sheet-total.js';

/** How the sheets of one project become one score. */
export type AggregationMethod = 'trimmed' | 'mean' | 'median';

/** The sheets of one project and how they count. */
export interface Scoring {
  readonly method: AggregationMethod;
  /** Total of each judge's sheet in points, 0 to 100 in steps of 0.5; null where a judge has no valid sheet. */
  readonly sheets: readonly (number | null)[];
  /**
   * Valid sheets a project must have, 3 or more; unless configured 5 when trimmed, 3 otherwise (specification M03,
   * `ven.judgesMin`).
   */
  readonly judgesMin?: number;
  /** Decimals to which the score is rounded half-up; 2 unless the round says otherwise. */
  readonly decimals?: number;
}

/** A project's score. */
export interface AggregateScore {
  /** Points, half-up with 2 decimals unless configured, for example `87.67`. */
  readonly score: string;
  /** Mean of all valid sheets, rounded as the score: what is shown of the first tie-break. */
  readonly untrimmedMean: string;
  /** Sheet totals that were left out, highest last. */
  readonly dropped: readonly number[];
}

/** Thrown when a project has fewer valid sheets than the round requires (specification M03). */
export class SheetsMissing extends DomainError {
  constructor(valid: number, required: number, more: ErrorDetails = {}) {
    super({
      code: 'VEN_SHEETS_MISSING',
      status: 422,
      messageZh: `有效评分表只有 ${valid} 份,至少需要 ${required} 份。请补充评委评分后再结束评审。`,
      messageEn: `There are only ${valid} valid score sheets and ${required} are required. Have more judges score before closing.`,
      details: { valid, required, ...more },
    });
  }
}

const FEWEST_JUDGES = 3;
const TRIM_FROM = 5;

/**
 * One score from the sheets of a project (specification M03 "Scoring"), in exact arithmetic. `trimmed` leaves out one
 * highest and one lowest sheet when the round requires five or more; a round that is configured for 3 or 4 judges
 * never trims. Throws VEN_SHEETS_MISSING, VEN_SCORE_OUT_OF_RANGE, or FIELD_INVALID for a `judgesMin` below 3.
 */
export function aggregate({ method, sheets, judgesMin, decimals = 2 }: Scoring): AggregateScore {
  const required = requiredSheets(method, judgesMin);
  const halves = sheets.filter((sheet) => sheet !== null).map((sheet) => halfPoints(sheet));
  if (halves.length < required) throw new SheetsMissing(halves.length, required);
  return combined(halves, { method, trims: trims(method, required), decimals });
}

/** Whether a round leaves out the highest and the lowest sheet: when it is `trimmed` and requires five or more. */
export const trims = (method: AggregationMethod, judgesMin: number): boolean =>
  method === 'trimmed' && judgesMin >= TRIM_FROM;

/**
 * One score from totals in half points, whatever their number: for rounds that have checked it, and for what-ifs with
 * a judge left out. Nothing is trimmed of fewer than three. Without a sheet there is no score: VEN_SHEETS_MISSING.
 */
export function combined(
  totals: readonly number[],
  how: { readonly method: AggregationMethod; readonly trims: boolean; readonly decimals: number },
): AggregateScore {
  if (totals.length === 0) throw new SheetsMissing(0, 1);
  const halves = totals.toSorted((a, b) => a - b);
  const trimmed = how.trims && halves.length > 2;
  const counted = trimmed ? halves.slice(1, -1) : halves;
  return {
    score: how.method === 'median' ? median(counted, how.decimals) : mean(counted, how.decimals),
    untrimmedMean: mean(halves, how.decimals),
    dropped: trimmed ? [...halves.slice(0, 1), ...halves.slice(-1)].map((half) => half / 2) : [],
  };
}

function requiredSheets(method: AggregationMethod, judgesMin: number | undefined): number {
  const required = judgesMin ?? (method === 'trimmed' ? TRIM_FROM : FEWEST_JUDGES);
  if (Number.isSafeInteger(required) && required >= FEWEST_JUDGES) return required;
  throw new FieldInvalid('judgesMin', '每个项目至少需要 3 名评委。', 'A project needs three judges or more.', {
    judgesMin,
  });
}

function mean(halves: readonly number[], decimals: number): string {
  const sum = halves.reduce((total, half) => total + half, 0);
  return rounded({ numerator: BigInt(sum), denominator: BigInt(2 * halves.length) }, decimals);
}

function median(sorted: readonly number[], decimals: number): string {
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return mean(middle, decimals);
}
