import { describe, expect, it } from '@jest/globals';

import type { DrawTerms } from '#domain/annual-inspection/published-draw.js';
import { assertDrawable } from './drawable.rule.js';

const terms: DrawTerms = {
  registry: '集美区民政局',
  year: 2026,
  purpose: '年度双随机抽查',
  ratePct: '10',
  floorPct: '3',
  rounding: 'FLOOR',
  inspectorsPerCheck: 2,
  beaconSource: null,
};
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => ({ id: `${prefix}${n}` }));
const named = (count: number) => ids('o', count).map(({ id }) => ({ id, name: '某协会' }));
const lists = { base: named(284), inspectors: ids('i', 3), recusals: [] };

describe('what a draw may be committed to', () => {
  it('is 28 of 284 at ten per cent rounded down', () => {
    expect(assertDrawable(terms, lists)).toBe(28);
  });

  it('is no empty list, and no rate below the floor of the level', () => {
    expect(() => assertDrawable(terms, { ...lists, base: [] })).toThrow('DRAW_EMPTY_BASE');
    expect(() => assertDrawable({ ...terms, ratePct: '2.9' }, lists)).toThrow('DRAW_RATE_TOO_LOW');
  });

  it('draws somebody: nine at ten per cent rounded down are none, one rounded up is one', () => {
    expect(() => assertDrawable(terms, { ...lists, base: named(9) })).toThrow('DRAW_NOTHING_DRAWN');
    expect(assertDrawable({ ...terms, rounding: 'CEIL' }, { ...lists, base: named(1) })).toBe(1);
  });

  it('can be published: a name that would break the list is found before the seed is spent', () => {
    const base = [...named(20), { id: 'o20', name: '某\t协会' }];
    expect(() => assertDrawable(terms, { ...lists, base })).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'FIELD_INVALID', field: 'base.20.name' }) }),
    );
  });

  it('has two inspectors for every organisation, even for one that will hardly be drawn', () => {
    const recusals = [0, 1].map((n) => ({ organisation: 'o283', inspector: `i${n}` }));

    expect(() => assertDrawable(terms, { ...lists, recusals: recusals.slice(1) })).not.toThrow();
    expect(() => assertDrawable(terms, { ...lists, recusals })).toThrow(
      expect.objectContaining({
        refusal: expect.objectContaining({
          code: 'DRAW_NOT_ENOUGH_INSPECTORS',
          details: { organisation: 'o283', required: 2, available: 1 },
        }),
      }),
    );
    expect(() => assertDrawable(terms, { ...lists, inspectors: ids('i', 1) })).toThrow('DRAW_NOT_ENOUGH_INSPECTORS');
  });
});
