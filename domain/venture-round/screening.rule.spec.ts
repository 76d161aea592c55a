import { parseIsoDate as day } from '#domain/calendar/iso-date.js';
import { assertScreened, screened } from './screening.rule.js';
import type { ScreeningFacts } from './screening.rule.js';
import { DEFAULT_SETTINGS } from './settings.js';

const CLEAN: ScreeningFacts = {
  today: day('2026-04-01'),
  legalStatus: 'REGISTERED',
  hasCarrier: false,
  lastConclusion: 'PASS',
  onAbnormalList: false,
  leftAbnormalListOn: null,
  onSeriousList: false,
  leftSeriousListOn: null,
  seriousViolationOn: null,
  breachOn: null,
  siteDivision: '330402008001',
  roundDivision: '330402008',
  projectsOfOrganisation: 2,
  mostPerOrganisation: 2,
  sameInRound: 0,
  paidBefore: 0,
};
const failed = (change: Partial<ScreeningFacts>): string[] =>
  screened({ ...CLEAN, ...change }, DEFAULT_SETTINGS)
    .filter(({ passed }) => !passed)
    .map(({ check }) => check);

describe('the screening of an application', () => {
  it('passes a registered organisation with nothing against it, clause by clause', () => {
    const results = screened(CLEAN, DEFAULT_SETTINGS);
    expect(results.every(({ passed, clauseZh }) => passed && clauseZh.length > 5)).toBe(true);
    expect(() => assertScreened(results)).not.toThrow();
  });

  it('takes a filed community organisation only with a carrier', () => {
    expect(failed({ legalStatus: 'FILED' })).toEqual(['LEGAL_STATUS']);
    expect(failed({ legalStatus: 'FILED', hasCarrier: true })).toEqual([]);
    expect(failed({ legalStatus: 'REVOKED', hasCarrier: true })).toEqual(['LEGAL_STATUS']);
  });

  it.each([
    ['LAST_INSPECTION', { lastConclusion: 'FAIL' }],
    ['ABNORMAL_LIST', { onAbnormalList: true }],
    ['ABNORMAL_LIST', { leftAbnormalListOn: day('2025-04-02') }],
    ['SERIOUS_LIST', { onSeriousList: true }],
    ['SERIOUS_LIST', { leftSeriousListOn: day('2024-04-02') }],
    ['SERIOUS_VIOLATION', { seriousViolationOn: day('2023-04-02') }],
    ['BARRED', { breachOn: day('2023-04-02') }],
    ['DIVISION', { siteDivision: '330402009' }],
    ['PROJECTS_PER_ORGANISATION', { projectsOfOrganisation: 3 }],
    ['DUPLICATE', { sameInRound: 1 }],
    ['PAID_BEFORE', { paidBefore: 1 }],
  ] as const)('fails %s for %j', (check, change) => expect(failed(change)).toEqual([check]));

  it.each([
    { leftAbnormalListOn: day('2025-04-01') },
    { leftSeriousListOn: day('2024-04-01') },
    { seriousViolationOn: day('2023-04-01') },
    { breachOn: day('2023-04-01') },
    { lastConclusion: null },
  ])('passes on the day on which the time is over: %j', (change) => expect(failed(change)).toEqual([]));

  it('refuses a barred applicant, saying from when it is free', () => {
    const results = screened({ ...CLEAN, breachOn: day('2025-01-15') }, DEFAULT_SETTINGS);
    expect(() => assertScreened(results)).toThrow(
      expect.objectContaining({
        code: 'VEN_APPLICANT_BARRED',
        refusal: expect.objectContaining({
          details: { failed: [expect.objectContaining({ freeFrom: '2028-01-15' })] },
        }),
      }),
    );
  });
});
