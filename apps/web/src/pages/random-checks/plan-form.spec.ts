import { describe, expect, it } from '@jest/globals';

import { emptyPlan, faultsOf, keptPlan, sizeOf, wholePlan } from './plan-form.js';
import type { Outlook } from './queries.js';

const outlook = {
  unitId: 'unit',
  registry: '集美区民政局',
  ...{ ratePct: '10', floorPct: '3', rounding: 'CEIL', inspectorsPerCheck: 2, checkedMonths: 0, base: 284 },
  ...{ inspectors: [], recusals: [], scarcest: { organisation: '某协会', available: 2 }, taken: [] },
} satisfies Outlook;
const kinds = (change: object, of: Outlook = outlook) =>
  faultsOf({ ...emptyPlan(2026), ...change }, of).map(({ kind }) => kind);

describe('a draw as it is planned', () => {
  it('is as the register of defaults says where nothing is written', () => {
    expect(wholePlan(emptyPlan(2026), outlook)).toEqual({
      ...{ year: 2026, purpose: '年度双随机抽查', ratePct: '10', rounding: 'CEIL', inspectorsPerCheck: 2 },
      beaconSource: null,
    });
    expect(kinds({})).toEqual([]);
  });

  it('says at once how many would be drawn', () => {
    expect(sizeOf(emptyPlan(2026), outlook)).toBe(29);
    expect(sizeOf({ ...emptyPlan(2026), rounding: 'FLOOR' }, outlook)).toBe(28);
    expect(sizeOf({ ...emptyPlan(2026), ratePct: 'ten' }, outlook)).toBeNull();
  });

  it.each([
    ['rateLow', { ratePct: '2' }, outlook],
    ['rateHigh', { ratePct: '101' }, outlook],
    ['rate', { ratePct: 'ten' }, outlook],
    ['purpose', { purpose: ' ' }, outlook],
    ['year', { year: '26' }, outlook],
    ['beacon', { withBeacon: true }, outlook],
    ['nobody', { rounding: 'FLOOR' }, { ...outlook, base: 9 }],
    ['empty', {}, { ...outlook, base: 0, scarcest: null }],
    ['scarce', { inspectorsPerCheck: 3 }, outlook],
    ['taken', {}, { ...outlook, taken: [{ caseNo: 'x', year: 2026, purpose: '年度双随机抽查' }] }],
  ] as const)('names what stands against it: %s', (kind, change, of) => {
    expect(kinds(change, { ...of, taken: [...of.taken] })).toEqual([kind]);
  });

  it('is read from what the browser kept, whatever that is', () => {
    const plan = { ...emptyPlan(2025), ratePct: '5', rounding: 'HALF_UP', withBeacon: true, beaconSource: '某期' };

    expect(keptPlan(plan, 2026)).toEqual(plan);
    expect(keptPlan({ rounding: 'SIDEWAYS', year: 7 }, 2026)).toEqual(emptyPlan(2026));
    expect(keptPlan(null, 2026)).toEqual(emptyPlan(2026));
  });
});
