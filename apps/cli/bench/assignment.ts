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
    const measure = async <T>(what: string, solve: () => Promise<T>): Promise<Solved<T>> => {
      const times: number[] = [];
      const before = process.cpuUsage();
      let result: T | null = null;
      for (let n = 0; n < TIMES; n += 1) {
        const begun = performance.now();
        result = await solve();
        times.push(performance.now() - begun);
      }
      if (result === null) throw new Error('nothing was solved');
      const { user, system } = process.cpuUsage(before);
      const [ms, cpuMs] = [latency(times).p50, round((user + system) / 1000 / TIMES)];
      say(`  ${what}: ${ms} ms, of which ${cpuMs} ms at work`);
      return { result, ms, cpuMs };
    };
    const sum = await measure('sum', () => assignJudges(problem, 'SUM', solveInThread, OPTIONS));
    const fair = await measure('fair', () => assignJudges(problem, 'FAIR', solveInThread, OPTIONS));
    const portfolio = await measure('portfolio', () => bestPortfolio(projects(), BUDGET, solveInThread, OPTIONS));
    return measurement(
      [
        { what: 'assignment, sum', ms: sum.ms, cpuMs: sum.cpuMs, ...pick(sum.result) },
        { what: 'assignment, fair', ms: fair.ms, cpuMs: fair.cpuMs, ...pick(fair.result) },
      ],
      {
        ...{ what: 'portfolio', ms: portfolio.ms, cpuMs: portfolio.cpuMs },
        ...{ chosen: portfolio.result.projectIds.length, proven: portfolio.result.proven },
      },
    );
  },
};

/** `cpuMs`: of this process with its solver's thread, so that a busy machine shows. */
interface Solved<T> {
  readonly result: T;
  readonly ms: number;
  readonly cpuMs: number;
}

interface Timed {
  readonly what: string;
  readonly ms: number;
  readonly cpuMs: number;
  readonly proven: boolean;
}

interface Assigned {
  readonly points: number;
  readonly worstPoints: number;
  readonly proven: boolean;
}

const pick = ({ points, worstPoints, proven }: Assigned): Assigned => ({ points, worstPoints, proven });

function measurement(
  assigned: readonly (Assigned & Timed)[],
  portfolio: Timed & { readonly chosen: number },
): Measurement {
  const row = ({ what, ms, cpuMs, proven }: Timed, result: string): string[] => [
    ...[what, String(ms), String(cpuMs), result, String(proven)],
  ];
  const rows = [
    ...assigned.map((one) => row(one, `${one.points} points, worst-off ${one.worstPoints}`)),
    row(portfolio, `${portfolio.chosen} chosen`),
  ];
  const [sum, fair] = assigned;
  const size = `${PROJECTS} × ${JUDGES} × ${JUDGES_A_PROJECT}`;
  return {
    figures: { projects: PROJECTS, judges: JUDGES, judgesPerProject: JUDGES_A_PROJECT, assigned, portfolio },
    shown: { head: ['solved', 'median ms', 'CPU ms', 'result', 'proven'], rows },
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
