import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawCommitment } from './draw-commitment.rule.js';
import { parsePublishedDraw } from './published-draw.js';
import type { PublishedDraw } from './published-draw.js';
import { committedDrawOf, publishDraw, verifyDraw } from './verify-draw.rule.js';
import type { DrawFile } from './verify-draw.rule.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function committed(change: Partial<DrawFile> = {}): DrawFile {
  const file = {
    terms: {
      registry: '集美区民政局',
      year: 2026,
      purpose: '年度双随机抽查',
      ratePct: '10',
      floorPct: '3',
      rounding: 'FLOOR' as const,
      inspectorsPerCheck: 2,
      beaconSource: null,
    },
    base: Array.from({ length: 50 }, (_, n) => ({ id: `5135021100000000${n + 10}`, name: `第${n}协会` })),
    inspectors: ['350211001', '350211002', '350211003', '350211004'].map((id) => ({ id })),
    recusals: [{ organisation: '513502110000000010', inspector: '350211001' }],
    seed: sha256('a seed'),
    beaconValue: null,
    redraws: [],
    drawnAt: '2026-09-02T10:00:00+08:00',
    ...change,
  };
  const hash = drawCommitment(committedDrawOf(file, sha256), sha256);
  return { ...file, commitment: { hash, publishedAt: '2026-09-01T09:00:00+08:00' } };
}

const published = publishDraw(committed(), sha256);
const differing = (draw: PublishedDraw) => verifyDraw(draw, sha256).differences.map(({ at }) => at);

