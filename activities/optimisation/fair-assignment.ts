import { assignmentProgram, idealPoints } from './assignment-model.js';
import type { AssignmentModel } from './assignment-model.js';
import type { LinearRow } from './linear-program.js';
import type { Solution, Solve, SolveOptions } from './solver.js';

/** An assignment in which the worst-off project has as many points as can be. */
export interface FairSolution {
  readonly solution: Solution;
  readonly proven: boolean;
}

const isWhole = ({ values }: Solution): boolean =>
  [...values.values()].every((value) => Math.abs(value - Math.round(value)) < 1e-6);

/** Levels that are tried in whole numbers before the best that the linear program gave in whole numbers is taken. */
const ATTEMPTS = 3;

/** Solves for a level, in whole numbers or not. */
type Attempt = (level: number, whole: boolean) => Promise<Solution>;

/**
 * The highest level such that every project has at least that many points — or all that its own best judges could give
 * it, so that a project whose field nobody knows does not hold the others down. Levels above `from`, which is reached
 * already, are searched by halving with the linear program; the best is then wanted in whole numbers, and one point
 * less where that fails. null when no level above `from` can be reached.
 */
export async function fairest(
  model: AssignmentModel,
  from: number,
  solve: Solve,
  options: SolveOptions,
): Promise<FairSolution | null> {
  const ideals = idealPoints(model);
  const attempt: Attempt = (level, whole) => {
    const program = assignmentProgram(model, ({ points }) => points, levelRows(model, ideals, level));
    if (!whole) return solve(program, options);
    // The level is what counts; the last tenth of a per cent of the sum is not worth a proof.
    return solve({ ...program, whole: model.candidates.map(({ variable }) => variable) }, { ...options, gap: 0.001 });
  };
  const { level, whole } = await highestLevel(attempt, from, Math.max(from, ...ideals.values()));
  if (whole?.level === level) return { solution: whole.solution, proven: true };
  return inWholeNumbers(attempt, level, Math.max(whole?.level ?? from, level - ATTEMPTS), whole?.solution ?? null);
}

/** The highest level of the linear program, and the highest at which its solution was in whole numbers by itself. */
async function highestLevel(attempt: Attempt, from: number, to: number) {
  let [low, high] = [from, to];
  let whole: { readonly level: number; readonly solution: Solution } | null = null;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const solution = await attempt(middle, false);
    if (solution.status === 'OPTIMAL') low = middle;
    else high = middle - 1;
    if (solution.status === 'OPTIMAL' && isWhole(solution)) whole = { level: middle, solution };
  }
  return { level: low, whole };
}

async function inWholeNumbers(
  attempt: Attempt,
  top: number,
  above: number,
  otherwise: Solution | null,
): Promise<FairSolution | null> {
  for (let level = top, proven = true; level > above; level -= 1) {
    const solution = await attempt(level, true);
    if (solution.status === 'OPTIMAL') return { solution, proven };
    if (solution.status === 'FEASIBLE') return { solution, proven: proven && level === top };
    proven &&= solution.status === 'INFEASIBLE';
  }
  return otherwise === null ? null : { solution: otherwise, proven: false };
}

function levelRows({ byProject }: AssignmentModel, ideals: ReadonlyMap<string, number>, level: number): LinearRow[] {
  return [...byProject].flatMap(([projectId, candidates]) => {
    const right = Math.min(level, ideals.get(projectId) ?? 0);
    const terms = candidates
      .filter(({ points }) => points > 0)
      .map(({ points, variable }) => [points, variable] as const);
    return right > 0 ? [{ terms, sense: '>=' as const, right }] : [];
  });
}
