import { createHash } from 'node:crypto';

import { Context } from '@temporalio/activity';

import { seededRandom } from '#domain/draw/seeded-random.js';
import type { Reliability } from '#domain/scoring/reliability.js';
import { walkAwards } from '#domain/venture-round/award.rule.js';
import type { AwardProject } from '#domain/venture-round/award.rule.js';
import {
  correctedRanks,
  judgeDiagnoses,
  leaveOneJudgeOut,
  panelReliability,
} from '#domain/venture-round/diagnostics.js';
import type { CorrectedProject, JudgeDiagnosis, WithoutJudge } from '#domain/venture-round/diagnostics.js';
import type { ClassRanking, ScoredProject } from '#domain/venture-round/ranking.rule.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { bestPortfolio } from '../optimisation/best-portfolio.js';
import type { Portfolio } from '../optimisation/best-portfolio.js';
import type { Solve } from '../optimisation/solver.js';

/** What a ranking is diagnosed from. */
export interface DiagnosisFacts {
  readonly configuration: RoundConfiguration;
  readonly scored: readonly ScoredProject[];
  readonly projects: readonly AwardProject[];
  readonly rankings: readonly ClassRanking[];
  /** The published root of the sheets: seed of the resampling, so that anybody gets the same intervals. */
  readonly seed: string;
}

/** What stands beside a result, never instead of it. */
export interface Diagnosis {
  readonly judges: readonly JudgeDiagnosis[];
  readonly reliability: Reliability;
  readonly corrected: readonly CorrectedProject[];
  readonly withoutJudge: readonly WithoutJudge[];
  /** Projects that a plain walk of the awards would fund. */
  readonly funded: readonly string[];
  readonly portfolio: Portfolio;
  readonly resamples: number;
  readonly seed: string;
}

/** Where diagnoses are kept. */
export interface Diagnoses {
  load(roundId: string, seq: number): Promise<DiagnosisFacts | null>;
  save(roundId: string, seq: number, diagnosis: Diagnosis): Promise<void>;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Samples of a bootstrap: fewer for a round of hundreds of projects, whose intervals are narrow anyhow. */
const resamplesFor = (projects: number): number => (projects > 200 ? 200 : 1000);

/** The activity that computes the diagnostics of a ranking once. */
export const diagnosisActivities = ({
  diagnoses,
  solve,
  seconds,
}: {
  readonly diagnoses: Diagnoses;
  readonly solve: Solve;
  readonly seconds: number;
}) => ({
  diagnoseRanking: async (roundId: string, seq: number): Promise<void> => {
    const facts = await diagnoses.load(roundId, seq);
    if (facts === null || facts.scored.length === 0) return;
    const signal = Context.current().cancellationSignal;
    const portfolio = await bestPortfolio(portfolioOf(facts), facts.configuration, solve, { seconds, signal });
    await diagnoses.save(roundId, seq, { ...diagnosed(facts), portfolio });
  },
});

export type DiagnosisActivities = ReturnType<typeof diagnosisActivities>;

function diagnosed({ configuration, scored, projects, rankings, seed }: DiagnosisFacts): Omit<Diagnosis, 'portfolio'> {
  const fundedOf = (some: readonly ClassRanking[]): readonly string[] =>
    walkAwards(some, projects, configuration).awards.map(({ projectId }) => projectId);
  const resamples = resamplesFor(scored.length);
  return {
    judges: judgeDiagnoses(scored, rankings),
    reliability: panelReliability(scored, { random: seededRandom(seed, sha256), resamples }),
    corrected: correctedRanks(scored, rankings),
    withoutJudge: leaveOneJudgeOut(scored, configuration.scoring, fundedOf),
    funded: fundedOf(rankings),
    resamples,
    seed,
  };
}

function portfolioOf({ projects, rankings }: DiagnosisFacts) {
  const scores = new Map(
    rankings.flatMap(({ ranked }) =>
      ranked.filter(({ meetsFloor }) => meetsFloor).map(({ projectId, score }) => [projectId, score] as const),
    ),
  );
  return projects.flatMap((project) => {
    const score = scores.get(project.projectId);
    return score === undefined ? [] : [{ ...project, hundredths: Math.round(Number(score) * 100) }];
  });
}
