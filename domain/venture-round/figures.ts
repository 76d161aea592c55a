import { percent, ratio } from '#domain/figure/ratio.js';
import { isIndicative } from '#domain/figure/qualifier.js';
import type { Qualifier } from '#domain/figure/qualifier.js';
import type { ActivityRecord } from './activity.rule.js';
import { sumFen } from './fen.js';
import type { ProjectState } from './states.js';
import type { FundingSource, VentureTheme } from './terms.js';

/** A project as the figures of a round see it. Money in fen. */
export interface FigureProject {
  readonly projectId: string;
  readonly class: string;
  readonly themes: readonly VentureTheme[];
  readonly state: ProjectState;
  /** Adopted by one enterprise or more. */
  readonly adopted: boolean;
  readonly money: readonly {
    readonly source: FundingSource;
    readonly plannedFen: number;
    readonly agreedFen: number;
    readonly paidFen: number;
    readonly returnedFen: number;
  }[];
  readonly activities: readonly Pick<ActivityRecord, 'personTimes' | 'newPersons' | 'spentFen'>[];
}

/** A share with its raw counts; `percent` is null without a base (shown as "—"). */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: string | null;
}

/** The figures of a round (specification M03 "KPIs"); counted from records, so every count is exact. */
export interface RoundFigures {
  readonly projects: number;
  readonly byClass: Readonly<Record<string, number>>;
  readonly byTheme: Readonly<Record<string, number>>;
  readonly byState: Readonly<Record<string, number>>;
  /** Of all projects of the round. */
  readonly funded: Share;
  /** Of those funded: adopted ⊆ funded. */
  readonly adopted: Share;
  /** Of those that were contracted. */
  readonly completed: Share;
  readonly money: readonly {
    readonly source: FundingSource;
    readonly plannedFen: number;
    readonly agreedFen: number;
    readonly paidFen: number;
    readonly returnedFen: number;
  }[];
  readonly activities: number;
  readonly personTimes: number;
  readonly persons: number;
  /** Yuan with 2 decimals; null without a person-time. */
  readonly costPerPersonTime: string | null;
}

const CONTRACTED: readonly ProjectState[] = [
  'CONTRACTED',
  'EXECUTING',
  'COMPLETED',
  'TERMINATED',
  'RECOVERING',
  'CLOSED_RECOVERED',
];
const FUNDED: readonly ProjectState[] = ['FUNDED', ...CONTRACTED];

/** Counts a round. A project that declined is not funded. */
export function roundFigures(projects: readonly FigureProject[]): RoundFigures {
  const funded = projects.filter(({ state }) => FUNDED.includes(state));
  const contracted = projects.filter(({ state }) => CONTRACTED.includes(state));
  const activities = projects.flatMap((project) => project.activities);
  const personTimes = activities.reduce((sum, activity) => sum + activity.personTimes, 0);
  const spent = sumFen(activities.map(({ spentFen }) => spentFen));
  return {
    projects: projects.length,
    byClass: counted(projects.map((project) => project.class)),
    byTheme: counted(projects.flatMap(({ themes }) => themes)),
    byState: counted(projects.map(({ state }) => state)),
    funded: share(funded.length, projects.length),
    adopted: share(funded.filter(({ adopted }) => adopted).length, funded.length),
    completed: share(contracted.filter(({ state }) => state === 'COMPLETED').length, contracted.length),
    money: moneyBySource(projects),
    activities: activities.length,
    personTimes,
    persons: activities.reduce((sum, activity) => sum + activity.newPersons, 0),
    costPerPersonTime: ratio(spent, personTimes * 100, 2),
  };
}

/**
 * Whether a count agrees with a figure that a report rounded: 近50 is below 50, 4000余 above 4000, 不到 below (specification
 * M15 qualifier).
 */
export function agreesWith(count: number, reported: { readonly n: number; readonly qualifier: Qualifier }): boolean {
  switch (reported.qualifier) {
    case 'EXACT':
      return count === reported.n;
    case 'OVER':
      return count > reported.n;
    case 'ABOUT_BELOW':
    case 'LESS_THAN':
      return count < reported.n;
  }
}

/** An average of reported figures, 1 decimal, and whether it is only indicative because one of them is not exact. */
export function averageOf(
  total: { readonly n: number; readonly qualifier: Qualifier },
  per: { readonly n: number; readonly qualifier: Qualifier },
): { readonly value: string | null; readonly indicative: boolean } {
  return { value: ratio(total.n, per.n, 1), indicative: isIndicative([total.qualifier, per.qualifier]) };
}

const share = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  percent: percent(numerator, denominator, 1),
});

function counted(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values.toSorted()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function moneyBySource(projects: readonly FigureProject[]): RoundFigures['money'] {
  const lines = projects.flatMap(({ money }) => money);
  const sources = [...new Set(lines.map(({ source }) => source))].sort();
  return sources.map((source) => {
    const own = lines.filter((line) => line.source === source);
    return {
      source,
      plannedFen: sumFen(own.map(({ plannedFen }) => plannedFen)),
      agreedFen: sumFen(own.map(({ agreedFen }) => agreedFen)),
      paidFen: sumFen(own.map(({ paidFen }) => paidFen)),
      returnedFen: sumFen(own.map(({ returnedFen }) => returnedFen)),
    };
  });
}
