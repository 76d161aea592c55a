import { halfPoints } from '#domain/scoring/sheet-total.js';
import { z } from 'zod';
import { VentureRoundRefusal } from './errors.js';
import type { Criterion } from './scoring-policy.js';

/** Longest comment in characters; a longer one is refused before anything is computed. */
const COMMENT_MAX = 2000;
const COMMENT_MIN = 10;
const LOW = 60;
const HIGH = 95;

/** A sheet (评分表) as a judge enters it: points per criterion, in steps of half a point. */
export const SheetInput = z.strictObject({
  projectId: z.string().min(1).max(128),
  values: z.record(z.string().max(40), z.number()),
  comment: z.string().trim().max(COMMENT_MAX).default(''),
});
export type SheetInput = z.output<typeof SheetInput>;

/** A sheet that may be locked. Marks are in half points, so that every sum is exact: 79.5 points are 159. */
export interface CheckedSheet {
  readonly projectId: string;
  readonly halves: Readonly<Record<string, number>>;
  readonly totalHalves: number;
  readonly comment: string;
}

/**
 * Checks a sheet against the criteria of the round (specification M03 "Score sheet"): every criterion once and no
 * other, 0 to its maximum, on the half-point grid; a total below 60 or above 95 with a comment of ten characters or
 * more. Throws VEN_SHEET_INCOMPLETE, VEN_SCORE_OUT_OF_RANGE, VEN_COMMENT_REQUIRED.
 */
export function checkedSheet({ projectId, values, comment }: SheetInput, criteria: readonly Criterion[]): CheckedSheet {
  const known = criteria.map(({ id }) => id);
  const missing = known.filter((id) => !Object.hasOwn(values, id));
  const unknown = Object.keys(values).filter((id) => !known.includes(id));
  if (missing.length > 0 || unknown.length > 0)
    throw new VentureRoundRefusal('VEN_SHEET_INCOMPLETE', { missing, unknown }, 'values');
  const halves = criteria.map(({ id, max }) => [id, halfPoints(values[id] ?? 0, max)] as const);
  const totalHalves = halves.reduce((sum, [, half]) => sum + half, 0);
  const striking = totalHalves < LOW * 2 || totalHalves > HIGH * 2;
  // Code points, so that a rare character does not count twice.
  if (striking && Array.from(comment).length < COMMENT_MIN)
    throw new VentureRoundRefusal('VEN_COMMENT_REQUIRED', { total: totalHalves / 2, required: COMMENT_MIN }, 'comment');
  return { projectId, halves: Object.fromEntries(halves), totalHalves, comment };
}

/** Refuses a sheet for a project that is not the judge's (VEN_SHEET_NOT_ASSIGNED). */
export function assertAssigned(projectId: string, assignedProjectIds: readonly string[]): void {
  if (!assignedProjectIds.includes(projectId)) throw new VentureRoundRefusal('VEN_SHEET_NOT_ASSIGNED', { projectId });
}
