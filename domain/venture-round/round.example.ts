import type { RoundConfiguration } from './round-configuration.js';
import { DEFAULT_CRITERIA, DEFAULT_TIE_BREAK } from './scoring-policy.js';

/** A street's first round as an example: 2 display, 7 key, 7 regular places, two sources, five judges. */
export const aRound = (change: Partial<RoundConfiguration> = {}): RoundConfiguration => ({
  version: 1,
  series: 'VENTURE',
  edition: 1,
  title: '解放街道首届公益创投大赛',
  hosts: ['unit-jiefang'],
  divisionCode: '330402008',
  themes: ['ELDERLY_CHILDREN', 'DISABILITY', 'HARDSHIP', 'SELF_GOVERNANCE', 'BUILDING_PARTY'],
  classes: [
    { class: 'DISPLAY', quota: 2, cap: null, scored: false, fundable: false },
    { class: 'KEY', quota: 7, cap: 3_000_000, scored: true, fundable: true },
    { class: 'REGULAR', quota: 7, cap: 1_000_000, scored: true, fundable: true },
  ],
  sources: [
    { source: 'LOTTERY_WELFARE_FUND', budgetFen: 12_000_000, themes: ['ELDERLY_CHILDREN', 'DISABILITY', 'HARDSHIP'] },
    { source: 'FISCAL', budgetFen: 20_000_000, themes: null },
  ],
  perProjectCap: 3_000_000,
  maxSharePct: null,
  perOrganisation: 2,
  scoring: {
    version: 1,
    criteria: [...DEFAULT_CRITERIA],
    aggregation: 'trimmed',
    judgesMin: 5,
    rounding: { mode: 'HALF_UP', decimals: 2 },
    tieBreak: [...DEFAULT_TIE_BREAK],
    floor: 60,
    awardRule: 'RANK_WALK_OFFER_LESS',
  },
  schedule: [
    { percent: 50, release: 'AGREEMENT_SIGNED' },
    { percent: 30, release: 'MID_TERM_PASS' },
    { percent: 20, release: 'COMPLETED' },
  ],
  calendar: {
    callOpens: '2026-03-02T09:00:00+08:00',
    callCloses: '2026-03-31T23:59:59+08:00',
    presentationOn: '2026-04-20',
  },
  screenWD: 10,
  publicityWD: 5,
  signWD: 15,
  executionMonths: 12,
  ...change,
});
