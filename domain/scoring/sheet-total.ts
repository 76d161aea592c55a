import { DomainError } from '#domain/errors.js';

/** Thrown when a score is no multiple of half a point or outside its range (specification M03). */
export class ScoreOutOfRange extends DomainError {
  constructor(score: number, max: number) {
    super({
      code: 'VEN_SCORE_OUT_OF_RANGE',
      status: 422,
      messageZh: `评分 ${score} 无效:应在 0 至 ${max} 分之间,以 0.5 分为一档。`,
      messageEn: `The score ${score} is not valid: it must lie between 0 and ${max}, in steps of half a point.`,
      details: { score, max },
    });
  }
}

/**
 * A score in half points, exact: 79.5 points are 159. Throws VEN_SCORE_OUT_OF_RANGE outside 0 to `max` points or off
 * the half-point grid.
 */
export function halfPoints(score: number, max = 100): number {
  const halves = score * 2;
  if (!Number.isSafeInteger(halves) || halves < 0 || score > max) throw new ScoreOutOfRange(score, max);
  return halves;
}
