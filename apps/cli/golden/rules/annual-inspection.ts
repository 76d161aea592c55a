import { z } from 'zod';

import { assertReturnOwed, inspectionDuty } from '#domain/annual-inspection/base.rule.js';
import { share } from '#domain/annual-inspection/completion.rule.js';
import { NO_FINDINGS, proposeConclusion } from '#domain/annual-inspection/conclusion.rule.js';
import { consequenceOf, INSPECTION_CONCLUSIONS, isRevocationCandidate } from '#domain/annual-inspection/consequence.js';
import { floorOf } from '#domain/annual-inspection/draw.js';
import { AnnualInspectionRefusal } from '#domain/annual-inspection/errors.js';
import { purchasePriority } from '#domain/annual-inspection/purchase-priority.rule.js';
import { figuresBalance } from '#domain/annual-inspection/return-checks.rule.js';
import { closingOf, lateNotice, seasonDates, timelinessOf } from '#domain/annual-inspection/season-calendar.rule.js';
import { assertTalkNotice, earliestTalk } from '#domain/annual-inspection/talk.rule.js';
import { CHINA_HOLIDAYS } from '#domain/calendar/china-holidays.js';
import { isIsoDate, parseIsoDate, type IsoDate } from '#domain/calendar/iso-date.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import { drawSize } from '#domain/figure/draw-size.js';
import { LEGAL_STATUS, ORGANISATION_TYPES } from '#domain/terms/organisation-terms.js';
import { slugs } from '#domain/terms/term.js';
import { ADMINISTRATIVE_LEVELS } from '#domain/terms/unit-terms.js';
import { type RuleAdapter, withRefusal } from './rule-adapter.js';

const Day = z.string().refine((text): text is IsoDate => isIsoDate(text));
const Conclusion = z.enum(INSPECTION_CONCLUSIONS);
const Rounding = z.enum(['CEIL', 'FLOOR', 'HALF_UP']);

const ConclusionInput = z.object({
  conclusion: Conclusion,
  lastYear: Conclusion.nullish(),
  /** Conclusions of the years before, latest first. */
  history: z.array(Conclusion.nullable()).exactOptional(),
});

const DrawInput = z.object({
  base: z.union([z.number(), z.array(z.unknown()).transform((list) => list.length)]),
  ratePct: z.union([z.number(), z.string()]).default(10),
  mode: Rounding.exactOptional(),
  rounding: Rounding.exactOptional(),
  floorPct: z.union([z.number(), z.string()]).exactOptional(),
  level: z.enum([...slugs(ADMINISTRATIVE_LEVELS), 'CITY']).exactOptional(),
});

const InspectorsInput = z.object({
  inspectors: z.array(z.string()),
  recused: z.array(z.string()).default([]),
  perCheck: z.number().default(2),
});

const FinanceInput = z.object({
  opening: z.number(),
  income: z.number(),
  expenditure: z.number(),
  closing: z.number(),
});

const MembersInput = z.object({ membersTotal: z.number(), membersTransferred: z.number() });

const DutyInput = z.object({
  registeredAt: Day,
  inspectedYear: z.number(),
  type: z.enum(slugs(ORGANISATION_TYPES)).default('SOCIAL_GROUP'),
  charity: z.boolean().default(false),
  legalStatus: z.enum(slugs(LEGAL_STATUS)).default('REGISTERED'),
  endedOn: Day.nullish(),
});

const FilingInput = z.object({
  submittedOn: Day,
  inspectedYear: z.number(),
  foundation: z.boolean().default(false),
  supervisoryUnit: z.boolean().default(true),
  extendedTo: Day.nullish(),
});

const FindingsInput = z
  .strictObject({
    illegalActivity: z.boolean(),
    assetMisuse: z.boolean(),
    inspectionRefused: z.boolean(),
    lateReElection: z.boolean(),
    partySectionMissing: z.boolean(),
    minorFinanceDefects: z.boolean(),
    transferredFullMembers: z.number(),
    hasPartyOrganisation: z.boolean(),
    late: z.boolean(),
  })
  .partial();

const RateInput = z.object({ completed: z.number(), required: z.number() });
const TalkInput = z.object({ noticeOn: Day, heldOn: Day });

const GateInput = z.object({
  lastInspection: Conclusion.nullable().default(null),
  partyBuilding: z.enum(['PASS', 'FAIL']).nullable().default(null),
  lists: z.array(z.enum(['ABNORMAL_LIST', 'SERIOUS_BREACH_LIST'])).default([]),
});

/** The rules by the field of the input that only they have; the first that is there decides. */
const BY_FIELD: readonly (readonly [field: string, rule: RuleAdapter])[] = [
  ['base', (input) => ({ size: sizeOfDraw(DrawInput.parse(input)) })],
  ['inspectors', (input) => enoughInspectors(InspectorsInput.parse(input))],
  ['closing', (input) => balance(FinanceInput.parse(input))],
  ['membersTransferred', (input) => members(MembersInput.parse(input))],
  ['registeredAt', (input) => duty(DutyInput.parse(input))],
  ['submittedOn', (input) => filing(FilingInput.parse(input))],
  ['completed', (input) => rate(RateInput.parse(input))],
  ['noticeOn', (input) => talk(TalkInput.parse(input))],
  ['conclusion', (input) => consequence(ConclusionInput.parse(input))],
  ['lastInspection', (input) => gate(GateInput.parse(input))],
  ['partyBuilding', (input) => gate(GateInput.parse(input))],
];

