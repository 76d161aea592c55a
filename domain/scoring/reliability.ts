import { bootstrap } from './bootstrap.js';
import type { Interval, Resampling } from './bootstrap.js';
import { icc } from './icc.js';
import type { IntraclassCorrelations } from './icc.js';
import { intervalAlpha } from './interval-alpha.js';
import { kendallW } from './kendall-w.js';
import { assertRectangular, RatingsTooFew } from './ratings.js';
import type { Ratings } from './ratings.js';

/** How far a panel agrees, each measure with its interval; null where the ratings leave it undefined. */
export interface Reliability {
  /** One judge, one way: also for panels in which every project has its own judges, equally many. */
  readonly 'ICC(1,1)': Interval;
  /** One judge, absolute agreement; needs projects that all judges scored. */
  readonly 'ICC(A,1)': Interval;
  /** The mean of the panel, absolute agreement. */
  readonly 'ICC(A,k)': Interval;
  /** Kendall's W, corrected for ties. */
  readonly W: Interval;
  /** Krippendorff's α for interval scores; gaps allowed. */
  readonly alpha: Interval;
}

/** All measures of agreement with bootstrap intervals (specification M03 diagnostics). Throws FIELD_INVALID as `assertRectangular`. */
export function reliability(ratings: Ratings, resampling: Resampling): Reliability {
  assertRectangular(ratings);
  const of = (statistic: (sample: Ratings) => number | null): Interval => bootstrap(ratings, statistic, resampling);
  const ofIcc = (form: keyof IntraclassCorrelations) => (sample: Ratings) => defined(() => icc(sample)[form]);
  return {
    'ICC(1,1)': of((sample) => defined(() => icc(withoutGaps(sample))['ICC(1,1)'])),
    'ICC(A,1)': of(ofIcc('ICC(A,1)')),
    'ICC(A,k)': of(ofIcc('ICC(A,k)')),
    W: of((sample) => defined(() => kendallW(sample).WTieCorrected)),
    alpha: of(intervalAlpha),
  };
}

/** The scores of each project without the judges who did not score it; [] where projects have different numbers. */
function withoutGaps(ratings: Ratings): Ratings {
  const rows = ratings.map((row) => row.filter((value) => value !== null));
  return rows.every(({ length }) => length === rows[0]?.length) ? rows : [];
}

function defined(statistic: () => number | null): number | null {
  try {
    return statistic();
  } catch (error) {
    if (error instanceof RatingsTooFew) return null;
    throw error;
  }
}
