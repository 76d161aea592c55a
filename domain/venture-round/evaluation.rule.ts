import { addCalendarDays, daysBetween } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { ExecutionTerm } from './activity.rule.js';
import type { Objective } from './application-form.js';
import { VentureRoundRefusal } from './errors.js';

/** Result of a mid-term evaluation; RECTIFY is looked at a second time. */
export type MidTermResult = 'PASS' | 'RECTIFY' | 'FAIL';

/** The day on which a project is half through its term, when its mid-term report is due. */
export function midTermDay({ from, to }: ExecutionTerm): IsoDate {
  return addCalendarDays(from, Math.floor(daysBetween(from, to) / 2));
}

/**
 * The result that counts: without a report FAIL, whatever the desk says; a second RECTIFY is FAIL, because there is
 * one second check (specification M03 "Mid-term").
 */
export function midTermOutcome(check: {
  readonly reported: boolean;
  readonly result: MidTermResult;
  readonly isSecondCheck: boolean;
}): MidTermResult {
  if (!check.reported) return 'FAIL';
  return check.isSecondCheck && check.result === 'RECTIFY' ? 'FAIL' : check.result;
}

/** Refuses an evaluator who judged in the round, or saw sheets of its judges (VEN_EVALUATOR_WAS_JUDGE). */
export function assertEvaluator(
  evaluatorPersonId: string,
  judgePersonIds: readonly string[],
  sawSheets: boolean,
): void {
  if (judgePersonIds.includes(evaluatorPersonId) || sawSheets)
    throw new VentureRoundRefusal('VEN_EVALUATOR_WAS_JUDGE', { sawSheets });
}

/** A promised indicator and how far it was reached. */
export interface Progress extends Objective {
  readonly reached: number;
  /** Whole per cent, rounded down and never above 100, so that one indicator cannot make up for another. */
  readonly percent: number;
}

/** Progress against what was promised, in the order of the application. An indicator that nobody reported is at 0. */
export function progressOf(
  objectives: readonly Objective[],
  reached: Readonly<Record<string, number>>,
): readonly Progress[] {
  return objectives.map((objective) => {
    const count = Object.hasOwn(reached, objective.indicator) ? (reached[objective.indicator] ?? 0) : 0;
    return { ...objective, reached: count, percent: Math.min(100, Math.floor((count * 100) / objective.target)) };
  });
}