/**
 * M02: the size of a draw, its inspectors, the checks of a return, who owes one and until when, the completion rate, a
 * talk's notice, the purchase gate, what a conclusion leads to; otherwise the conclusion that findings lead to.
 */
export const annualInspection: RuleAdapter = (input) => {
  const found = BY_FIELD.find(([field]) => field in input);
  return found === undefined ? proposal(FindingsInput.parse(input)) : found[1](input);
};

function sizeOfDraw({ base, ratePct, mode, rounding, floorPct, level }: z.output<typeof DrawInput>): number {
  const ofLevel = level === undefined ? 0 : floorOf(level === 'CITY' ? 'PREFECTURE' : level);
  return drawSize({ base, ratePct, mode: mode ?? rounding ?? 'CEIL', floorPct: floorPct ?? ofLevel });
}

function enoughInspectors({ inspectors, recused, perCheck }: z.output<typeof InspectorsInput>) {
  const available = new Set(inspectors.filter((id) => !recused.includes(id))).size;
  if (available < perCheck) throw new AnnualInspectionRefusal('DRAW_NOT_ENOUGH_INSPECTORS', { available });
  return { available, allowed: true };
}

function balance({ opening, income, expenditure, closing }: z.output<typeof FinanceInput>) {
  const balanced = figuresBalance({
    openingNetAssetsFen: opening,
    incomeFen: income,
    expenditureFen: expenditure,
    closingNetAssetsFen: closing,
  });
  return { balanced, ...(balanced ? {} : { error: 'AI_FIGURES_NOT_BALANCED' }) };
}

function members({ membersTotal, membersTransferred }: z.output<typeof MembersInput>) {
  const valid = membersTransferred <= membersTotal;
  const notTransferred = membersTotal - membersTransferred;
  return { valid, ...(valid ? { notTransferred } : { error: 'AI_TRANSFERRED_GT_TOTAL' }) };
}

function duty({ inspectedYear, endedOn, ...organisation }: z.output<typeof DutyInput>) {
  const opensOn = parseIsoDate(`${inspectedYear + 1}-01-01`);
  const candidate = { ...organisation, organisationId: 'o', endedOn: endedOn ?? null };
  const { standing, ground, baseDate } = inspectionDuty(candidate, { inspectedYear, opensOn });
  const conclusion = standing === 'EXEMPT' ? 'EXEMPT' : null;
  const result = { standing, ground, baseDate, inBase: standing === 'REQUIRED', conclusion };
  return withRefusal(result, () => {
    assertReturnOwed({ organisationId: 'o', standing, ground, baseDate });
  });
}

function filing({ submittedOn, inspectedYear, foundation, supervisoryUnit, extendedTo }: z.output<typeof FilingInput>) {
  const dates = seasonDates(inspectedYear, workCalendar(CHINA_HOLIDAYS));
  const filer = { foundationOrCharity: foundation, hasSupervisoryUnit: supervisoryUnit };
  const closing = closingOf(filer, dates, extendedTo ?? null);
  const late = lateNotice(submittedOn, closing);
  const result = { timeliness: timelinessOf(submittedOn, closing), due: closing.due, kept: true, late: late !== null };
  return late === null ? result : { ...result, error: late.code };
}

function rate({ completed, required }: z.output<typeof RateInput>) {
  const { numerator, denominator, pct } = share(completed, required);
  return { numerator, denominator, rate: pct === null ? null : Number(pct) };
}

function talk({ noticeOn, heldOn }: z.output<typeof TalkInput>) {
  const calendar = workCalendar(CHINA_HOLIDAYS);
  const result = { earliest: earliestTalk(noticeOn, calendar) };
  return withRefusal(result, () => {
    assertTalkNotice({ noticeOn, heldOn }, calendar);
  });
}

function consequence({ conclusion, lastYear, history }: z.output<typeof ConclusionInput>) {
  const before = history ?? [lastYear ?? null];
  return {
    ...consequenceOf(conclusion, before[0] ?? null),
    revocationCandidate: isRevocationCandidate([conclusion, ...before]),
  };
}

function gate(facts: z.output<typeof GateInput>) {
  const { allowed, reasons } = purchasePriority(facts);
  return { purchasePriority: allowed, reasons };
}

function proposal({ late, ...findings }: z.output<typeof FindingsInput>) {
  const given = Object.fromEntries(Object.entries(findings).filter(([, value]) => value !== undefined));
  const { conclusion, reasons, late: isLate } = proposeConclusion({ ...NO_FINDINGS, ...given }, late);
  return { conclusion, reasons: reasons.map(({ rule }) => rule), late: isLate };
}
