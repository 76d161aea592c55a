import fc from 'fast-check';

import { walkAwards } from './award.rule.js';
import type { Award, AwardProject } from './award.rule.js';
import { assertAwards, assertTiesDecided } from './proposed-awards.rule.js';
import { rankProjects } from './ranking.rule.js';
import type { ClassRanking } from './ranking.rule.js';
import type { RoundConfiguration } from './round-configuration.js';
import { aRound } from './round.example.js';

const round = aRound();
const project = (projectId: string, change: Partial<AwardProject> = {}): AwardProject => ({
  projectId,
  class: 'REGULAR',
  themes: ['ELDERLY_CHILDREN'],
  requestedFen: 1_000_000,
  totalFen: 1_500_000,
  ...change,
});
/** Projects with a score each, ranked by five equal sheets. */
const ranked = (scores: Readonly<Record<string, number>>, projects: readonly AwardProject[]): readonly ClassRanking[] =>
  rankProjects(
    projects.map(({ projectId, class: of, requestedFen }) => ({
      projectId,
      class: of,
      requestedFen,
      sheets: [1, 2, 3, 4, 5].map((judge) => ({
        judgeId: `j${judge}`,
        totalHalves: (scores[projectId] ?? 0) * 2,
        halves: {},
      })),
    })),
    round.scoring,
  );
const walk = (
  scores: Readonly<Record<string, number>>,
  projects: readonly AwardProject[],
  of: RoundConfiguration = round,
  soFar?: Parameters<typeof walkAwards>[3],
) => walkAwards(ranked(scores, projects), projects, of, soFar);
const given = ({ awards }: { awards: readonly Award[] }): [string, number][] =>
  awards.map(({ projectId, fen }) => [projectId, fen]);
const lottery = (budgetFen: number): RoundConfiguration =>
  aRound({ sources: [{ source: 'LOTTERY_WELFARE_FUND', budgetFen, themes: ['ELDERLY_CHILDREN'] }] });

describe('the awards', () => {
  it('go by rank within the quota; the rest are the reserve, those below the floor are not funded', () => {
    const projects = ['a', 'b', 'c', 'd'].map((id) => project(id));
    const classes = [{ class: 'REGULAR' as const, quota: 2, cap: null, scored: true, fundable: true }];
    const plan = walk({ a: 70, b: 90, c: 80, d: 59.5 }, projects, aRound({ classes }));
    expect(given(plan)).toEqual([
      ['b', 1_000_000],
      ['c', 1_000_000],
    ]);
    expect(plan.reserve).toEqual([{ projectId: 'a', class: 'REGULAR', rank: 3, why: 'QUOTA_FULL' }]);
    expect(plan.notFunded).toEqual([{ projectId: 'd', class: 'REGULAR', rank: 4, why: 'BELOW_FLOOR' }]);
  });

  it('offer less where the money ends, never more than the request or the caps', () => {
    const plan = walk({ a: 90, b: 80, c: 70 }, [project('a'), project('b'), project('c')], lottery(1_500_000));
    expect(given(plan)).toEqual([
      ['a', 1_000_000],
      ['b', 500_000],
    ]);
    expect(plan.awards[1]?.reduced).toBe(true);
    expect(plan.reserve[0]?.why).toBe('NO_MONEY');
    expect(given(walk({ a: 90 }, [project('a', { requestedFen: 9_000_000 })]))).toEqual([['a', 1_000_000]]);
    expect(given(walk({ a: 90 }, [project('a')], aRound({ maxSharePct: 60 })))).toEqual([['a', 900_000]]);
  });

  it('pass over what does not fit where the policy says so', () => {
    const of = lottery(1_500_000);
    const fullOnly = { ...of, scoring: { ...of.scoring, awardRule: 'RANK_WALK_FULL_ONLY' as const } };
    const plan = walk(
      { a: 90, b: 80, c: 70 },
      [project('a'), project('b'), project('c', { requestedFen: 500_000 })],
      fullOnly,
    );
    expect(given(plan).map(([id]) => id)).toEqual(['a', 'c']);
  });

  it('take lottery money for its themes first and another source for the rest', () => {
    const sources = aRound().sources.map((source) => ({ ...source, budgetFen: 600_000 }));
    const [award] = walk({ a: 90 }, [project('a')], aRound({ sources })).awards;
    expect(award?.bySource).toEqual([
      { source: 'LOTTERY_WELFARE_FUND', fen: 600_000 },
      { source: 'FISCAL', fen: 400_000 },
    ]);
    const other = walk({ a: 90 }, [project('a', { themes: ['BUILDING_PARTY'] })], aRound({ sources }));
    expect(other.awards[0]).toMatchObject({
      fen: 600_000,
      bySource: [{ source: 'FISCAL', fen: 600_000 }],
      reduced: true,
    });
  });

  it('give nothing from public money to a class that may not take it', () => {
    const classes = round.classes.map((rule) => (rule.class === 'DISPLAY' ? { ...rule, scored: true } : rule));
    const plan = walk({ a: 90 }, [project('a', { class: 'DISPLAY' })], aRound({ classes }));
    expect(plan.notFunded[0]?.why).toBe('CLASS_NOT_FUNDABLE');
  });

  it('move the next of the reserve up after a decline, and leave what stands as it is', () => {
    const projects = [project('a'), project('b'), project('c')];
    const scores = { a: 90, b: 80, c: 70 };
    const of = lottery(1_500_000);
    const { awards } = walk(scores, projects, of);
    const again = walk(scores, projects, of, {
      standing: awards.filter(({ projectId }) => projectId === 'b'),
      excluded: ['a'],
    });
    expect(given(again)).toEqual([
      ['b', 500_000],
      ['c', 1_000_000],
    ]);
  });

  it('wait for the panel where quota or money ends inside a tie', () => {
    const plan = walk({ a: 80, b: 80 }, [project('a'), project('b')], lottery(1_500_000));
    expect(plan.tiesToVote).toEqual([['a', 'b']]);
    expect(() => assertTiesDecided(plan)).toThrow('VEN_TIE_UNDECIDED');
    expect(() => assertTiesDecided(walk({ a: 80, b: 80 }, [project('a'), project('b')]))).not.toThrow();
  });

  it('never exceed a source, a cap, a request or a quota, and leave no fen unaccounted', () => {
    const theme = fc.constantFrom('ELDERLY_CHILDREN' as const, 'SELF_GOVERNANCE' as const);
    const asked = fc.record({
      fen: fc.integer({ min: 1, max: 4_000_000 }),
      score: fc.integer({ min: 50, max: 100 }),
      theme,
      key: fc.boolean(),
    });
    const budget = fc.integer({ min: 1, max: 12_000_000 });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 25 }), budget, budget, (list, one, two) => {
        const of = aRound({
          sources: round.sources.map((source, index) => ({ ...source, budgetFen: index === 0 ? one : two })),
        });
        const projects = list.map(({ fen, theme: about, key }, index) =>
          project(`p${index}`, { requestedFen: fen, totalFen: fen, themes: [about], class: key ? 'KEY' : 'REGULAR' }),
        );
        const plan = walk(Object.fromEntries(list.map(({ score }, index) => [`p${index}`, score])), projects, of);
        expect(() => assertAwards(plan.awards, projects, of)).not.toThrow();
        const left = plan.leftBySource.reduce((sum, { fen }) => sum + fen, 0);
        expect(plan.awards.reduce((sum, { fen }) => sum + fen, left)).toBe(one + two);
        expect(plan.awards.filter((award) => award.class === 'KEY').length).toBeLessThanOrEqual(7);
        expect(plan.awards.length + plan.reserve.length + plan.notFunded.length).toBe(list.length);
      }),
    );
  });
});

