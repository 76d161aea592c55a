import { aRound } from '#domain/venture-round/round.example.js';
import { assignJudges } from '#activities/optimisation/assign-judges.js';
import type { AssignmentProblem } from '#activities/optimisation/assignment-model.js';
import { bestPortfolio, type PortfolioProject } from '#activities/optimisation/best-portfolio.js';
import { solveInThread } from '#activities/optimisation/solver.js';
import { latency, round } from './load.js';
import { atMost, type BenchPart, type Measurement } from './part.js';

const PROJECTS = 300;
const JUDGES = 40;
const JUDGES_A_PROJECT = 5;
/** For one program, as the worker allows. */
const OPTIONS = { seconds: 9 };
const TIMES = 3;

/** The assignment of judges and the portfolio under the budget: the solver alone, as a worker runs it. */
export const assignment: BenchPart = {
  name: 'assignment',
  async run({ say }) {
    const problem = anAssignment();
    const measure = async <T>(what: string, solve: () => Promise<T>): Promise<{ result: T; ms: number }> => {
      const times: number[] = [];
      let result: T | null = null;
      for (let n = 0; n < TIMES; n += 1) {
        const begun = performance.now();
        result = await solve();
        times.push(performance.now() - begun);
      }
      if (result === null) throw new Error('nothing was solved');
      const ms = latency(times).p50;
      say(`  ${what}: ${ms} ms`);
      return { result, ms };
    };
    const sum = await measure('sum', () => assignJudges(problem, 'SUM', solveInThread, OPTIONS));
    const fair = await measure('fair', () => assignJudges(problem, 'FAIR', solveInThread, OPTIONS));
    const portfolio = await measure('portfolio', () => bestPortfolio(projects(), BUDGET, solveInThread, OPTIONS));
    return measurement(
      [
        { what: 'assignment, sum', ms: sum.ms, ...pick(sum.result) },
        { what: 'assignment, fair', ms: fair.ms, ...pick(fair.result) },
      ],
      { ms: portfolio.ms, chosen: portfolio.result.projectIds.length, proven: portfolio.result.proven },
    );
  },
};

interface Assigned {
  readonly points: number;
  readonly worstPoints: number;
  readonly proven: boolean;
}

const pick = ({ points, worstPoints, proven }: Assigned): Assigned => ({ points, worstPoints, proven });

function measurement(
  assigned: readonly (Assigned & { readonly what: string; readonly ms: number })[],
  portfolio: { readonly ms: number; readonly chosen: number; readonly proven: boolean },
): Measurement {
  const rows = assigned.map(({ what, ms, points, worstPoints, proven }) => [
    ...[what, String(round(ms)), `${points} points, worst-off ${worstPoints}`, String(proven)],
  ]);
  const all = [...rows, ['portfolio', String(portfolio.ms), `${portfolio.chosen} chosen`, String(portfolio.proven)]];
  const [sum, fair] = assigned;
  const size = `${PROJECTS} × ${JUDGES} × ${JUDGES_A_PROJECT}`;
  return {
    figures: { projects: PROJECTS, judges: JUDGES, judgesPerProject: JUDGES_A_PROJECT, assigned, portfolio },
    shown: { head: ['solved', 'median ms', 'result', 'proven'], rows: all },
    bounds: [
      atMost(2_000, `assignment by the sum, ${size}, < 2 s (ms)`, sum?.ms ?? 1e9),
      atMost(10_000, `assignment for the worst-off, ${size}, < 10 s (ms)`, fair?.ms ?? 1e9),
    ],
  };
}

/** Whole numbers below a bound, the same on every run. */
function numbers(): (bound: number) => number {
  let state = 20_260_401;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
}

const names = (letter: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${letter}${n + 1}`);

/** One pair in ten in conflict, every judge at home in a few fields, loads nearly used up. */
function anAssignment(): AssignmentProblem {
  const below = numbers();
  const projectIds = names('p', PROJECTS);
  const judgeIds = names('j', JUDGES);
  const pairs = projectIds.flatMap((projectId) =>
    judgeIds.map((judgeId) => ({ projectId, judgeId, draw: below(100), points: below(10) })),
  );
  return {
    ...{ projectIds, judgesPerProject: JUDGES_A_PROJECT, expertsPerProject: 0, fixed: [] },
    judges: judgeIds.map((judgeId) => ({ judgeId, maxLoad: 39 })),
    conflicts: pairs.filter(({ draw }) => draw < 10),
    expertise: pairs.filter(({ draw, points }) => draw >= 70 && points > 0),
  };
}

/** A budget for a third of what is asked. */
const BUDGET = aRound({
  classes: [{ class: 'REGULAR', quota: null, cap: null, scored: true, fundable: true }],
  sources: [{ source: 'FISCAL', budgetFen: 50_000_000, themes: null }],
});

function projects(): PortfolioProject[] {
  const below = numbers();
  return names('p', PROJECTS).map((projectId) => {
    const requestedFen = 100_000 + below(900) * 1_000;
    const of = { projectId, class: 'REGULAR' as const, themes: ['SELF_GOVERNANCE' as const] };
    return { ...of, requestedFen, totalFen: requestedFen, hundredths: 6_000 + below(4_000) };
  });
}
