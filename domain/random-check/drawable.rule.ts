import { AnnualInspectionRefusal } from '#domain/annual-inspection/errors.js';
import type { DrawRecusal, DrawTerms } from '#domain/annual-inspection/published-draw.js';
import { drawSize } from '#domain/figure/draw-size.js';
import { RandomCheckRefusal } from './errors.js';

/** The lists that a draw is about to be committed to; by the ids under which they are published. */
export interface DrawLists {
  readonly base: readonly { readonly id: string }[];
  readonly inspectors: readonly { readonly id: string }[];
  readonly recusals: readonly DrawRecusal[];
}

/**
 * Refuses to commit to what could not be drawn: whichever organisations come out, each must find enough inspectors. Otherwise
 * a seed would be spent on a draw that fails. Answers how many will be drawn. Throws DRAW_EMPTY_BASE, DRAW_RATE_TOO_LOW,
 * DRAW_NOTHING_DRAWN, or DRAW_NOT_ENOUGH_INSPECTORS naming the first organisation that too few may check.
 */
export function assertDrawable(
  { ratePct, floorPct, rounding, inspectorsPerCheck }: DrawTerms,
  { base, inspectors, recusals }: DrawLists,
): number {
  const size = drawSize({ base: base.length, ratePct, floorPct, mode: rounding });
  if (size === 0)
    throw new RandomCheckRefusal('DRAW_NOTHING_DRAWN', { base: base.length, ratePct, rounding }, 'ratePct');
  const barred = new Map<string, Set<string>>();
  for (const { organisation, inspector } of recusals)
    barred.set(organisation, (barred.get(organisation) ?? new Set()).add(inspector));
  for (const { id } of base) {
    const away = barred.get(id);
    const available = away === undefined ? inspectors.length : inspectors.filter((one) => !away.has(one.id)).length;
    if (available >= inspectorsPerCheck) continue;
    const details = { organisation: id, required: inspectorsPerCheck, available };
    throw new AnnualInspectionRefusal('DRAW_NOT_ENOUGH_INSPECTORS', details, 'inspectors');
  }
  return size;
}
