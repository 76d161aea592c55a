import { completeRows } from './ratings.js';
import type { Ratings } from './ratings.js';

/**
 * Intraclass correlations in the notation of McGraw & Wong (1996): 1 is one-way, C consistency, A absolute agreement;
 * `,1` a single judge, `,k` the mean of all. Null where the scores leave it undefined (no variance).
 */
export interface IntraclassCorrelations {
  readonly 'ICC(1,1)': number | null;
  readonly 'ICC(A,1)': number | null;
  readonly 'ICC(C,1)': number | null;
  readonly 'ICC(1,k)': number | null;
  readonly 'ICC(A,k)': number | null;
  readonly 'ICC(C,k)': number | null;
}

/**
 * All six forms. Projects that a judge did not score are left out. Throws RATINGS_TOO_FEW and FIELD_INVALID as
 * `completeRows`.
 */
export function icc(ratings: Ratings): IntraclassCorrelations {
  const rows = completeRows(ratings);
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  const { between, within, judges, error } = meanSquares(rows, n, k);
  return {
    'ICC(1,1)': quotient(between - within, between + (k - 1) * within),
    'ICC(A,1)': quotient(between - error, between + (k - 1) * error + (k * (judges - error)) / n),
    'ICC(C,1)': quotient(between - error, between + (k - 1) * error),
    'ICC(1,k)': quotient(between - within, between),
    'ICC(A,k)': quotient(between - error, between + (judges - error) / n),
    'ICC(C,k)': quotient(between - error, between),
  };
}

/** Mean squares of the two-way layout: between projects, within projects, between judges, residual. */
function meanSquares(rows: readonly (readonly number[])[], n: number, k: number) {
  const rowMeans = rows.map(mean);
  const columnMeans = Array.from({ length: k }, (_, column) => mean(rows.map((row) => row[column] ?? 0)));
  const grand = mean(rowMeans);
  const total = sumOfSquares(rows.flat(), grand);
  const ofRows = k * sumOfSquares(rowMeans, grand);
  const ofColumns = n * sumOfSquares(columnMeans, grand);
  return {
    between: ofRows / (n - 1),
    within: (total - ofRows) / (n * (k - 1)),
    judges: ofColumns / (k - 1),
    error: (total - ofRows - ofColumns) / ((n - 1) * (k - 1)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumOfSquares(values: readonly number[], centre: number): number {
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

function quotient(a: number, b: number): number | null {
  // Sums of squares of equal scores leave a rest of rounding where they are 0.
  return Math.abs(b) < 1e-12 ? null : a / b;
}
