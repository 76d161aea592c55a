import { isComplete, share } from './completion.rule.js';
import type { CompletionFacts, Share } from './completion.rule.js';
import { consequenceOf } from './consequence.js';
import type { InspectionConclusion } from './consequence.js';

/** What the figures ask of one organisation of a season. */
export interface ReturnFigureFacts extends CompletionFacts {
  readonly conclusion: InspectionConclusion | null;
  readonly talkHeld: boolean;
  /** PENDING until it is verified or its day has passed. */
  readonly rectification: 'NONE' | 'PENDING' | 'IN_TIME' | 'LATE' | 'FAILED';
  /** A return is there, and its Party-building section lacks nothing. */
  readonly filed: boolean;
  readonly partySectionComplete: boolean;
}

/** Whole numbers of a season, of one registry or of a registry with those below it: what is added up and frozen. */
export interface SeasonTally {
  readonly required: number;
  readonly complete: number;
  readonly filed: number;
  readonly partySectionComplete: number;
  readonly conclusions: Readonly<Record<InspectionConclusion, number>>;
  readonly talksOwed: number;
  readonly talksHeld: number;
  readonly rectificationsSet: number;
  readonly rectifiedInTime: number;
}

/** The figures of a season as they are shown: every rate with its numerator and denominator. */
export interface SeasonFigures {
  readonly completion: Share;
  /** Each conclusion ÷ all conclusions but EXEMPT; EXEMPT ÷ all conclusions. */
  readonly conclusions: Readonly<Record<InspectionConclusion, Share>>;
  readonly talks: Share;
  readonly rectifiedInTime: Share;
  readonly partySection: Share;
}

/** A season in which there is nothing yet. */
export const EMPTY_TALLY: SeasonTally = {
  required: 0,
  complete: 0,
  filed: 0,
  partySectionComplete: 0,
  conclusions: { PASS: 0, BASIC_PASS: 0, FAIL: 0, NOT_PARTICIPATED: 0, EXEMPT: 0 },
  talksOwed: 0,
  talksHeld: 0,
  rectificationsSet: 0,
  rectifiedInTime: 0,
};

/** Counts the organisations of one registry's own level (specification M02, KPIs). */
export function tallyOf(returns: readonly ReturnFigureFacts[]): SeasonTally {
  const count = (counted: (each: ReturnFigureFacts) => boolean) => returns.filter(counted).length;
  const owesTalk = ({ conclusion }: ReturnFigureFacts) =>
    conclusion !== null && consequenceOf(conclusion).nextTask !== null;
  return {
    required: count(({ required }) => required),
    complete: count(isComplete),
    filed: count(({ filed, required }) => filed && required),
    partySectionComplete: count((each) => each.required && each.filed && each.partySectionComplete),
    conclusions: byConclusion((conclusion) => count((each) => each.conclusion === conclusion)),
    talksOwed: count(owesTalk),
    talksHeld: count((each) => owesTalk(each) && each.talkHeld),
    rectificationsSet: count(({ rectification }) => rectification !== 'NONE'),
    rectifiedInTime: count(({ rectification }) => rectification === 'IN_TIME'),
  };
}

/**
 * A registry with those below it: own + children, added by number and never by rate (specification M15: level sets do not
 * overlap; parent = own level + children).
 */
export function rollUp(own: SeasonTally, children: readonly SeasonTally[]): SeasonTally {
  return children.reduce(
    (sum, child) => ({
      required: sum.required + child.required,
      complete: sum.complete + child.complete,
      filed: sum.filed + child.filed,
      partySectionComplete: sum.partySectionComplete + child.partySectionComplete,
      conclusions: byConclusion((conclusion) => sum.conclusions[conclusion] + child.conclusions[conclusion]),
      talksOwed: sum.talksOwed + child.talksOwed,
      talksHeld: sum.talksHeld + child.talksHeld,
      rectificationsSet: sum.rectificationsSet + child.rectificationsSet,
      rectifiedInTime: sum.rectifiedInTime + child.rectifiedInTime,
    }),
    own,
  );
}

/** The figures of a tally. */
export function figuresOf(tally: SeasonTally): SeasonFigures {
  const all = Object.values(tally.conclusions).reduce((sum, n) => sum + n, 0);
  const inspected = all - tally.conclusions.EXEMPT;
  return {
    completion: share(tally.complete, tally.required),
    conclusions: byConclusion((conclusion) =>
      share(tally.conclusions[conclusion], conclusion === 'EXEMPT' ? all : inspected),
    ),
    talks: share(tally.talksHeld, tally.talksOwed),
    rectifiedInTime: share(tally.rectifiedInTime, tally.rectificationsSet),
    partySection: share(tally.partySectionComplete, tally.filed),
  };
}

/** What contradicts itself in a tally, for imported and frozen figures: failures are listed, never mended (specification M15). */
export function tallyProblems(tally: SeasonTally): string[] {
  const within = [
    ['complete', tally.complete, tally.required],
    ['filed', tally.filed, tally.required],
    ['partySectionComplete', tally.partySectionComplete, tally.filed],
    ['talksHeld', tally.talksHeld, tally.talksOwed],
    ['talksOwed', tally.talksOwed, tally.conclusions.FAIL + tally.conclusions.NOT_PARTICIPATED],
    ['rectifiedInTime', tally.rectifiedInTime, tally.rectificationsSet],
  ] as const;
  return within.filter(([, part, whole]) => part > whole).map(([name]) => name);
}

function byConclusion<T>(value: (conclusion: InspectionConclusion) => T): Record<InspectionConclusion, T> {
  return {
    PASS: value('PASS'),
    BASIC_PASS: value('BASIC_PASS'),
    FAIL: value('FAIL'),
    NOT_PARTICIPATED: value('NOT_PARTICIPATED'),
    EXEMPT: value('EXEMPT'),
  };
}
