import { NotFound } from '#domain/errors.js';
import { mostPublicFen } from './budget.rule.js';
import { sumFen } from './fen.js';
import type { ClassRanking, RankedProject } from './ranking.rule.js';
import type { ClassRule, RoundConfiguration } from './round-configuration.js';
import { sourcesFor } from './source-themes.rule.js';
import type { AwardSource, VentureTheme } from './terms.js';

/** What the walk needs to know of a project; money in fen. */
export interface AwardProject {
  readonly projectId: string;
  readonly class: string;
  readonly themes: readonly VentureTheme[];
  readonly requestedFen: number;
  /** The whole of its budget. */
  readonly totalFen: number;
}

/** Money of one source. */
export interface SourceAmount {
  readonly source: AwardSource;
  readonly fen: number;
}

/** What a project is proposed to get. `fen` is the sum over its sources, and never above what it asked for. */
export interface Award {
  readonly projectId: string;
  readonly class: string;
  readonly rank: number;
  readonly fen: number;
  readonly bySource: readonly SourceAmount[];
  /** Less than it could have got, because the money left was less. */
  readonly reduced: boolean;
}

/** Why a project that was ranked gets nothing. */
export interface NotAwarded {
  readonly projectId: string;
  readonly class: string;
  readonly rank: number;
  readonly why: 'BELOW_FLOOR' | 'CLASS_NOT_FUNDABLE' | 'QUOTA_FULL' | 'NO_MONEY';
}

/** The outcome of the walk. */
export interface AwardPlan {
  readonly awards: readonly Award[];
  /** Above the floor, next in turn, in the order of class and rank. */
  readonly reserve: readonly NotAwarded[];
  readonly notFunded: readonly NotAwarded[];
  readonly leftBySource: readonly SourceAmount[];
  /** Ties of which some are awarded, or in full, and others are not: the panel votes before this plan is proposed. */
  readonly tiesToVote: readonly (readonly string[])[];
}

/** What the walk takes as it is. */
export interface WalkSoFar {
  /** Awards that stand: published and not disputed, or signed. They keep their amount, quota and money. */
  readonly standing: readonly Award[];
  /** Projects that are out: declined, screened out by an upheld objection, withdrawn. */
  readonly excluded: readonly string[];
}

type Round = Pick<RoundConfiguration, 'classes' | 'sources' | 'perProjectCap' | 'maxSharePct' | 'scoring'>;
type Left = ReadonlyMap<AwardSource, number>;

/**
 * Proposes awards (specification M03 "Awarding"): class by class in the order of the configuration, by rank, while the
 * score reaches the floor and quota and money are left; at most the request, the caps and the share; from the sources
 * that may pay for the project's themes, in the order of the configuration. What does not fit is offered less, or
 * passed over, as the policy says. After a decline or an upheld objection the same walk runs again with what stands and
 * what is out.
 */
export function walkAwards(
  rankings: readonly ClassRanking[],
  projects: readonly AwardProject[],
  round: Round,
  { standing, excluded }: WalkSoFar = { standing: [], excluded: [] },
): AwardPlan {
  const out = new Set([...excluded, ...standing.map(({ projectId }) => projectId)]);
  const known = new Map(projects.map((project) => [project.projectId, project]));
  const awards = [...standing];
  const passed: NotAwarded[] = [];
  for (const rule of round.classes) {
    const ranked = rankings.find((ranking) => ranking.class === rule.class)?.ranked ?? [];
    for (const place of ranked.filter(({ projectId }) => !out.has(projectId))) {
      const { projectId, rank } = place;
      const project = known.get(projectId);
      if (project === undefined) throw new NotFound('project');
      const places = (rule.quota ?? Infinity) - awards.filter((award) => award.class === rule.class).length;
      const offered = offer(project, round, moneyLeft(round, awards));
      const why = refusal(rule, place, places) ?? (offered === null ? 'NO_MONEY' : null);
      if (why !== null) passed.push({ projectId, class: rule.class, rank, why });
      else if (offered !== null) awards.push({ projectId, class: rule.class, rank, ...offered });
    }
  }
  return planOf(awards, passed, rankings, moneyLeft(round, awards));
}

/** Money that the awards leave in each source, in the order of the configuration. */
export function moneyLeft(
  round: Pick<RoundConfiguration, 'sources'>,
  awards: readonly Pick<Award, 'bySource'>[],
): Left {
  const left = new Map(round.sources.map(({ source, budgetFen }) => [source, budgetFen]));
  for (const { source, fen } of awards.flatMap(({ bySource }) => bySource))
    left.set(source, (left.get(source) ?? 0) - fen);
  return left;
}

function refusal(rule: ClassRule, { meetsFloor }: RankedProject, places: number): NotAwarded['why'] | null {
  if (!rule.fundable) return 'CLASS_NOT_FUNDABLE';
  if (!meetsFloor) return 'BELOW_FLOOR';
  return places < 1 ? 'QUOTA_FULL' : null;
}

function offer(project: AwardProject, round: Round, left: Left): Pick<Award, 'fen' | 'bySource' | 'reduced'> | null {
  const most = Math.min(project.requestedFen, mostPublicFen(project, round));
  const bySource: SourceAmount[] = [];
  let open = most;
  for (const source of sourcesFor(project.themes, round.sources)) {
    const fen = Math.min(open, left.get(source) ?? 0);
    if (fen > 0) bySource.push({ source, fen });
    open -= fen;
  }
  const fen = sumFen(bySource.map((amount) => amount.fen));
  if (fen === 0 || (fen < most && round.scoring.awardRule === 'RANK_WALK_FULL_ONLY')) return null;
  return { fen, bySource, reduced: fen < most };
}

function planOf(awards: Award[], passed: NotAwarded[], rankings: readonly ClassRanking[], left: Left): AwardPlan {
  const waits = ({ why }: NotAwarded): boolean => why === 'QUOTA_FULL' || why === 'NO_MONEY';
  const outcome = (projectId: string): string => {
    const award = awards.find((one) => one.projectId === projectId);
    return award === undefined ? 'none' : award.reduced ? 'less' : 'full';
  };
  return {
    awards,
    reserve: passed.filter(waits),
    notFunded: passed.filter((entry) => !waits(entry)),
    leftBySource: [...left].map(([source, fen]) => ({ source, fen })),
    tiesToVote: rankings.flatMap(({ undecided }) => undecided).filter((tie) => new Set(tie.map(outcome)).size > 1),
  };
}
