import { DomainError, FieldInvalid } from '#domain/errors.js';
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
}

/** A project's score. */
export interface AggregateScore {
  /** Points, half-up with 2 decimals, for example `87.67`. */
  readonly score: string;
  /** Mean of all valid sheets, half-up with 2 decimals: the first tie-break. */
  readonly untrimmedMean: string;
  /** Sheet totals that were left out, highest last. */
  readonly dropped: readonly number[];
}

/** Thrown when a project has fewer valid sheets than the round requires (specification M03). */
export class SheetsMissing extends DomainError {
  constructor(valid: number, required: number) {
    super({
      code: 'VEN_SHEETS_MISSING',
      status: 422,
      messageZh: `有效评分表只有 ${valid} 份,至少需要 ${required} 份。请补充评委评分后再结束评审。`,
      messageEn: `There are only ${valid} valid score sheets and ${required} are required. Have more judges score before closing.`,
      details: { valid, required },
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
export function aggregate({ method, sheets, judgesMin }: Scoring): AggregateScore {
  const required = requiredSheets(method, judgesMin);
  const halves = sheets
    .filter((sheet) => sheet !== null)
    .map((sheet) => halfPoints(sheet))
    .sort((a, b) => a - b);
  if (halves.length < required) throw new SheetsMissing(halves.length, required);
  const trims = method === 'trimmed' && required >= TRIM_FROM;
  const counted = trims ? halves.slice(1, -1) : halves;
  return {
    score: method === 'median' ? median(counted) : mean(counted),
    untrimmedMean: mean(halves),
    dropped: trims ? [...halves.slice(0, 1), ...halves.slice(-1)].map((half) => half / 2) : [],
  };
}

function requiredSheets(method: AggregationMethod, judgesMin: number | undefined): number {
  const required = judgesMin ?? (method === 'trimmed' ? TRIM_FROM : FEWEST_JUDGES);
  if (Number.isSafeInteger(required) && required >= FEWEST_JUDGES) return required;
  throw new FieldInvalid('judgesMin', '每个项目至少需要 3 名评委。', 'A project needs three judges or more.', {
    judgesMin,
  });
}

function mean(halves: readonly number[]): string {
  const sum = halves.reduce((total, half) => total + half, 0);
  return rounded({ numerator: BigInt(sum), denominator: BigInt(2 * halves.length) }, 2);
}

function median(sorted: readonly number[]): string {
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return mean(middle);
}
