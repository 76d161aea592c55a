import { addMonths } from '#domain/calendar/terms.js';
import type { ExecutionTerm } from './activity.rule.js';
import { VentureRoundRefusal } from './errors.js';
import { percentOfFen, sumFen } from './fen.js';

/** What a budget line was agreed to be and is to be, in fen. */
export interface ShiftedLine {
  readonly line: string;
  readonly agreedFen: number;
  readonly newFen: number;
}

/**
 * Whether a shift between budget lines is free or needs approval: free while no line changes by more than `shiftPct`
 * per cent of what was agreed for it, all earlier shifts counted (specification M03 "Change request"). A shift that
 * changes the total is none: VEN_BUDGET_NOT_BALANCED.
 */
export function shiftNeedsApproval(lines: readonly ShiftedLine[], shiftPct: number): boolean {
  const agreed = sumFen(lines.map(({ agreedFen }) => agreedFen));
  const wanted = sumFen(lines.map(({ newFen }) => newFen));
  if (agreed !== wanted || lines.some(({ newFen }) => newFen < 0))
    throw new VentureRoundRefusal('VEN_BUDGET_NOT_BALANCED', { agreed, wanted }, 'lines');
  return lines.some(({ agreedFen, newFen }) => Math.abs(newFen - agreedFen) > percentOfFen(agreedFen, shiftPct));
}

/** The term after an extension, once and by `mostMonths` at most. Throws VEN_CHANGE_NOT_ALLOWED. */
export function extendedTerm(
  term: ExecutionTerm,
  request: { readonly months: number; readonly extendedBefore: boolean },
  mostMonths: number,
): ExecutionTerm {
  const { months, extendedBefore } = request;
  if (extendedBefore || !Number.isSafeInteger(months) || months < 1 || months > mostMonths)
    throw new VentureRoundRefusal('VEN_CHANGE_NOT_ALLOWED', { months, mostMonths, extendedBefore }, 'months');
  return { ...term, to: addMonths(term.to, months) };
}
