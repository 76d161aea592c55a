import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { floorOf, redraw, runDraw } from './draw.js';
import type { DrawInput } from './draw.js';
import type { CheckAssignment, DrawTerms } from './published-draw.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
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
const entries = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${String(index).padStart(4, '0')}` }));
const jimei: DrawInput = {
  terms,
  base: entries('o', 284),
  inspectors: entries('i', 9),
  recusals: [],
  seed: sha256('seed'),
};

const loads = (assignments: readonly CheckAssignment[], inspectors: DrawInput['inspectors']) =>
  inspectors.map(({ id }) => assignments.filter((check) => check.inspectors.includes(id)).length);

describe('a draw', () => {
  it('takes 28 of 284 at 10 % rounded down, and the same ones again', () => {
    const result = runDraw(jimei, sha256);
    expect(result.drawn).toHaveLength(28);
    expect(runDraw({ ...jimei, base: jimei.base.toReversed() }, sha256)).toEqual(result);
    expect(runDraw({ ...jimei, seed: sha256('other') }, sha256).drawn).not.toEqual(result.drawn);
  });

  it('keeps to the floor of the level', () => {
    const levels = ['COUNTY', 'PREFECTURE', 'PROVINCE', 'TOWN'] as const;
    expect(levels.map((level) => floorOf(level))).toEqual(['3', '4', '5', '3']);
    expect(() => runDraw({ ...jimei, terms: { ...terms, ratePct: '2.9' } }, sha256)).toThrow('DRAW_RATE_TOO_LOW');
  });

  it('takes the only organisation there is when rounded up, and none from an empty list', () => {
    const up = { ...jimei, terms: { ...terms, rounding: 'CEIL' as const } };
    expect(runDraw({ ...up, base: entries('o', 1) }, sha256).drawn).toEqual(['o0000']);
    expect(() => runDraw({ ...jimei, base: [] }, sha256)).toThrow('DRAW_EMPTY_BASE');
  });

  it('is refused with one inspector, or one left after recusals', () => {
    expect(() => runDraw({ ...jimei, inspectors: entries('i', 1) }, sha256)).toThrow('DRAW_NOT_ENOUGH_INSPECTORS');
    const recusals = jimei.base.map(({ id }) => ({ organisation: id, inspector: 'i0000' }));
    expect(() => runDraw({ ...jimei, inspectors: entries('i', 2), recusals }, sha256)).toThrow(
      'DRAW_NOT_ENOUGH_INSPECTORS',
    );
  });

  it('gives every check as many different inspectors as configured, never a recused one, and shares the work', () => {
    const shape = fc.record({
      base: fc.integer({ min: 1, max: 120 }),
      inspectors: fc.integer({ min: 4, max: 12 }),
      ratePct: fc.integer({ min: 3, max: 100 }),
      inspectorsPerCheck: fc.integer({ min: 2, max: 3 }),
      recused: fc.array(fc.nat(119), { maxLength: 30 }),
      seed: fc.string(),
    });
    fc.assert(
      fc.property(shape, ({ base, inspectors, ratePct, inspectorsPerCheck, recused, seed }) => {
        const input: DrawInput = {
          terms: { ...terms, rounding: 'CEIL', ratePct: String(ratePct), inspectorsPerCheck },
          base: entries('o', base),
          inspectors: entries('i', inspectors),
          recusals: recused.map((n) => ({ organisation: `o${String(n).padStart(4, '0')}`, inspector: 'i0001' })),
          seed: sha256(seed),
        };
        const { assignments, drawn } = runDraw(input, sha256);
        expect(assignments.map(({ organisation }) => organisation)).toEqual(drawn);
        for (const { organisation, inspectors: chosen } of assignments) {
          expect(new Set(chosen).size).toBe(inspectorsPerCheck);
          const barred = input.recusals.filter((each) => each.organisation === organisation);
          expect(barred.some(({ inspector }) => chosen.includes(inspector))).toBe(false);
        }
        const work = loads(assignments, input.inspectors);
        const spread = Math.max(...work) - Math.min(...work);
        expect(recused.length > 0 || spread <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a redraw', () => {
  const { assignments } = runDraw(jimei, sha256);
  const [first] = assignments;
  const organisation = first?.organisation ?? '';
  const [inspector = '', partner = ''] = first?.inspectors ?? [];

  it('replaces who recused themselves in that check and nothing else', () => {
    const after = redraw(assignments, [{ organisation, inspector }], jimei, sha256);
    const [substitute = '', kept] = after[0]?.inspectors ?? [];
    expect(kept).toBe(partner);
    expect([inspector, partner]).not.toContain(substitute);
    expect(after.slice(1)).toEqual(assignments.slice(1));
    expect(redraw(assignments, [{ organisation, inspector }], jimei, sha256)).toEqual(after);
  });

  it('goes on until nobody is left', () => {
    const redraws: { organisation: string; inspector: string }[] = [];
    const current = () => redraw(assignments, redraws, jimei, sha256)[0]?.inspectors ?? [];
    for (let times = 0; times < 7; times += 1) redraws.push({ organisation, inspector: current()[0] ?? '' });
    expect(new Set([...redraws.map((each) => each.inspector), ...current()]).size).toBe(9);
    redraws.push({ organisation, inspector: current()[0] ?? '' });
    expect(current).toThrow('DRAW_NOT_ENOUGH_INSPECTORS');
  });

  it('is refused for an inspector who does not have that check', () => {
    const stranger = jimei.inspectors.find(({ id }) => id !== inspector && id !== partner)?.id ?? '';
    const asked = () => redraw(assignments, [{ organisation, inspector: stranger }], jimei, sha256);
    expect(asked).toThrow('DRAW_REDRAW_UNKNOWN');
  });
});
