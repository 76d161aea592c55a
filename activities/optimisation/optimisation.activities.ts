import { assignJudges, replaceJudge } from './assign-judges.js';
import type { Assignment, AssignmentGoal, Replacement } from './assign-judges.js';
import type { AssignmentProblem, Pair } from './assignment-model.js';
import { bestPortfolio } from './best-portfolio.js';
import type { Portfolio, PortfolioProject } from './best-portfolio.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import type { Solve } from './solver.js';

/** What the optimisation needs: who solves, how long a single program may take, and whether the caller was cancelled. */
export interface OptimisationDeps {
  readonly solve: Solve;
  /** Seconds for one program; a fair assignment solves several. */
  readonly seconds: number;
  /** Of the running activity; asked once for every call. */
  readonly signal: () => AbortSignal | undefined;
}

/** The optimisation that a round asks for. Pure of its input: the same problem has the same answer, so a retry is harmless. */
export const optimisationActivities = ({ solve, seconds, signal }: OptimisationDeps) => {
  const options = () => {
    const stop = signal();
    return stop === undefined ? { seconds } : { seconds, signal: stop };
  };
  return {
    assignJudges: (problem: AssignmentProblem, goal: AssignmentGoal): Promise<Assignment> =>
      assignJudges(problem, goal, solve, options()),
    replaceJudge: (problem: AssignmentProblem, current: readonly Pair[], judgeId: string): Promise<Replacement> =>
      replaceJudge(problem, current, judgeId, solve, options()),
    bestPortfolio: (projects: readonly PortfolioProject[], round: RoundConfiguration): Promise<Portfolio> =>
      bestPortfolio(projects, round, solve, options()),
  };
};
