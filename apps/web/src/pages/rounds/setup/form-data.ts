import { z } from 'zod';

import { DEFAULT_CRITERIA, DEFAULT_TIE_BREAK, TieBreak } from '#domain/venture-round/scoring-policy.js';
import { DEFAULT_SETTINGS } from '#domain/venture-round/settings.js';
import {
  AWARD_SOURCES,
  LOTTERY_THEMES,
  PROJECT_CLASSES,
  VENTURE_SERIES,
  VENTURE_THEMES,
} from '#domain/venture-round/terms.js';
import { slugs } from '#domain/terms/term.js';
import { entriesOf } from '../../../api/entries.js';
import '../../../api/no-run-time-code.js';
import { closingAt, openingAt } from './shanghai-minute.js';

const words = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
/** Empty is no limit. */
const limit = z.int().nullable().catch(null);
const theme = z.enum(slugs(VENTURE_THEMES));

const ClassForm = z.object({
  class: z.enum(slugs(PROJECT_CLASSES)),
  quota: limit,
  cap: limit,
  scored: z.boolean().catch(true),
  fundable: z.boolean().catch(true),
});
const SourceForm = z.object({
  source: z.enum(AWARD_SOURCES),
  budgetFen: count,
  themes: z.array(theme).nullable().catch(null),
});
const InstalmentForm = z.object({
  percent: count,
  release: z.enum(['AGREEMENT_SIGNED', 'MID_TERM_PASS', 'COMPLETED', 'MILESTONE']).catch('AGREEMENT_SIGNED'),
  milestone: words,
});
const CriterionForm = z.object({ id: z.string(), zh: z.string().catch(''), en: words, max: count });

/** A configuration while it is written: anything may be missing, and what does not fit counts as not written. */
const Unfinished = z.object({
  series: z.enum(slugs(VENTURE_SERIES)).catch('VENTURE'),
  edition: count,
  title: words,
  hosts: z.array(z.string()).catch([]),
  divisionCode: words,
  themes: z.array(theme).catch([]),
  classes: z.array(ClassForm).catch([]),
  sources: z.array(SourceForm).catch([]),
  perProjectCap: count,
  maxSharePct: limit,
  perOrganisation: count,
  scoring: z
    .object({
      version: z.int().catch(1),
      criteria: z.array(CriterionForm).catch([]),
      aggregation: z.enum(['trimmed', 'mean', 'median']).catch('trimmed'),
      judgesMin: count,
      rounding: z.object({ mode: z.literal('HALF_UP').catch('HALF_UP'), decimals: count }),
      tieBreak: z.array(TieBreak).catch([]),
      floor: count,
      awardRule: z.enum(['RANK_WALK_OFFER_LESS', 'RANK_WALK_FULL_ONLY']).catch('RANK_WALK_OFFER_LESS'),
      blind: z.boolean().optional().catch(undefined),
    })
    .prefault({
      ...{ version: 1, criteria: [], aggregation: 'trimmed', rounding: { mode: 'HALF_UP' }, tieBreak: [] },
      awardRule: 'RANK_WALK_OFFER_LESS',
    }),
  schedule: z.array(InstalmentForm).catch([]),
  calendar: z.object({ callOpens: words, callCloses: words, presentationOn: words }).prefault({}),
  screenWD: count,
  publicityWD: count,
  signWD: count,
  executionMonths: count,
});

export type RoundForm = z.output<typeof Unfinished>;
export type ClassForm = z.output<typeof ClassForm>;
export type SourceForm = z.output<typeof SourceForm>;
export type InstalmentForm = z.output<typeof InstalmentForm>;
export type CriterionForm = z.output<typeof CriterionForm>;
export type ScoringForm = RoundForm['scoring'];

/** Reads what a draft holds. */
export const roundFormOf = (data: unknown): RoundForm => Unfinished.parse(Object.fromEntries(entriesOf(data)));

/** What is kept and sent: nothing for what was left empty. */
export function filledRound(form: RoundForm): Record<string, unknown> {
  return Object.fromEntries(entriesOf(JSON.parse(JSON.stringify(form))).filter(([, value]) => value !== ''));
}

const WEEK = 7;
const MONTH = 30;
const FIRST_THEMES = ['ELDERLY_CHILDREN', 'DISABILITY', 'HARDSHIP', 'SELF_GOVERNANCE', 'BUILDING_PARTY'] as const;
const RELEASES = ['AGREEMENT_SIGNED', 'MID_TERM_PASS', 'COMPLETED'] as const;

/** How a round usually is, by the register of defaults: what its host has to add is the title, the money and the dates that fit. */
export function usualRound(unitId: string | null, today: Date): RoundForm {
  const { screenWD, publicityWD, signWD, execMonths, judgesMin, floor, perOrg, maxShare, schedule } = DEFAULT_SETTINGS;
  return {
    ...{ series: 'VENTURE', edition: 1, title: undefined, divisionCode: undefined },
    hosts: unitId === null ? [] : [unitId],
    themes: [...FIRST_THEMES],
    classes: [
      { class: 'DISPLAY', quota: 2, cap: null, scored: false, fundable: false },
      { class: 'KEY', quota: 7, cap: 3_000_000, scored: true, fundable: true },
      { class: 'REGULAR', quota: 7, cap: 1_000_000, scored: true, fundable: true },
    ],
    sources: [
      {
        source: 'LOTTERY_WELFARE_FUND',
        budgetFen: undefined,
        themes: FIRST_THEMES.filter((each) => LOTTERY_THEMES.includes(each)),
      },
      { source: 'FISCAL', budgetFen: undefined, themes: null },
    ],
    ...{ perProjectCap: 3_000_000, maxSharePct: maxShare, perOrganisation: perOrg },
    scoring: {
      version: 1,
      criteria: DEFAULT_CRITERIA.map(({ id, zh, en, max }) => ({ id, zh, en, max })),
      aggregation: 'trimmed',
      judgesMin,
      rounding: { mode: 'HALF_UP', decimals: 2 },
      tieBreak: [...DEFAULT_TIE_BREAK],
      floor,
      awardRule: 'RANK_WALK_OFFER_LESS',
      blind: undefined,
    },
    schedule: schedule.map((percent, place) => ({
      percent,
      release: RELEASES[place] ?? 'COMPLETED',
      milestone: undefined,
    })),
    calendar: {
      callOpens: openingAt(dayIn(today, WEEK)),
      callCloses: closingAt(dayIn(today, WEEK + MONTH)),
      presentationOn: undefined,
    },
    ...{ screenWD, publicityWD, signWD, executionMonths: execMonths },
  };
}

const DAY_MS = 86_400_000;
const dayIn = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);
