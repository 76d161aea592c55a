import { isIsoDate, type IsoDate } from '#domain/calendar/iso-date.js';
import { assertActivity } from '#domain/venture-round/activity.rule.js';
import { fundingGap } from '#domain/venture-round/adoption.rule.js';
import { assertBalanced, balanceOf } from '#domain/venture-round/class-totals.js';
import { duplicatesOf } from '#domain/venture-round/double-funding.rule.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { instalmentsOf } from '#domain/venture-round/instalments.rule.js';
import { z } from 'zod';
import { withRefusal } from './rule-adapter.js';
import type { RuleAdapter } from './rule-adapter.js';

const count = z.int().min(0);
const Day = z.string().refine((text): text is IsoDate => isIsoDate(text));

const Totals = z.object({
  byClass: z.record(z.string(), count),
  funded: count,
  notFunded: count,
  total: count.exactOptional(),
  adopted: count.exactOptional(),
});
const Schedule = z.object({ amountFen: count, schedule: z.array(z.int().min(1)).default([50, 30, 20]) });
const Weights = z.object({ weights: z.array(z.number().multipleOf(0.5)) });
const Activity = z.object({
  startsOn: Day,
  endsOn: Day.exactOptional(),
  termStart: Day,
  termEnd: Day,
  personTimes: count.default(0),
  newPersons: count.default(0),
});
const Adoption = z.object({
  requestedFen: count,
  awardedFen: count.default(0),
  adoptedFen: z.array(count).default([]),
  offerFen: count,
});
const Titles = z.object({ titles: z.tuple([z.string(), z.string()]) });

/** The rules by the field of the input that only they have; the first that is there decides. */
const BY_FIELD: readonly (readonly [field: string, rule: RuleAdapter])[] = [
  ['schedule', (input) => instalments(Schedule.parse(input))],
  ['weights', (input) => weights(Weights.parse(input))],
  ['termStart', (input) => activity(Activity.parse(input))],
  ['offerFen', (input) => adoption(Adoption.parse(input))],
  ['titles', (input) => sameProject(Titles.parse(input))],
];

/**
 * M03: instalments of an amount, weights of criteria, an activity in its term, an adoption and its gap, one project
 * under two titles; otherwise totals by class and by result.
 */
export const ventureRound: RuleAdapter = (input) => {
  const found = BY_FIELD.find(([field]) => field in input);
  return found === undefined ? totals(Totals.parse(input)) : found[1](input);
};

function totals(of: z.output<typeof Totals>) {
  return withRefusal(balanceOf(of), () => assertBalanced(of));
}

function instalments({ amountFen, schedule }: z.output<typeof Schedule>) {
  const rules = schedule.map((percent) => ({ percent, release: 'COMPLETED' as const }));
  return { instalments: instalmentsOf(amountFen, rules).map(({ fen }) => fen) };
}

function weights({ weights: maxima }: z.output<typeof Weights>) {
  const sum = maxima.reduce((total, max) => total + max, 0);
  return { sum, valid: sum === 100, ...(sum === 100 ? {} : { error: 'VEN_WEIGHTS_NOT_100' }) };
}

function activity({ startsOn, endsOn = startsOn, termStart, termEnd, ...persons }: z.output<typeof Activity>) {
  const project = { projectId: 'project', term: { from: termStart, to: termEnd } };
  assertActivity({ activityId: 'activity', startsOn, endsOn, ...persons }, project, new Map());
  return { allowed: true };
}

function adoption({ requestedFen, awardedFen, adoptedFen, offerFen }: z.output<typeof Adoption>) {
  const signed = adoptedFen.map((fen) => ({ fen, status: 'SIGNED' as const }));
  const gap = fundingGap({ requestedFen, awardedFen, adoptions: signed });
  return withRefusal({ gap, allowed: offerFen <= gap }, () => {
    if (offerFen > gap) throw new VentureRoundRefusal('VEN_ADOPT_OVER_GAP', { gap });
  });
}

function sameProject({ titles: [one, other] }: z.output<typeof Titles>) {
  const known = { projectId: 'known', organisationId: 'organisation', title: one, round: 'round' };
  const same = duplicatesOf({ projectId: 'new', organisationId: 'organisation', title: other }, [known]).length > 0;
  return { duplicate: same, ...(same ? { error: 'VEN_DUPLICATE_PROJECT' } : {}) };
}
