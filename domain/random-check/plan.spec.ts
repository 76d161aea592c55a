import { describe, expect, it } from '@jest/globals';

import { DEFAULT_SETTINGS } from '#domain/annual-inspection/settings.js';
import { DrawPlan, termsOf } from './plan.js';

const county = { name: '集美区民政局', level: 'COUNTY' } as const;
const plan = (more: object = {}) => DrawPlan.parse({ year: 2026, ...more });

describe('the terms of a draw', () => {
  it('are those of the register of defaults where the plan says nothing', () => {
    expect(termsOf(plan(), county, DEFAULT_SETTINGS)).toEqual({
      registry: '集美区民政局',
      year: 2026,
      purpose: '年度双随机抽查',
      ratePct: '10',
      floorPct: '3',
      rounding: 'CEIL',
      inspectorsPerCheck: 2,
      beaconSource: null,
    });
  });

  it.each([
    ['COUNTY', '2.99', '3'],
    ['PREFECTURE', '3.9', '4'],
    ['PROVINCE', '4.9', '5'],
  ] as const)('at the level %s are not below its floor', (level, low, floor) => {
    expect(() => termsOf(plan({ ratePct: low }), { ...county, level }, DEFAULT_SETTINGS)).toThrow('DRAW_RATE_TOO_LOW');
    expect(termsOf(plan({ ratePct: floor }), { ...county, level }, DEFAULT_SETTINGS).ratePct).toBe(floor);
  });

  it('draw at most everybody', () => {
    expect(() => termsOf(plan({ ratePct: '100.1' }), county, DEFAULT_SETTINGS)).toThrow('FIELD_INVALID');
    expect(termsOf(plan({ ratePct: '100' }), county, DEFAULT_SETTINGS).ratePct).toBe('100');
  });
});