describe('a published draw', () => {
  it('comes out the same when anybody runs it again, whatever the order of its lists in the file was', () => {
    expect(verifyDraw(parsePublishedDraw(JSON.parse(JSON.stringify(published))), sha256)).toEqual({
      same: true,
      differences: [],
    });
    const shuffled = { ...committed(), base: committed().base.toReversed() };
    expect(publishDraw(shuffled, sha256)).toEqual(published);
  });

  it('comes out the same with redraws and a public number', () => {
    const terms = { ...published.terms, beaconSource: '中国福利彩票双色球第2026100期' };
    const before = committed({ terms, beaconValue: '010812192533+07' });
    const [first] = publishDraw(before, sha256).assignments;
    const redraws = [{ organisation: first?.organisation ?? '', inspector: first?.inspectors[0] ?? '' }];
    const after = publishDraw({ ...before, redraws }, sha256);
    expect(verifyDraw(after, sha256).same).toBe(true);
    expect(after.finalAssignments).not.toEqual(after.assignments);
  });

  it.each<[string, (draw: PublishedDraw) => PublishedDraw, string]>([
    ['seed', (draw) => ({ ...draw, seed: sha256('another') }), 'commitment.hash'],
    ['rate', (draw) => ({ ...draw, terms: { ...draw.terms, ratePct: '20' } }), 'commitment.hash'],
    ['organisation', (draw) => ({ ...draw, base: draw.base.slice(1) }), 'baseHash'],
    ['name', (draw) => ({ ...draw, base: draw.base.map((org) => ({ ...org, name: '甲' })) }), 'baseHash'],
    ['order', (draw) => ({ ...draw, base: draw.base.toReversed() }), 'base'],
    ['recusal', (draw) => ({ ...draw, recusals: [] }), 'commitment.hash'],
    ['inspector', (draw) => ({ ...draw, inspectors: draw.inspectors.slice(1) }), 'commitment.hash'],
    ['result', (draw) => ({ ...draw, drawn: draw.drawn.toReversed() }), 'drawn'],
    ['size', (draw) => ({ ...draw, size: 4 }), 'size'],
    ['final list', (draw) => ({ ...draw, finalAssignments: draw.finalAssignments.slice(1) }), 'finalAssignments'],
    ['time', (draw) => ({ ...draw, drawnAt: '2026-09-01T00:00:00+08:00' }), 'commitment.publishedAt'],
    ['public number', (draw) => ({ ...draw, beaconValue: '1' }), 'beaconValue'],
    ['redraw', (draw) => ({ ...draw, redraws: [{ organisation: 'x', inspector: 'y' }] }), 'inputs'],
    ['entry twice', (draw) => ({ ...draw, base: [...draw.base, ...draw.base.slice(0, 1)] }), 'inputs'],
  ])('whose %s was changed is not the same, and the place is named', (_what, change, at) => {
    expect(verifyDraw(change(published), sha256).same).toBe(false);
    expect(differing(change(published))).toContain(at);
  });

  it('comes out the same from its JSON, whatever was drawn by whom, and whoever stepped aside', () => {
    const inputs = fc.record({
      organisations: fc.integer({ min: 1, max: 60 }),
      inspectors: fc.integer({ min: 4, max: 9 }),
      ratePct: fc.constantFrom('3', '10', '33.3333', '100'),
      rounding: fc.constantFrom('CEIL' as const, 'FLOOR' as const, 'HALF_UP' as const),
      seed: fc.string().map(sha256),
      beacon: fc.option(fc.constantFrom('010812192533+07', '3258.11'), { nil: null }),
      asides: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(inputs, ({ organisations, inspectors, ratePct, rounding, seed, beacon, asides }) => {
        const file = committed({
          terms: { ...published.terms, ratePct, rounding, beaconSource: beacon === null ? null : '公开随机数' },
          base: Array.from({ length: organisations }, (_, n) => ({ id: `org-${n}`, name: `第${n}家` })),
          inspectors: Array.from({ length: inspectors }, (_, n) => ({ id: `inspector-${n}` })),
          recusals: [],
          seed,
          beaconValue: beacon,
        });
        const draw = asides.reduce<PublishedDraw>(
          (before, [check, place]) => {
            const { organisation, inspectors: two } = before.finalAssignments[check % before.size] ?? {
              inspectors: [],
            };
            if (organisation === undefined) return before;
            const redraws = [...before.redraws, { organisation, inspector: two[place % two.length] ?? '' }];
            return publishDraw({ ...file, redraws }, sha256);
          },
          publishDraw(file, sha256),
        );

        const again = parsePublishedDraw(JSON.parse(JSON.stringify(draw)));

        expect(verifyDraw(again, sha256)).toEqual({ same: true, differences: [] });
        expect(publishDraw({ ...file, redraws: draw.redraws }, sha256)).toEqual(draw);
      }),
    );
  });

  it('tells what came out beside what was published', () => {
    const { differences } = verifyDraw({ ...published, size: 4 }, sha256);
    expect(differences).toEqual([{ at: 'size', published: 4, computed: 5 }]);
  });
});

describe('publishing a draw', () => {
  it('is refused when it is not the one committed to', () => {
    const file = committed();
    expect(() => publishDraw({ ...file, seed: sha256('pleasing') }, sha256)).toThrow('DRAW_COMMITMENT_MISMATCH');
    expect(() => publishDraw({ ...file, base: file.base.slice(1) }, sha256)).toThrow('DRAW_COMMITMENT_MISMATCH');
  });

  it('is refused before its commitment, and without the public number that was named', () => {
    expect(() => publishDraw({ ...committed(), drawnAt: '2026-09-01T01:00:00Z' }, sha256)).toThrow('DATE_ORDER');
    const terms = { ...published.terms, beaconSource: '上证指数收盘' };
    expect(() => publishDraw(committed({ terms }), sha256)).toThrow('DRAW_COMMITMENT_MISMATCH');
  });
});

describe('a file that is no published draw', () => {
  it.each([
    [{}, 'format'],
    [{ ...published, version: 2 }, 'version'],
    [{ ...published, algorithm: 'COIN/1' }, 'algorithm'],
    [{ ...published, base: [{ id: 'a\tb', name: 'x' }] }, 'base.0.id'],
    [{ ...published, remark: 'x' }, 'file'],
    ['text', 'file'],
  ])('is refused with the place: %#', (json, field) => {
    expect(() => parsePublishedDraw(json)).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ field }) }),
    );
  });
});
