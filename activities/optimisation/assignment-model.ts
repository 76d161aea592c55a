import type { LinearProgram, LinearRow, LinearTerm } from './linear-program.js';

/** A judge who scores a project. */
export interface Pair {
  readonly projectId: string;
  readonly judgeId: string;
}

/** Who may score what, and what is wanted. */
export interface AssignmentProblem {
  readonly projectIds: readonly string[];
  readonly judges: readonly { readonly judgeId: string; readonly maxLoad: number }[];
  /** Judges that every project gets. */
  readonly judgesPerProject: number;
  /** Of them, how many at least whose expertise fits (more than 0 points). */
  readonly expertsPerProject: number;
  /** Conflicts of interest: never assigned, not even by `fixed`. */
  readonly conflicts: readonly Pair[];
  /** How well a judge's expertise fits, whole points of 0 and more; 0 where nothing is said. */
  readonly expertise: readonly (Pair & { readonly points: number })[];
  /** Pairs that stay, for example because their sheet is locked. */
  readonly fixed: readonly Pair[];
}

/** A pair that may be assigned, as a variable of 0 or 1. */
export interface Candidate extends Pair {
  readonly variable: string;
  readonly points: number;
  readonly fixed: boolean;
}

/** A limit that a row of the model stands for. */
export type Limit =
  | { readonly limit: 'JUDGES_OF_PROJECT' | 'EXPERTS_OF_PROJECT'; readonly projectId: string }
  | { readonly limit: 'LOAD_OF_JUDGE'; readonly judgeId: string };

/** A row with the limit that it stands for. */
export interface LimitRow extends LinearRow {
  readonly of: Limit;
}

/** Candidates, and the limits over them. */
export interface AssignmentModel {
  readonly judgesPerProject: number;
  readonly candidates: readonly Candidate[];
  readonly byProject: ReadonlyMap<string, readonly Candidate[]>;
  readonly rows: readonly LimitRow[];
}

const keyOf = ({ projectId, judgeId }: Pair): string => JSON.stringify([projectId, judgeId]);

/**
 * The model of an assignment. Every project has one row for its judges and one, nested in it, for its experts; every
 * judge one for the load. Such rows form a network matrix: the linear program has a solution in whole numbers, and
 * the simplex method finds it without branching.
 */
export function assignmentModel(problem: AssignmentProblem): AssignmentModel {
  const candidates = candidatesOf(problem);
  const byProject = grouped(candidates, ({ projectId }) => projectId);
  const byJudge = grouped(candidates, ({ judgeId }) => judgeId);
  const ones = (list: readonly Candidate[]): LinearTerm[] => list.map(({ variable }) => [1, variable]);
  const rows: LimitRow[] = problem.projectIds.map((projectId) => ({
    of: { limit: 'JUDGES_OF_PROJECT', projectId },
    terms: ones(byProject.get(projectId) ?? []),
    sense: '=',
    right: problem.judgesPerProject,
  }));
  for (const projectId of problem.expertsPerProject > 0 ? problem.projectIds : [])
    rows.push({
      of: { limit: 'EXPERTS_OF_PROJECT', projectId },
      terms: ones((byProject.get(projectId) ?? []).filter(({ points }) => points > 0)),
      sense: '>=',
      right: problem.expertsPerProject,
    });
  for (const { judgeId, maxLoad } of problem.judges)
    rows.push({
      of: { limit: 'LOAD_OF_JUDGE', judgeId },
      terms: ones(byJudge.get(judgeId) ?? []),
      sense: '<=',
      right: maxLoad,
    });
  return { judgesPerProject: problem.judgesPerProject, candidates, byProject, rows };
}

/** The program that looks for the assignment with the most of `worth`, with further rows where they are wanted. */
export function assignmentProgram(
  { candidates, rows }: AssignmentModel,
  worth: (candidate: Candidate) => number,
  more: readonly LinearRow[] = [],
): LinearProgram {
  const valued = candidates.map((candidate): LinearTerm => [worth(candidate), candidate.variable]);
  return {
    sense: 'Maximize',
    objective: valued.filter(([points]) => points > 0),
    rows: [...rows, ...more],
    bounds: candidates.map(({ variable, fixed }) => [variable, fixed ? 1 : 0, 1]),
    whole: [],
  };
}

/** The most points that the judges of a project could have together, if it were the only one, by project. */
export function idealPoints({ byProject, judgesPerProject }: AssignmentModel): ReadonlyMap<string, number> {
  const best = (candidates: readonly Candidate[]): number =>
    candidates
      .map(({ points }) => points)
      .sort((a, b) => b - a)
      .slice(0, judgesPerProject)
      .reduce((sum, points) => sum + points, 0);
  return new Map([...byProject].map(([projectId, candidates]) => [projectId, best(candidates)]));
}

function candidatesOf({ projectIds, judges, conflicts, expertise, fixed }: AssignmentProblem): Candidate[] {
  const never = new Set(conflicts.map(keyOf));
  const points = new Map(expertise.map((pair) => [keyOf(pair), pair.points]));
  const stays = new Set(fixed.map(keyOf));
  return projectIds.flatMap((projectId, p) =>
    judges.flatMap(({ judgeId }, j) => {
      const key = keyOf({ projectId, judgeId });
      if (never.has(key)) return [];
      return [{ projectId, judgeId, variable: `x${p}_${j}`, points: points.get(key) ?? 0, fixed: stays.has(key) }];
    }),
  );
}

function grouped(candidates: readonly Candidate[], by: (candidate: Candidate) => string): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(by(candidate));
    if (group === undefined) groups.set(by(candidate), [candidate]);
    else group.push(candidate);
  }
  return groups;
}
