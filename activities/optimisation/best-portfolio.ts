import { mostPublicFen } from '#domain/venture-round/budget.rule.js';
import type { AwardProject } from '#domain/venture-round/award.rule.js';
import type { AwardSource } from '#domain/venture-round/terms.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { sourcesFor } from '#domain/venture-round/source-themes.rule.js';
import type { LinearRow } from './linear-program.js';
import type { Solve, SolveOptions } from './solver.js';

/** A project above the floor with its score in hundredths of a point. */
export interface PortfolioProject extends AwardProject {
  readonly hundredths: number;
}

/** The projects that together have the most points under the budget: a what-if beside the ranking, never the result. */
export interface Portfolio {
  /** In the order in which they were handed in. */
  readonly projectIds: readonly string[];
  readonly hundredths: number;
  readonly fen: number;
  /** Whether no better choice exists; false where the time ended the search. */
  readonly proven: boolean;
}

interface Choice {
  readonly project: PortfolioProject;
  readonly variable: string;
  readonly fen: number;
  readonly sources: readonly AwardSource[];
}

type Round = Pick<RoundConfiguration, 'classes' | 'sources' | 'perProjectCap' | 'maxSharePct'>;

/**
 * Each project is paid in full, as far as its caps go, or not at all, within quotas and the sources that may pay for
 * it. Amounts are taken in whole yuan, rounded up, and budgets rounded down, so that the choice is payable to the fen.
 */
export async function bestPortfolio(
  projects: readonly PortfolioProject[],
  round: Round,
  solve: Solve,
  options: SolveOptions,
): Promise<Portfolio> {
  const choices = choicesOf(projects, round);
  const rows = [...quotaRows(choices, round), ...sourceRows(choices, round)];
  const solution = await solve(
    {
      sense: 'Maximize',
      objective: choices.map(({ project, variable }) => [project.hundredths, variable]),
      rows,
      bounds: choices.map(({ variable }) => [variable, 0, 1]),
      whole: choices.map(({ variable }) => variable),
    },
    options,
  );
  const chosen = choices.filter(({ variable }) => (solution.values.get(variable) ?? 0) > 0.5);
  return {
    projectIds: chosen.map(({ project }) => project.projectId),
    hundredths: chosen.reduce((sum, { project }) => sum + project.hundredths, 0),
    fen: chosen.reduce((sum, { fen }) => sum + fen, 0),
    proven: solution.status === 'OPTIMAL',
  };
}

function choicesOf(projects: readonly PortfolioProject[], round: Round): Choice[] {
  return projects
    .map((project, index) => ({
      project,
      variable: `y${index}`,
      fen: Math.min(project.requestedFen, mostPublicFen(project, round)),
      sources: sourcesFor(project.themes, round.sources),
    }))
    .filter(({ project, sources }) => {
      const fundable = round.classes.some((rule) => rule.class === project.class && rule.fundable);
      return fundable && sources.length > 0;
    });
}

function quotaRows(choices: readonly Choice[], { classes }: Round): LinearRow[] {
  return classes.flatMap(({ class: name, quota }) => {
    const own = choices.filter(({ project }) => project.class === name);
    return quota === null ? [] : [{ terms: own.map(({ variable }) => [1, variable]), sense: '<=', right: quota }];
  });
}

/**
 * For every set of sources: what can be paid by nothing else fits into them. By Hall's theorem this is the same as a
 * split of every project's money over its sources, without a variable for each part.
 */
function sourceRows(choices: readonly Choice[], { sources }: Round): LinearRow[] {
  const sets = sources.reduce<AwardSource[][]>(
    (all, { source }) => [...all, ...all.map((set) => [...set, source])],
    [[]],
  );
  return sets.map((set) => {
    const bound = choices.filter((choice) => choice.sources.every((source) => set.includes(source)));
    const budget = sources
      .filter(({ source }) => set.includes(source))
      .reduce((sum, { budgetFen }) => sum + budgetFen, 0);
    return {
      terms: bound.map(({ fen, variable }) => [Math.ceil(fen / 100), variable]),
      sense: '<=',
      right: Math.floor(budget / 100),
    };
  });
}
