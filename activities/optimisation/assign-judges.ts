import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { assignmentModel, assignmentProgram, idealPoints } from './assignment-model.js';
import type { AssignmentModel, AssignmentProblem, Candidate, Pair } from './assignment-model.js';
import { clashingLimits } from './clashing-limits.js';
import { fairest } from './fair-assignment.js';
import type { Solution, Solve, SolveOptions } from './solver.js';

/** An assignment, by project and judge in the order of the problem. */
export interface Assignment {
  readonly pairs: readonly Pair[];
  /** Points of expertise over all pairs. */
  readonly points: number;
  /** The fewest points of a project that could have more, if it were the only one; of any, where none could. */
  readonly worstPoints: number;
  /** Whether nothing better of its kind exists; false where the time ended the search. */
  readonly proven: boolean;
}

/** What changes when a judge drops out. */
export interface Replacement {
  readonly assignment: Assignment;
  readonly added: readonly Pair[];
  readonly removed: readonly Pair[];
}

/** SUM: the most expertise over all. FAIR: first raise the project that has the fewest points, then the most over all. */
export type AssignmentGoal = 'SUM' | 'FAIR';

/**
 * Gives every project its judges within loads and without conflicts of interest. Throws VEN_ASSIGNMENT_INFEASIBLE with
 * the limits that clash.
 */
export async function assignJudges(
  problem: AssignmentProblem,
  goal: AssignmentGoal,
  solve: Solve,
  options: SolveOptions,
): Promise<Assignment> {
  const model = assignmentModel(problem);
  const most = assignmentOf(model, await bySum(model, ({ points }) => points, solve, options));
  const fair = goal === 'FAIR' ? await fairest(model, most.worstPoints, solve, options) : null;
  return fair === null ? most : assignmentOf(model, fair.solution, fair.proven);
}

/**
 * Replaces a judge who drops out with the fewest changes, then with the most expertise. The judge keeps the pairs that
 * are `fixed` (sheets locked before); every other pair of theirs goes to somebody else.
 */
export async function replaceJudge(
  problem: AssignmentProblem,
  current: readonly Pair[],
  judgeId: string,
  solve: Solve,
  options: SolveOptions,
): Promise<Replacement> {
  const locked = problem.fixed.filter((pair) => pair.judgeId === judgeId);
  const gone = problem.projectIds
    .filter((projectId) => !locked.some((pair) => pair.projectId === projectId))
    .map((projectId) => ({ projectId, judgeId }));
  const model = assignmentModel({ ...problem, conflicts: [...problem.conflicts, ...gone] });
  const before = new Set(current.map(pairKey));
  // One kept pair outweighs all the expertise that a whole assignment can have.
  const most = model.candidates.reduce((max, { points }) => Math.max(max, points), 0);
  const keeping = most * problem.judgesPerProject * problem.projectIds.length + 1;
  const worth = (one: Candidate): number => one.points + (before.has(pairKey(one)) ? keeping : 0);
  const assignment = assignmentOf(model, await bySum(model, worth, solve, options));
  const after = new Set(assignment.pairs.map(pairKey));
  return {
    assignment,
    added: assignment.pairs.filter((pair) => !before.has(pairKey(pair))),
    removed: current.filter((pair) => !after.has(pairKey(pair))),
  };
}

async function bySum(
  model: AssignmentModel,
  worth: (candidate: Candidate) => number,
  solve: Solve,
  options: SolveOptions,
): Promise<Solution> {
  // A project with no candidate at all has no row for the solver to refuse.
  const bare = model.rows.some(({ terms, sense, right }) => terms.length === 0 && sense !== '<=' && right > 0);
  const solution = bare ? null : await solve(assignmentProgram(model, worth), options);
  if (solution?.status === 'OPTIMAL') return solution;
  const clashes = await clashingLimits(model, solve, options);
  throw new VentureRoundRefusal('VEN_ASSIGNMENT_INFEASIBLE', { clashes });
}

function assignmentOf(model: AssignmentModel, { values }: Solution, proven = true): Assignment {
  const chosen = model.candidates.filter(({ variable }) => (values.get(variable) ?? 0) > 0.5);
  const byProject = new Map<string, number>();
  for (const { projectId, points } of chosen) byProject.set(projectId, (byProject.get(projectId) ?? 0) + points);
  const ideals = idealPoints(model);
  const could = [...byProject].filter(([projectId, points]) => points < (ideals.get(projectId) ?? 0));
  const counted = could.length > 0 ? could : [...byProject];
  return {
    pairs: chosen.map(({ projectId, judgeId }) => ({ projectId, judgeId })),
    points: chosen.reduce((sum, { points }) => sum + points, 0),
    worstPoints: counted.reduce((least, [, points]) => Math.min(least, points), Infinity),
    proven,
  };
}

const pairKey = ({ projectId, judgeId }: Pair): string => JSON.stringify([projectId, judgeId]);
