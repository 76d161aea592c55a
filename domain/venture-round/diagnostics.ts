import type { SeededRandom } from '#domain/draw/seeded-random.js';
import { reliability } from '#domain/scoring/reliability.js';
import type { Reliability } from '#domain/scoring/reliability.js';
import { judgeEffects } from './judge-effects.js';
import type { Mark } from './judge-effects.js';
import { rankedAnyway } from './ranking.rule.js';
import type { ClassRanking, ScoredProject } from './ranking.rule.js';
import type { ScoringPolicy } from './scoring-policy.js';

/** How one judge scored; points. Advisory: it stands beside the result and never changes it (specification M03). */
export interface JudgeDiagnosis {
  readonly judgeId: string;
  readonly sheets: number;
  readonly mean: number;
  /** Standard deviation of the judge's totals: near 0 for one who does not tell projects apart. null with one sheet. */
  readonly spread: number | null;
  /** Points above the panel on the same projects; negative is severe. */
  readonly effect: number;
  readonly outliers: number;
}

/** A project's score after each judge's effect was taken off, and the rank that it would have. */
export interface CorrectedProject {
  readonly projectId: string;
  readonly class: string;
  readonly rank: number;
  readonly correctedScore: number;
  readonly correctedRank: number;
}

/** What would change without a judge: projects that would no longer be funded, and those in their place. */
export interface WithoutJudge {
  readonly judgeId: string;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** Severity and spread of every judge, by judge. */
export function judgeDiagnoses(
  projects: readonly ScoredProject[],
  rankings: readonly ClassRanking[],
): readonly JudgeDiagnosis[] {
  const marks = marksOf(projects);
  const effects = judgeEffects(marks);
  const flagged = rankings.flatMap(({ ranked }) => ranked.flatMap(({ outliers }) => outliers));
  return [...effects].map(([judgeId, effect]) => {
    const points = marks
      .filter((mark) => mark.judgeId === judgeId)
      .map((mark) => mark.points)
      .sort((a, b) => a - b);
    const mean = points.reduce((sum, value) => sum + value, 0) / points.length;
    const squares = points.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const spread = points.length < 2 ? null : rounded(Math.sqrt(squares / (points.length - 1)));
    const outliers = flagged.filter((flag) => flag.judgeId === judgeId).length;
    return { judgeId, sheets: points.length, mean: rounded(mean), spread, effect, outliers };
  });
}

/** The rank after additive judge correction, in the order of the rankings. Equal corrected scores share a rank. */
export function correctedRanks(
  projects: readonly ScoredProject[],
  rankings: readonly ClassRanking[],
): readonly CorrectedProject[] {
  const effects = judgeEffects(marksOf(projects));
  const corrected = new Map(
    projects.map(({ projectId, sheets }) => {
      const off = sheets
        .map(({ judgeId, totalHalves }) => totalHalves / 2 - (effects.get(judgeId) ?? 0))
        .sort((a, b) => a - b);
      return [projectId, rounded(off.reduce((sum, points) => sum + points, 0) / off.length)];
    }),
  );
  return rankings.flatMap((of) =>
    of.ranked.map(({ projectId, rank }) => {
      const correctedScore = corrected.get(projectId) ?? 0;
      const better = of.ranked.filter((other) => (corrected.get(other.projectId) ?? 0) > correctedScore);
      return { projectId, class: of.class, rank, correctedScore, correctedRank: better.length + 1 };
    }),
  );
}

/**
 * How many funded projects would change if a judge had not scored, for every judge: each is left out in turn, the rest
 * is ranked as the policy says, and `fundedOf` walks the awards. A project that has no other sheet keeps its own.
 */
export function leaveOneJudgeOut(
  projects: readonly ScoredProject[],
  policy: ScoringPolicy,
  fundedOf: (rankings: readonly ClassRanking[]) => readonly string[],
): readonly WithoutJudge[] {
  const funded = fundedOf(rankedAnyway(projects, policy));
  const judges = [...new Set(projects.flatMap(({ sheets }) => sheets.map(({ judgeId }) => judgeId)))].sort();
  return judges.map((judgeId) => {
    const rest = projects.map((project) => {
      const sheets = project.sheets.filter((sheet) => sheet.judgeId !== judgeId);
      return sheets.length === 0 ? project : { ...project, sheets };
    });
    const without = fundedOf(rankedAnyway(rest, policy));
    return {
      judgeId,
      lost: funded.filter((projectId) => !without.includes(projectId)),
      gained: without.filter((projectId) => !funded.includes(projectId)),
    };
  });
}

/** Agreement of the panel with intervals from a published seed; projects and judges in alphabetical order. */
export function panelReliability(
  projects: readonly ScoredProject[],
  resampling: { readonly random: SeededRandom; readonly resamples?: number },
): Reliability {
  const judges = [...new Set(projects.flatMap(({ sheets }) => sheets.map(({ judgeId }) => judgeId)))].sort();
  const ratings = projects
    .toSorted((a, b) => (a.projectId < b.projectId ? -1 : 1))
    .map(({ sheets }) => {
      const points = new Map(sheets.map(({ judgeId, totalHalves }) => [judgeId, totalHalves / 2]));
      return judges.map((judgeId) => points.get(judgeId) ?? null);
    });
  return reliability(ratings, resampling);
}

const marksOf = (projects: readonly ScoredProject[]): Mark[] =>
  projects.flatMap(({ projectId, sheets }) =>
    sheets.map(({ judgeId, totalHalves }) => ({ projectId, judgeId, points: totalHalves / 2 })),
  );

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
