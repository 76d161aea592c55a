import type { AssignmentModel, Limit } from './assignment-model.js';
import type { LinearProgram, LinearTerm } from './linear-program.js';
import type { Solve, SolveOptions } from './solver.js';

/** A limit that would have to give way, and by how much: judges or experts that are missing, projects above the load. */
export type Clash = Limit & { readonly by: number };

// A project without its judges is the last thing to give up; a load is raised more easily than an expert is found.
const COST = { JUDGES_OF_PROJECT: 100, EXPERTS_OF_PROJECT: 10, LOAD_OF_JUDGE: 1 } as const;

/**
 * Which limits clash: the same assignment with slack on every limit, as little and as cheap as possible. Conflicts of
 * interest have no slack. Empty when nothing clashes.
 */
export async function clashingLimits(
  model: AssignmentModel,
  solve: Solve,
  options: SolveOptions,
): Promise<readonly Clash[]> {
  const { values } = await solve(relaxed(model), options);
  return model.rows
    .map(({ of }, index) => ({ ...of, by: Math.round(values.get(`s${index}`) ?? 0) }))
    .filter(({ by }) => by > 0);
}

function relaxed({ candidates, rows }: AssignmentModel): LinearProgram {
  const slack = (index: number, sign: 1 | -1): LinearTerm => [sign, `s${index}`];
  return {
    sense: 'Minimize',
    objective: rows.map(({ of }, index) => [COST[of.limit], `s${index}`]),
    rows: rows.map((row, index) => ({
      ...row,
      terms: [...row.terms, slack(index, row.of.limit === 'LOAD_OF_JUDGE' ? -1 : 1)],
    })),
    bounds: candidates.map(({ variable, fixed }) => [variable, fixed ? 1 : 0, 1]),
    whole: [],
  };
}
