import { DomainError, FieldInvalid } from '#domain/errors.js';

/** Scores of a panel: one row a project, one column a judge, null where a judge did not score. */
export type Ratings = readonly (readonly (number | null)[])[];

/**
 * Thrown when agreement cannot be measured: fewer than two projects that all judges scored, or fewer than two judges.
 */
export class RatingsTooFew extends DomainError {
  constructor(projects: number, judges: number) {
    super({
      code: 'RATINGS_TOO_FEW',
      status: 422,
      messageZh: `评分数据不足(${projects} 个项目、${judges} 名评委),无法计算一致性:至少需要 2 个项目和 2 名评委。`,
      messageEn: `Agreement cannot be measured from ${projects} projects and ${judges} judges: two of each are needed at least.`,
      details: { projects, judges },
    });
  }
}

/**
 * The rows that every judge scored, for measures that know no gaps. Throws RATINGS_TOO_FEW when fewer than two
 * projects or two judges remain, FIELD_INVALID when rows differ in length or a score is no finite number.
 */
export function completeRows(ratings: Ratings): number[][] {
  assertRectangular(ratings);
  const rows = ratings.map((row) => row.filter((value) => value !== null));
  const judges = ratings[0]?.length ?? 0;
  const complete = rows.filter((row) => row.length === judges);
  if (complete.length < 2 || judges < 2) throw new RatingsTooFew(complete.length, judges);
  return complete;
}

/** Refuses ratings whose rows differ in length or hold something that is no finite number (FIELD_INVALID). */
export function assertRectangular(ratings: Ratings): void {
  const judges = ratings[0]?.length ?? 0;
  if (ratings.every((row) => row.length === judges && row.every((value) => value === null || Number.isFinite(value))))
    return;
  throw new FieldInvalid(
    'ratings',
    '评分矩阵无效:每行评委数须相同,分值须为数字。',
    'Not a matrix of ratings: every row has one number or null a judge.',
  );
}
