import { percent } from '#domain/figure/ratio.js';

/** A share that is always shown with what it was computed from; `pct` is null, shown as "—", when there is no base. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** In per cent with two decimals half-up, for example `91.86`. */
  readonly pct: string | null;
}

/** numerator ÷ denominator with both kept (specification M15: two decimals half-up in tables). */
export const share = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  pct: percent(numerator, denominator, 2),
});

/** What decides whether a required return counts as complete. */
export interface CompletionFacts {
  readonly required: boolean;
  /** First filed by the organisation's own closing date, extension included. */
  readonly filedInTime: boolean;
  /** A registry concluded it before its season closed for returns, even if it was filed late. */
  readonly concludedInTime: boolean;
}

/**
 * Whether a return counts in the completion rate (specification M02: concluded or filed in time). A return in time that an
 * organ has not concluded counts, because the organ's delay is not the organisation's.
 */
export const isComplete = ({ required, filedInTime, concludedInTime }: CompletionFacts): boolean =>
  required && (filedInTime || concludedInTime);

/** The completion rate of a season: complete ÷ required; null without anybody required. */
export function completionRate(returns: readonly CompletionFacts[]): Share {
  const required = returns.filter((each) => each.required);
  return share(required.filter(isComplete).length, required.length);
}
