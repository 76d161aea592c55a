import type { Share } from '#domain/annual-inspection/completion.rule.js';
import { share } from '#domain/annual-inspection/completion.rule.js';
import { namedShares } from '#domain/annual-inspection/named-shares.js';
import type { SeasonTally } from '#domain/annual-inspection/season-figures.js';
import type { FrozenFigure } from '#prisma/stores/season.store.js';
import type { Figure } from './season.schemas.js';

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  completion: ['年检完成率', 'completion rate'],
  'conclusion.PASS': ['合格', 'PASS'],
  'conclusion.BASIC_PASS': ['基本合格', 'BASIC_PASS'],
  'conclusion.FAIL': ['不合格', 'FAIL'],
  'conclusion.NOT_PARTICIPATED': ['未参检', 'did not take part'],
  'conclusion.EXEMPT': ['免检', 'exempt'],
  talks: ['约谈完成率', 'talks held'],
  rectifiedInTime: ['按期整改率', 'rectified in time'],
  partySection: ['党建部分完整率', 'Party section complete'],
};

/** Whether figures of that name are frozen, so that one can be corrected. */
export const isMetric = (metric: string): boolean => Object.hasOwn(NAMES, metric);

const figure = (metric: string, { numerator, denominator, pct }: Share, reason: string | null): Figure => {
  const [zh, en] = NAMES[metric] ?? [metric, metric];
  return { metric, zh, en, numerator, denominator, value: pct, reason };
};

/** The figures of a tally as it is now. */
export const figuresNow = (tally: SeasonTally): Figure[] =>
  namedShares(tally).map(([metric, shown]) => figure(metric, shown, null));

/** Figures as they were frozen for one day; of a corrected one the last correction. */
export function figuresThen(frozen: readonly FrozenFigure[]): Figure[] {
  const last = new Map(frozen.map((each) => [each.metric, each]));
  return Object.keys(NAMES).flatMap((metric) => {
    const found = last.get(metric);
    return found === undefined ? [] : [figure(metric, share(found.numerator, found.denominator), found.reason)];
  });
}

/** Frozen figures of several seasons together: added by number, never by rate. */
export function figuresAdded(seasons: readonly (readonly Figure[])[]): Figure[] {
  return Object.keys(NAMES).flatMap((metric) => {
    const found = seasons.flatMap((items) => items.filter((each) => each.metric === metric));
    if (found.length === 0) return [];
    const sum = (part: 'numerator' | 'denominator') => found.reduce((total, each) => total + each[part], 0);
    return [figure(metric, share(sum('numerator'), sum('denominator')), null)];
  });
}
