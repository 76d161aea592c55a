import fc from 'fast-check';

import { aRound } from '#domain/venture-round/round.example.js';
import { bestPortfolio } from './best-portfolio.js';
import type { PortfolioProject } from './best-portfolio.js';
import { solveInThread } from './solver.js';

const OPTIONS = { seconds: 9 };
const project = (
  projectId: string,
  hundredths: number,
  requestedFen: number,
  change: Partial<PortfolioProject> = {},
): PortfolioProject => ({
  projectId,
  class: 'REGULAR',
  themes: ['SELF_GOVERNANCE'],
  requestedFen,
  totalFen: requestedFen,
  hundredths,
  ...change,
});
const fiscal = (budgetFen: number) => aRound({ sources: [{ source: 'FISCAL', budgetFen, themes: null }] });

describe('the best portfolio under the budget', () => {
  it('takes two good projects rather than the best one alone', async () => {
    const projects = [project('best', 9500, 1_000_000), project('a', 8000, 500_000), project('b', 7900, 500_000)];
    const portfolio = await bestPortfolio(projects, fiscal(1_000_000), solveInThread, OPTIONS);
    expect(portfolio).toEqual({ projectIds: ['a', 'b'], hundredths: 15_900, fen: 1_000_000, proven: true });
  });

  it('keeps quotas, classes and the themes of sources', async () => {
    const old = { themes: ['ELDERLY_CHILDREN' as const] };
    const projects = [
      project('lottery', 7000, 600_000, old),
      project('lottery-too', 6500, 600_000, old),
      project('fiscal', 9000, 600_000),
      project('fiscal-too', 8900, 600_000),
      project('shown', 9900, 1, { class: 'DISPLAY' }),
    ];
    const { sources } = aRound();
    const round = aRound({ sources: sources.map((source) => ({ ...source, budgetFen: 700_000 })) });
    const { projectIds } = await bestPortfolio(projects, round, solveInThread, OPTIONS);
    expect(projectIds).toEqual(['lottery', 'fiscal']);
    const one = aRound({ classes: [{ class: 'REGULAR', quota: 1, cap: null, scored: true, fundable: true }] });
    expect((await bestPortfolio(projects, one, solveInThread, OPTIONS)).projectIds).toEqual(['fiscal']);
  });

  it('splits a project over sources where one alone cannot pay it', async () => {
    const both = project('both', 9000, 900_000, { themes: ['DISABILITY'] });
    const round = aRound({ sources: aRound().sources.map((source) => ({ ...source, budgetFen: 450_000 })) });
    expect((await bestPortfolio([both], round, solveInThread, OPTIONS)).projectIds).toEqual(['both']);
    const short = aRound({ sources: aRound().sources.map((source) => ({ ...source, budgetFen: 449_999 })) });
    expect((await bestPortfolio([both], short, solveInThread, OPTIONS)).projectIds).toEqual([]);
  });

  it('is the best of all choices, where they can be tried', async () => {
    const item = fc.record({ points: fc.integer({ min: 6000, max: 10_000 }), yuan: fc.integer({ min: 1, max: 9000 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 7 }), async (items) => {
        const projects = items.map(({ points, yuan }, index) => project(`p${index}`, points, yuan * 100));
        const sums = items.reduce(
          (all, { points, yuan }) => [
            ...all,
            ...all.map((one) => ({ points: one.points + points, yuan: one.yuan + yuan })),
          ],
          [{ points: 0, yuan: 0 }],
        );
        const best = Math.max(...sums.filter(({ yuan }) => yuan <= 10_000).map(({ points }) => points));
        const round = {
          ...fiscal(1_000_000),
          classes: [{ class: 'REGULAR' as const, quota: null, cap: null, scored: true, fundable: true }],
        };
        expect((await bestPortfolio(projects, round, solveInThread, OPTIONS)).hundredths).toBe(best);
      }),
      { numRuns: 10 },
    );
  });

  it('of 1,000 projects is found in time', async () => {
    const projects = Array.from({ length: 1000 }, (_, index) =>
      project(`p${index}`, 6000 + ((index * 7919) % 4000), 100_000 + ((index * 104_729) % 900_000)),
    );
    const classes = [{ class: 'REGULAR' as const, quota: null, cap: null, scored: true, fundable: true }];
    const round = aRound({ ...fiscal(100_000_000), classes });
    const portfolio = await bestPortfolio(projects, round, solveInThread, OPTIONS);
    expect(portfolio.fen).toBeLessThanOrEqual(100_000_000);
    expect(portfolio.projectIds.length).toBeGreaterThan(150);
  }, 20_000);
});
