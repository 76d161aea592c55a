import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { seededRandom } from '#domain/draw/seeded-random.js';
import { correctedRanks, judgeDiagnoses, leaveOneJudgeOut, panelReliability } from './diagnostics.js';
import { judgeEffects } from './judge-effects.js';
import { rankProjects } from './ranking.rule.js';
import type { ScoredProject } from './ranking.rule.js';
import { aRound } from './round.example.js';

const { scoring: POLICY } = aRound();
const project = (projectId: string, points: Readonly<Record<string, number>>): ScoredProject => ({
  projectId,
  class: 'KEY',
  requestedFen: 1_000_000,
  sheets: Object.entries(points).map(([judgeId, of]) => ({ judgeId, totalHalves: of * 2, halves: {} })),
});
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** `a` is better than `b` by two points, but the severe judge saw `a` only. */
const UNLUCKY = [
  project('a', { severe: 60, j1: 82, j2: 82, j3: 82 }),
  project('b', { j1: 80, j2: 80, j3: 80, mild: 80 }),
  project('c', { severe: 50, j1: 70, j2: 70, mild: 70 }),
];

describe('diagnostics of a panel', () => {
  const policy = { ...POLICY, aggregation: 'mean' as const, judgesMin: 4 };
  const rankings = rankProjects(UNLUCKY, policy);

  it('find the severe judge and how far every judge spreads', () => {
    const [, , , , severe] = judgeDiagnoses(UNLUCKY, rankings);
    expect(severe).toMatchObject({ judgeId: 'severe', sheets: 2, mean: 55, outliers: 1 });
    expect(severe?.effect).toBeLessThan(-15);
    expect(severe?.spread).toBeCloseTo(7.0711, 4);
  });

  it('show the rank that a project would have without the luck of its judges', () => {
    expect(
      correctedRanks(UNLUCKY, rankings).map(({ projectId, rank, correctedRank }) => [projectId, rank, correctedRank]),
    ).toEqual([
      ['b', 1, 2],
      ['a', 2, 1],
      ['c', 3, 3],
    ]);
  });

  it('say how many funded projects would change without each judge', () => {
    const best = (of: typeof rankings): string[] =>
      of.flatMap(({ ranked }) => ranked.slice(0, 1).map(({ projectId }) => projectId));
    const changes = leaveOneJudgeOut(UNLUCKY, policy, best);
    expect(changes.find(({ judgeId }) => judgeId === 'severe')).toEqual({
      judgeId: 'severe',
      lost: ['b'],
      gained: ['a'],
    });
    expect(changes.find(({ judgeId }) => judgeId === 'j1')).toEqual({ judgeId: 'j1', lost: [], gained: [] });
  });

  it('keep the only sheet that a project has', () => {
    const single = [project('a', { j1: 80 }), project('b', { j1: 70, j2: 90 })];
    expect(
      leaveOneJudgeOut(single, policy, (of) => of.flatMap(({ ranked }) => ranked.map(({ projectId }) => projectId))),
    ).toHaveLength(2);
  });

  it('measure agreement from a published seed', () => {
    const draw = () => panelReliability(UNLUCKY, { random: seededRandom('notice', sha256), resamples: 50 });
    expect(draw()).toEqual(draw());
    expect(draw().alpha.value).not.toBeNull();
  });
});

describe('judge effects', () => {
  it('are those that the marks were made with', () => {
    const made = fc.record({
      judges: fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 3, maxLength: 6 }),
      worths: fc.array(fc.integer({ min: 40, max: 80 }), { minLength: 3, maxLength: 8 }),
    });
    fc.assert(
      fc.property(made, ({ judges, worths }) => {
        const marks = worths.flatMap((worth, p) =>
          judges.map((effect, j) => ({ projectId: `p${p}`, judgeId: `j${j}`, points: worth + effect })),
        );
        const mean = judges.reduce((sum, effect) => sum + effect, 0) / judges.length;
        const effects = judgeEffects(marks.toReversed());
        judges.forEach((effect, j) => expect(effects.get(`j${j}`)).toBeCloseTo(effect - mean, 3));
      }),
    );
  });

  it('of a judge whom no shared project connects are 0', () => {
    expect(judgeEffects([{ projectId: 'p', judgeId: 'j', points: 70 }]).get('j')).toBe(0);
    expect(judgeEffects([]).size).toBe(0);
  });
});
