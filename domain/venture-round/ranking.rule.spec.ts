import fc from 'fast-check';

import { rankProjects } from './ranking.rule.js';
import type { ClassRanking, JudgeSheet, ScoredProject } from './ranking.rule.js';
import { aRound } from './round.example.js';

const { scoring: POLICY } = aRound();
const sheet = (judgeId: string, points: number, need = 10): JudgeSheet => ({
  judgeId,
  totalHalves: points * 2,
  halves: { need: need * 2 },
});
const project = (
  projectId: string,
  points: readonly number[],
  change: Partial<ScoredProject> = {},
  need = 10,
): ScoredProject => ({
  projectId,
  class: 'KEY',
  requestedFen: 1_000_000,
  sheets: points.map((of, index) => sheet(`j${index}`, of, need)),
  ...change,
});
const ids = (rankings: readonly ClassRanking[]): string[] =>
  rankings.flatMap(({ ranked }) => ranked.map(({ rank, projectId }) => `${rank}:${projectId}`));

describe('the ranking', () => {
  it('is by the trimmed mean of a class', () => {
    const rankings = rankProjects(
      [
        project('a', [88, 91, 79.5, 95, 84]),
        project('b', [90, 90, 90, 90, 10]),
        project('c', [70, 70, 70, 70, 70], { class: 'REGULAR' }),
      ],
      POLICY,
    );
    expect(ids(rankings)).toEqual(['1:b', '2:a', '1:c']);
    expect(rankings[0]?.ranked[1]).toMatchObject({
      score: '87.67',
      untrimmedMean: '87.50',
      sheets: 5,
      toldApartBy: 'SCORE',
    });
  });

  it('breaks a tie by the untrimmed mean, then by need, then by the lower request', () => {
    const even = [80, 80, 80, 80, 80];
    const rankings = rankProjects(
      [
        project('d-cheap', even, { requestedFen: 900_000 }),
        project('c-dear', even),
        project('b-need', even, {}, 15),
        project('a-mean', [80, 80, 80, 80, 90]),
      ],
      POLICY,
    );
    expect(ids(rankings)).toEqual(['1:a-mean', '2:b-need', '3:d-cheap', '4:c-dear']);
    expect(rankings[0]?.ranked.map(({ toldApartBy }) => toldApartBy)).toEqual([
      null,
      'UNTRIMMED_MEAN',
      'CRITERION',
      'LOWER_REQUESTED',
    ]);
  });

  it('compares untrimmed means exactly, not as they are shown', () => {
    const seven = [80, 80, 80, 80, 80, 80];
    const fine = [project('a', [...seven, 80]), project('b', [...seven, 80.5])];
    const rankings = rankProjects(fine, { ...POLICY, rounding: { mode: 'HALF_UP', decimals: 0 } });
    expect(rankings[0]?.ranked.map(({ projectId, untrimmedMean }) => [projectId, untrimmedMean])).toEqual([
      ['b', '80'],
      ['a', '80'],
    ]);
  });

  it('leaves to the panel what nothing tells apart, and follows its vote', () => {
    const equal = ['c', 'a', 'b'].map((id) => project(id, [80, 80, 80, 80, 80]));
    const open = rankProjects([...equal, project('z', [70, 70, 70, 70, 70])], POLICY);
    expect(open[0]?.undecided).toEqual([['a', 'b', 'c']]);
    expect(ids(open)).toEqual(['1:a', '1:b', '1:c', '4:z']);
    const voted = rankProjects(equal, POLICY, [['b', 'c', 'a']]);
    expect(ids(voted)).toEqual(['1:b', '2:c', '3:a']);
    expect(voted[0]).toMatchObject({ undecided: [], ranked: [{}, { toldApartBy: 'PANEL_VOTE' }, {}] });
    expect(rankProjects(equal, POLICY, [['a', 'b']])[0]?.undecided).toEqual([['a', 'b', 'c']]);
    expect(rankProjects(equal, { ...POLICY, tieBreak: [] }, [['b', 'c', 'a']])[0]?.undecided).toHaveLength(1);
  });

  it('flags a sheet more than 20 points from the median', () => {
    const [of] = rankProjects([project('a', [90, 80, 80, 79, 59.5]), project('b', [60, 80, 80, 100, 80])], POLICY);
    const flags = of?.ranked.map(({ projectId, outliers }) => [projectId, outliers]);
    expect(flags).toContainEqual(['a', [{ judgeId: 'j4', deviation: -20.5 }]]);
    expect(flags).toContainEqual(['b', []]);
  });

  it('says who stays below the floor', () => {
    const [of] = rankProjects([project('a', [60, 60, 60, 60, 60]), project('b', [59.5, 60, 60, 59.5, 60])], POLICY);
    expect(of?.ranked.map(({ meetsFloor }) => meetsFloor)).toEqual([true, false]);
  });

  it('is refused while sheets are missing, with every project that lacks them', () => {
    const lacking = [project('a', [80, 80, 80, 80]), project('b', [80, 80, 80, 80, 80]), project('c', [])];
    expect(() => rankProjects(lacking, POLICY)).toThrow(
      expect.objectContaining({
        code: 'VEN_SHEETS_MISSING',
        refusal: expect.objectContaining({
          details: {
            valid: 0,
            required: 5,
            projects: [
              { projectId: 'a', valid: 4 },
              { projectId: 'c', valid: 0 },
            ],
          },
        }),
      }),
    );
  });

  it('has the same bytes whatever the order of projects and sheets', () => {
    const half = fc.integer({ min: 100, max: 110 }).map((halves) => halves / 2);
    const rounds = fc.array(fc.array(half, { minLength: 5, maxLength: 7 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(rounds, fc.constantFrom('trimmed', 'mean', 'median'), (sheets, aggregation) => {
        const projects = sheets.map((points, index) =>
          project(`p${index}`, points, { class: index % 2 === 0 ? 'KEY' : 'REGULAR' }),
        );
        const turned = projects.toReversed().map((one) => ({ ...one, sheets: one.sheets.toReversed() }));
        const policy = { ...POLICY, aggregation };
        expect(JSON.stringify(rankProjects(turned, policy))).toBe(JSON.stringify(rankProjects(projects, policy)));
      }),
    );
  });

  it('never puts a project behind one with a lower score', () => {
    const points = fc.array(
      fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2),
      { minLength: 5, maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(points, { minLength: 2, maxLength: 10 }), (sheets) => {
        const [of] = rankProjects(
          sheets.map((one, index) => project(`p${index}`, one)),
          POLICY,
        );
        const scores = of?.ranked.map(({ score }) => Number(score)) ?? [];
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
    );
  });
});
