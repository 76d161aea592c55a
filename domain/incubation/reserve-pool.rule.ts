import { DomainError } from '#domain/errors.js';

/** What the Party-building reserve pool (党建储备库) looks at, in the order in which it is listed. */
export const POOL_CRITERIA = ['BUSINESS', 'MEMBER_GROWTH', 'ACTIVITY'] as const;

/** One criterion of the reserve pool. */
export type PoolCriterion = (typeof POOL_CRITERIA)[number];

/** Scores from 1 to 5: business good, members growing fast, active. */
export type PoolScores = Readonly<Record<PoolCriterion, number>>;

/** Whether an organisation enters the reserve pool. */
export interface PoolAssessment {
  readonly reservePool: boolean;
  /** Criteria below the threshold, in order. */
  readonly missing: readonly PoolCriterion[];
}

/** Thrown when an organisation is put into the pool without meeting every criterion. */
export class PoolCriteriaNotMet extends DomainError {
  constructor(missing: readonly PoolCriterion[]) {
    super({
      code: 'POOL_CRITERIA_NOT_MET',
      status: 422,
      messageZh: '经营状况、党员增长、活跃程度三项须全部达标方可入库,请查看未达标项。',
      messageEn:
        'An organisation enters the pool when business, member growth and activity all reach the mark. See which do not.',
      details: { missing },
    });
  }
}

/** Enter with 4 or more in each: `pool.minScore`. */
const MIN_SCORE = 4;

/** Entry into the reserve pool (specification M11): every criterion reaches the threshold. */
export function assessPool(scores: PoolScores, minScore = MIN_SCORE): PoolAssessment {
  const missing = POOL_CRITERIA.filter((criterion) => !(scores[criterion] >= minScore));
  return { reservePool: missing.length === 0, missing };
}

/** Refuses an entry that does not meet every criterion (POOL_CRITERIA_NOT_MET). */
export function assertPoolCriteria(scores: PoolScores): void {
  const { missing } = assessPool(scores);
  if (missing.length > 0) throw new PoolCriteriaNotMet(missing);
}
