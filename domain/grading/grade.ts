import { DomainError, FieldInvalid } from '#domain/errors.js';

/** Grades as they are stored, lowest first; NONE is ungraded. Shown as 1A to 5A (specification M06). */
export const GRADES = ['NONE', 'A1', 'A2', 'A3', 'A4', 'A5'] as const;

/** A grade, as it is stored. */
export type Grade = (typeof GRADES)[number];

/** Lowest score of each grade, of 1000 points: `grd.scale` (specification M06). */
const SCALE: readonly (readonly [from: number, grade: Grade])[] = [
  [951, 'A5'],
  [901, 'A4'],
  [801, 'A3'],
  [701, 'A2'],
  [601, 'A1'],
];

/** Thrown when a total is no number from 0 to 1000. */
export class GradingScoreRange extends DomainError {
  constructor(score: number) {
    super({
      code: 'GRD_SCORE_RANGE',
      status: 422,
      messageZh: `评估总分 ${score} 无效,应在 0 至 1000 分之间。`,
      messageEn: `The total of ${score} is not valid: it must lie between 0 and 1000.`,
      field: 'score',
      details: { score },
    });
  }
}

/** The grade that a total of 1000 points gives, NONE below 601. Throws GRD_SCORE_RANGE outside 0 to 1000. */
export function gradeOfScore(score: number): Grade {
  if (!Number.isFinite(score) || score < 0 || score > 1000) throw new GradingScoreRange(score);
  return SCALE.find(([from]) => score >= from)?.[1] ?? 'NONE';
}

/** Reads a grade as it is stored (`A5`) or shown (`5A`, `5A级`). Throws FIELD_INVALID naming `field`. */
export function parseGrade(text: string, field = 'grade'): Grade {
  const stored = text.replace(/^([1-5])A级?$/, 'A$1');
  const grade = GRADES.find((one) => one === stored);
  if (grade !== undefined) return grade;
  throw new FieldInvalid(field, '等级无效,应为 1A 至 5A。', 'Not a grade: 1A to 5A.', { value: text });
}

/** A grade as it is shown: A5 is 5A; NONE stays NONE. */
export function shownGrade(grade: Grade): string {
  return grade.replace(/^A(\d)$/, '$1A');
}
