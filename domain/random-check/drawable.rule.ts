import { AnnualInspectionRefusal } from '#domain/annual-inspection/errors.js';
import { PublishedDraw } from '#domain/annual-inspection/published-draw.js';
import type { DrawRecusal, DrawTerms } from '#domain/annual-inspection/published-draw.js';
import { FieldInvalid } from '#domain/errors.js';
import { drawSize } from '#domain/figure/draw-size.js';
import { RandomCheckRefusal } from './errors.js';

/** The lists that a draw is about to be committed to; by the ids under which they are published. */
export interface DrawLists {
  readonly base: readonly { readonly id: string; readonly name: string }[];
  readonly inspectors: readonly { readonly id: string }[];
  readonly recusals: readonly DrawRecusal[];
}

/**
 * Refuses to commit to what could not be drawn: whichever organisations come out, each must find enough inspectors. Otherwise
 * a seed would be spent on a draw that fails. Answers how many will be drawn. Throws DRAW_EMPTY_BASE, DRAW_RATE_TOO_LOW,
 * DRAW_NOTHING_DRAWN, DRAW_NOT_ENOUGH_INSPECTORS naming the first organisation that too few may check, or FIELD_INVALID for an
 * entry that cannot be published (a name with a control character).
 */
export function assertDrawable(
  { ratePct, floorPct, rounding, inspectorsPerCheck }: DrawTerms,
  lists: DrawLists,
): number {
  const { base, inspectors, recusals } = lists;
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
  assertPublishable(lists);
  return size;
}

function assertPublishable({ base, inspectors, recusals }: DrawLists): void {
  const lists = PublishedDraw.pick({ base: true, inspectors: true, recusals: true });
  const [issue] = lists.safeParse({ base, inspectors, recusals }).error?.issues ?? [];
  if (issue === undefined) return;
  throw new FieldInvalid(
    issue.path.join('.'),
    '名单中有不能公示的内容(编号或名称为空、过长或含控制字符)。请更正登记数据后再承诺。',
    'An entry of the lists cannot be published: its id or name is empty, too long or holds a control character. Correct the register first.',
    { issue: issue.message },
  );
}
