import { drawFrom, seededRandom } from '#domain/draw/seeded-random.js';
import type { SeededRandom } from '#domain/draw/seeded-random.js';
import { drawSize } from '#domain/figure/draw-size.js';
import type { Sha256 } from '#domain/ledger/ledger-entry.js';
import type { AdministrativeLevel } from '#domain/terms/unit-terms.js';
import { orderedById } from './draw-base.rule.js';
import { AnnualInspectionRefusal } from './errors.js';
import type { CheckAssignment, DrawRecusal, DrawTerms } from './published-draw.js';
import { DEFAULT_SETTINGS, type AnnualInspectionSettings } from './settings.js';

/** What a draw is made from. The order of the lists does not matter: they are ordered by id. */
export interface DrawInput {
  readonly terms: DrawTerms;
  readonly base: readonly { readonly id: string }[];
  readonly inspectors: readonly { readonly id: string }[];
  /** Known before the draw: this inspector must stay away from that organisation. */
  readonly recusals: readonly DrawRecusal[];
  /** The seed as it is drawn with (`drawingSeed`). */
  readonly seed: string;
}

/** Who is checked, by whom; in the order of the draw. */
export interface DrawResult {
  readonly size: number;
  readonly drawn: readonly string[];
  readonly assignments: readonly CheckAssignment[];
}

/** The lowest rate in per cent that the level of the registry allows; below the county there is no registry of its own. */
export function floorOf(
  level: AdministrativeLevel,
  { drawFloorPct }: Pick<AnnualInspectionSettings, 'drawFloorPct'> = DEFAULT_SETTINGS,
): string {
  return level === 'PROVINCE' || level === 'PREFECTURE' ? drawFloorPct[level] : drawFloorPct.COUNTY;
}

/**
 * Draws the organisations to check and the inspectors of each check (specification M02, 双随机). The same input gives the
 * same result for ever. Inspectors are drawn among those with the fewest checks so far, so that the work is shared.
 * Throws DRAW_EMPTY_BASE, DRAW_RATE_TOO_LOW, DRAW_LIST_DUPLICATE or DRAW_NOT_ENOUGH_INSPECTORS.
 */
export function runDraw(input: DrawInput, sha256: Sha256): DrawResult {
  const base = orderedById(input.base).map(({ id }) => id);
  const { ratePct, floorPct, rounding, inspectorsPerCheck } = input.terms;
  const size = drawSize({ base: base.length, ratePct, floorPct, mode: rounding });
  const drawn = drawFrom(base, size, seededRandom(input.seed, sha256, 'organisations'));
  const pool = orderedById(input.inspectors).map(({ id }) => id);
  const random = seededRandom(input.seed, sha256, 'inspectors');
  const load = new Map<string, number>();
  const assignments = drawn.map((organisation) => {
    const eligible = withoutRecused(pool, organisation, input.recusals);
    const inspectors = drawInspectors(organisation, eligible, inspectorsPerCheck, { load, random });
    return { organisation, inspectors };
  });
  return { size, drawn, assignments };
}

/**
 * The assignments after inspectors recused themselves one after another: each is replaced by a further draw, the n-th
 * from the stream `redraw/n`. Throws DRAW_REDRAW_UNKNOWN for an inspector who does not have that check, and
 * DRAW_NOT_ENOUGH_INSPECTORS when nobody is left.
 */
export function redraw(
  assignments: readonly CheckAssignment[],
  redraws: readonly DrawRecusal[],
  input: DrawInput,
  sha256: Sha256,
): CheckAssignment[] {
  const pool = orderedById(input.inspectors).map(({ id }) => id);
  return redraws.reduce<CheckAssignment[]>(
    (current, { organisation, inspector }, index) => {
      const check = current.find((each) => each.organisation === organisation);
      if (check?.inspectors.includes(inspector) !== true) {
        throw new AnnualInspectionRefusal('DRAW_REDRAW_UNKNOWN', { organisation, inspector });
      }
      const recused = [...input.recusals, ...redraws.slice(0, index + 1)];
      const eligible = withoutRecused(pool, organisation, recused).filter((id) => !check.inspectors.includes(id));
      const random = seededRandom(input.seed, sha256, `redraw/${index + 1}`);
      const [substitute = ''] = drawInspectors(organisation, eligible, 1, { load: loadOf(current), random });
      const inspectors = check.inspectors.map((id) => (id === inspector ? substitute : id));
      return current.map((each) => (each === check ? { organisation, inspectors } : each));
    },
    [...assignments],
  );
}

function withoutRecused(pool: readonly string[], organisation: string, recusals: readonly DrawRecusal[]): string[] {
  const recused = recusals.filter((each) => each.organisation === organisation).map(({ inspector }) => inspector);
  return pool.filter((id) => !recused.includes(id));
}

function drawInspectors(
  organisation: string,
  eligible: readonly string[],
  count: number,
  { load, random }: { readonly load: Map<string, number>; readonly random: SeededRandom },
): string[] {
  if (eligible.length < count) {
    const details = { organisation, required: count, available: eligible.length };
    throw new AnnualInspectionRefusal('DRAW_NOT_ENOUGH_INSPECTORS', details, 'inspectors');
  }
  const chosen: string[] = [];
  while (chosen.length < count) {
    const free = eligible.filter((id) => !chosen.includes(id));
    const least = free.reduce((lowest, id) => Math.min(lowest, load.get(id) ?? 0), Number.POSITIVE_INFINITY);
    const idlest = free.filter((id) => (load.get(id) ?? 0) === least);
    chosen.push(...drawFrom(idlest, 1, random));
  }
  for (const id of chosen) load.set(id, (load.get(id) ?? 0) + 1);
  return chosen;
}

function loadOf(assignments: readonly CheckAssignment[]): Map<string, number> {
  const load = new Map<string, number>();
  for (const id of assignments.flatMap(({ inspectors }) => inspectors)) load.set(id, (load.get(id) ?? 0) + 1);
  return load;
}
