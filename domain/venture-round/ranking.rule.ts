import { compare, fraction } from '#domain/figure/fraction.js';
import type { Fraction } from '#domain/figure/fraction.js';
import { combined, SheetsMissing, trims } from '#domain/scoring/aggregate.js';
import type { AggregateScore } from '#domain/scoring/aggregate.js';
import type { ScoringPolicy, TieBreak } from './scoring-policy.js';

/** A valid sheet, in half points. */
export interface JudgeSheet {
  readonly judgeId: string;
  readonly totalHalves: number;
  readonly halves: Readonly<Record<string, number>>;
}

/** A project with its valid sheets. */
export interface ScoredProject {
  readonly projectId: string;
  readonly class: string;
  readonly requestedFen: number;
  readonly sheets: readonly JudgeSheet[];
}

/** A tie that the panel broke: the projects, best first. */
export type PanelVote = readonly string[];

/** A place in the ranking of a class. */
export interface RankedProject {
  readonly projectId: string;
  /** From 1; projects that nothing tells apart share a rank and the next ones are skipped. */
  readonly rank: number;
  /** Points with the decimals of the policy. */
  readonly score: string;
  readonly untrimmedMean: string;
  readonly sheets: number;
  readonly meetsFloor: boolean;
  /** What put it behind the project before it; SCORE, or the tie-break. null for the first, and where nothing did. */
  readonly toldApartBy: 'SCORE' | TieBreak['by'] | null;
  /** Sheets more than 20 points from the median of the project's sheets: advisory, by judge. */
  readonly outliers: readonly { readonly judgeId: string; readonly deviation: number }[];
}

/** The ranking of one class. */
export interface ClassRanking {
  readonly class: string;
  readonly ranked: readonly RankedProject[];
  /** Groups that nothing tells apart, in alphabetical order: the panel votes on each. */
  readonly undecided: readonly (readonly string[])[];
}

const OUTLIER_HALVES = 40;

/** Refuses to close a round in which a project lacks sheets: VEN_SHEETS_MISSING with every such project. */
export function assertSheetsComplete(projects: readonly ScoredProject[], { judgesMin }: ScoringPolicy): void {
  const lacking = projects
    .filter(({ sheets }) => sheets.length < judgesMin)
    .map(({ projectId, sheets }) => ({ projectId, valid: sheets.length }));
  const fewest = Math.min(...lacking.map(({ valid }) => valid));
  if (lacking.length > 0) throw new SheetsMissing(fewest, judgesMin, { projects: lacking });
}

/**
 * Ranks the projects of each class by the policy (specification M03 "Scoring"). Everything is exact and sorted before
 * it is computed, so the same sheets in any order give the same bytes. Throws VEN_SHEETS_MISSING.
 */
export function rankProjects(
  projects: readonly ScoredProject[],
  policy: ScoringPolicy,
  votes: readonly PanelVote[] = [],
): readonly ClassRanking[] {
  assertSheetsComplete(projects, policy);
  return rankedAnyway(projects, policy, votes);
}

/** Ranks whatever sheets there are, at least one a project: for what-ifs with a judge left out, never for a result. */
export function rankedAnyway(
  projects: readonly ScoredProject[],
  policy: ScoringPolicy,
  votes: readonly PanelVote[] = [],
): readonly ClassRanking[] {
  const classes = [...new Set(projects.map((project) => project.class))].sort();
  return classes.map((name) => {
    const places = projects
      .filter((project) => project.class === name)
      .map((project) => placeOf(project, policy, votes));
    return { class: name, ...ranking(places) };
  });
}

interface Place {
  readonly project: ScoredProject;
  readonly score: AggregateScore;
  readonly meetsFloor: boolean;
  /** Compared in order; the greater comes first. */
  readonly keys: readonly { readonly by: 'SCORE' | TieBreak['by']; readonly value: Fraction }[];
  readonly votes: readonly PanelVote[];
}

function placeOf(project: ScoredProject, policy: ScoringPolicy, votes: readonly PanelVote[]): Place {
  const { aggregation, judgesMin, rounding, tieBreak, floor } = policy;
  const score = combined(
    project.sheets.map(({ totalHalves }) => totalHalves),
    { method: aggregation, trims: trims(aggregation, judgesMin), decimals: rounding.decimals },
  );
  const exact = fraction(score.score);
  const ties = tieBreak.flatMap((rule) =>
    rule.by === 'PANEL_VOTE' ? [] : [{ by: rule.by, value: tieValue(rule, project) }],
  );
  return {
    project,
    score,
    meetsFloor: compare(exact, fraction(floor)) >= 0,
    keys: [{ by: 'SCORE', value: exact }, ...ties],
    votes: tieBreak.some(({ by }) => by === 'PANEL_VOTE') ? votes : [],
  };
}