describe('a list of awards drawn up by the host', () => {
  const projects = [project('a'), project('b', { themes: ['SELF_GOVERNANCE'] }), project('d', { class: 'DISPLAY' })];
  const award = (projectId: string, fen: number, source: 'LOTTERY_WELFARE_FUND' | 'FISCAL' = 'FISCAL'): Award => ({
    projectId,
    class: 'REGULAR',
    rank: 1,
    fen,
    bySource: [{ source, fen }],
    reduced: false,
  });

  it.each([
    ['VEN_OVER_CAP', [award('a', 1_000_001)]],
    ['VEN_OVER_CAP', [{ ...award('a', 900_000), fen: 800_000 }]],
    ['VEN_THEME_SOURCE_MISMATCH', [award('b', 500_000, 'LOTTERY_WELFARE_FUND')]],
    ['VEN_CLASS_NOT_FUNDABLE', [award('d', 500_000)]],
    ['VEN_CLASS_NOT_FUNDABLE', [award('unknown', 500_000)]],
  ])('is refused with %s', (code, awards) => {
    expect(() => assertAwards(awards, projects, round)).toThrow(code);
  });

  it('is refused above the quota of a class', () => {
    const classes = [{ class: 'REGULAR' as const, quota: 0, cap: null, scored: true, fundable: true }];
    expect(() => assertAwards([award('a', 1)], projects, aRound({ classes }))).toThrow('VEN_OVER_CAP');
  });

  it('is refused above the budget of a source, with how much too much it is', () => {
    const of = aRound({ sources: [{ source: 'FISCAL', budgetFen: 1_500_000, themes: null }] });
    expect(() => assertAwards([award('a', 1_000_000), award('b', 500_001)], projects, of)).toThrow(
      expect.objectContaining({
        code: 'VEN_BUDGET_EXCEEDED',
        refusal: expect.objectContaining({ details: { over: [{ source: 'FISCAL', over: 1 }] } }),
      }),
    );
  });
});
