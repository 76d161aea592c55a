import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawSize } from './draw-size.js';

describe('the size of a draw', () => {
  it.each([
    [232, 10, 'CEIL', 24],
    [232, 10, 'FLOOR', 23],
    [284, 10, 'FLOOR', 28],
    [284, 10, 'CEIL', 29],
    [285, 10, 'HALF_UP', 29],
    [284, 10, 'HALF_UP', 28],
    [1, 10, 'CEIL', 1],
    [230, 10, 'CEIL', 23],
    [1000, '0.3', 'CEIL', 3],
    [7, 100, 'CEIL', 7],
  ] as const)('of %i at %s %% rounded %s is %i', (base, ratePct, mode, size) => {
    expect(drawSize({ base, ratePct, mode })).toBe(size);
  });

  it('is rounded up unless configured', () => {
    expect(drawSize({ base: 232, ratePct: 10 })).toBe(24);
  });

  it('is refused for an empty base and for a rate below the floor of the level', () => {
    expect(() => drawSize({ base: 0, ratePct: 10 })).toThrow('DRAW_EMPTY_BASE');
    expect(() => drawSize({ base: 100, ratePct: 3, floorPct: 4 })).toThrow('DRAW_RATE_TOO_LOW');
    expect(drawSize({ base: 100, ratePct: 4, floorPct: 4 })).toBe(4);
  });

  it.each([
    [-1, 10],
    [1.5, 10],
    [10, 0],
    [10, 101],
  ])('is refused for a base of %p at %p %%', (base, ratePct) => {
    expect(() => drawSize({ base, ratePct })).toThrow('FIELD_INVALID');
  });

  it('never exceeds the base, and the modes differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 100 }), (base, ratePct) => {
        const up = drawSize({ base, ratePct, mode: 'CEIL' });
        const down = drawSize({ base, ratePct, mode: 'FLOOR' });
        expect(up).toBeLessThanOrEqual(base);
        expect([down, down + 1]).toContain(up);
        expect([down, up]).toContain(drawSize({ base, ratePct, mode: 'HALF_UP' }));
      }),
    );
  });
});