function tieValue(rule: Exclude<TieBreak, { by: 'PANEL_VOTE' }>, { sheets, requestedFen }: ScoredProject): Fraction {
  const meanOf = (halves: readonly number[]): Fraction => ({
    numerator: BigInt(halves.reduce((sum, half) => sum + half, 0)),
    denominator: BigInt(2 * halves.length),
  });
  switch (rule.by) {
    case 'UNTRIMMED_MEAN':
      return meanOf(sheets.map(({ totalHalves }) => totalHalves));
    case 'CRITERION':
      return meanOf(sheets.map(({ halves }) => halves[rule.criterion] ?? 0));
    case 'LOWER_REQUESTED':
      return fraction(-requestedFen);
  }
}

/** The first key that tells two places apart: by what, and negative when `a` comes first. */
function apart(a: Place, b: Place): { readonly by: RankedProject['toldApartBy']; readonly order: number } {
  for (const [index, key] of a.keys.entries()) {
    const order = compare(b.keys[index]?.value ?? key.value, key.value);
    if (order !== 0) return { by: key.by, order };
  }
  return { by: null, order: 0 };
}

function ranking(places: readonly Place[]): Omit<ClassRanking, 'class'> {
  const sorted = places
    .toSorted((a, b) => (a.project.projectId < b.project.projectId ? -1 : 1))
    .sort((a, b) => apart(a, b).order);
  const groups = tiedGroups(sorted).flatMap(voted);
  let rank = 1;
  const ranked = groups.flatMap((group, index) => {
    const by = toldApart(groups[index - 1]?.[0], group[0]);
    const shown = group.map((place, nth) => shownPlace(place, rank, nth === 0 ? by : null));
    rank += group.length;
    return shown;
  });
  const undecided = groups.filter(({ length }) => length > 1).map((group) => group.map(idOf));
  return { ranked, undecided };
}

const idOf = ({ project }: Place): string => project.projectId;

function tiedGroups(sorted: readonly Place[]): Place[][] {
  const groups: Place[][] = [];
  for (const place of sorted) {
    const group = groups.at(-1);
    const ahead = group?.[0];
    if (group !== undefined && ahead !== undefined && apart(ahead, place).by === null) group.push(place);
    else groups.push([place]);
  }
  return groups;
}

/** A tie in the order of the panel's last vote on all of it; one that was not voted on as a whole stays a tie. */
function voted(group: readonly Place[]): (readonly Place[])[] {
  const vote = group[0]?.votes.findLast((order) => group.every((place) => order.includes(idOf(place))));
  if (group.length < 2 || vote === undefined) return [group];
  return group.toSorted((a, b) => vote.indexOf(idOf(a)) - vote.indexOf(idOf(b))).map((place) => [place]);
}

function toldApart(ahead: Place | undefined, place: Place | undefined): RankedProject['toldApartBy'] {
  if (ahead === undefined || place === undefined) return null;
  return apart(ahead, place).by ?? 'PANEL_VOTE';
}

function shownPlace(
  { project, score, meetsFloor }: Place,
  rank: number,
  toldApartBy: RankedProject['toldApartBy'],
): RankedProject {
  const { projectId, sheets } = project;
  const { score: points, untrimmedMean } = score;
  const outliers = outliersOf(sheets);
  return { projectId, rank, score: points, untrimmedMean, sheets: sheets.length, meetsFloor, toldApartBy, outliers };
}

/** Deviations in points from the median; compared in quarter points, where a median of two sheets is exact. */
function outliersOf(sheets: readonly JudgeSheet[]): RankedProject['outliers'] {
  const sorted = sheets.map(({ totalHalves }) => totalHalves).sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return sheets
    .map(({ judgeId, totalHalves }) => ({ judgeId, quarters: 2 * totalHalves - low - high }))
    .filter(({ quarters }) => Math.abs(quarters) > 2 * OUTLIER_HALVES)
    .map(({ judgeId, quarters }) => ({ judgeId, deviation: quarters / 4 }))
    .sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1));
}
