import { drawSize } from '#domain/figure/draw-size.js';
import { DomainError } from '#domain/errors.js';
import { DrawPlan } from '#domain/random-check/plan.js';
import { entriesOf } from '../../api/entries.js';
import '../../api/no-run-time-code.js';
import type { Outlook } from './queries.js';

export const ROUNDINGS = ['CEIL', 'FLOOR', 'HALF_UP'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** A draw as it is being planned; whatever is absent is as the register of defaults says. */
export interface PlanForm {
  readonly year: string;
  readonly purpose: string;
  readonly ratePct?: string;
  readonly rounding?: Rounding;
  readonly inspectorsPerCheck?: number;
  /** Whether a public number is mixed into the seed, and which. */
  readonly withBeacon: boolean;
  readonly beaconSource: string;
}

export type PlanStep = 'WHAT' | 'SHARE' | 'PEOPLE' | 'FAIR';
export const PLAN_STEPS = ['WHAT', 'SHARE', 'PEOPLE', 'FAIR', 'CHECK'] as const;

/** Why a plan cannot become a draw: in which step it is put right, and what is wrong. */
export interface PlanFault {
  readonly step: PlanStep;
  readonly kind:
    | 'year'
    | 'purpose'
    | 'taken'
    | 'rate'
    | 'rateLow'
    | 'rateHigh'
    | 'empty'
    | 'nobody'
    | 'inspectors'
    | 'scarce'
    | 'beacon';
}

export const emptyPlan = (year: number): PlanForm => ({
  year: String(year),
  purpose: '年度双随机抽查',
  withBeacon: false,
  beaconSource: '',
});

/** What this browser kept of a plan; what does not fit counts as not written. */
export function keptPlan(kept: unknown, year: number): PlanForm {
  const found = new Map(entriesOf(kept));
  const text = (name: string) => {
    const value = found.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const plan = emptyPlan(year);
  const rounding = ROUNDINGS.find((each) => each === found.get('rounding'));
  const ratePct = text('ratePct');
  const inspectors = found.get('inspectorsPerCheck');
  return {
    year: text('year') ?? plan.year,
    purpose: text('purpose') ?? plan.purpose,
    ...(ratePct === undefined ? {} : { ratePct }),
    ...(rounding === undefined ? {} : { rounding }),
    ...(typeof inspectors === 'number' ? { inspectorsPerCheck: inspectors } : {}),
    withBeacon: found.get('withBeacon') === true,
    beaconSource: text('beaconSource') ?? '',
  };
}

/** The plan with the defaults of the registry filled in. */
export function wholePlan(form: PlanForm, outlook: Outlook) {
  return {
    year: Number(form.year),
    purpose: form.purpose.trim(),
    ratePct: form.ratePct ?? outlook.ratePct,
    rounding: form.rounding ?? outlook.rounding,
    inspectorsPerCheck: form.inspectorsPerCheck ?? outlook.inspectorsPerCheck,
    beaconSource: form.withBeacon ? form.beaconSource.trim() : null,
  };
}

/** How many would be drawn of the list as it is now; null for a rate by which nothing can be drawn. */
export function sizeOf(form: PlanForm, outlook: Outlook): number | null {
  const { ratePct, rounding } = wholePlan(form, outlook);
  try {
    return drawSize({ base: outlook.base, ratePct, floorPct: outlook.floorPct, mode: rounding });
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Everything that stands against the plan; the server looks at the same things when the lists are frozen. */
export function faultsOf(form: PlanForm, outlook: Outlook): PlanFault[] {
  const plan = wholePlan(form, outlook);
  const parsed = DrawPlan.safeParse(plan);
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
  const { year, purpose, ratePct, inspectorsPerCheck } = plan;
  const taken = outlook.taken.some((draw) => draw.year === year && draw.purpose === purpose);
  const size = sizeOf(form, outlook);
  const found: [boolean, PlanFault][] = [
    [wrong.has('year'), { step: 'WHAT', kind: 'year' }],
    [wrong.has('purpose'), { step: 'WHAT', kind: 'purpose' }],
    [taken, { step: 'WHAT', kind: 'taken' }],
    [wrong.has('ratePct'), { step: 'SHARE', kind: 'rate' }],
    [!wrong.has('ratePct') && Number(ratePct) < Number(outlook.floorPct), { step: 'SHARE', kind: 'rateLow' }],
    [!wrong.has('ratePct') && Number(ratePct) > 100, { step: 'SHARE', kind: 'rateHigh' }],
    [outlook.base === 0, { step: 'SHARE', kind: 'empty' }],
    [size === 0, { step: 'SHARE', kind: 'nobody' }],
    [wrong.has('inspectorsPerCheck'), { step: 'PEOPLE', kind: 'inspectors' }],
    [outlook.scarcest !== null && outlook.scarcest.available < inspectorsPerCheck, { step: 'PEOPLE', kind: 'scarce' }],
    [wrong.has('beaconSource'), { step: 'FAIR', kind: 'beacon' }],
  ];
  return found.flatMap(([holds, fault]) => (holds ? [fault] : []));
}
