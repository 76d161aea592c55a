import { addYears } from '#domain/calendar/terms.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { isWithinDivision, parseDivisionCode } from '#domain/identifier/division-code.js';
import type { LegalStatus } from '#domain/terms/organisation-terms.js';
import { VentureRoundRefusal } from './errors.js';
import type { VentureRoundCode } from './errors.js';
import type { VentureRoundSettings } from './settings.js';

/** What the machine checks of an application rest on. Dates are the last day of what they name; null: never. */
export interface ScreeningFacts {
  readonly today: IsoDate;
  readonly legalStatus: LegalStatus;
  readonly hasCarrier: boolean;
  readonly lastConclusion: 'PASS' | 'BASIC_PASS' | 'FAIL' | 'NOT_PARTICIPATED' | 'EXEMPT' | null;
  readonly onAbnormalList: boolean;
  readonly leftAbnormalListOn: IsoDate | null;
  readonly onSeriousList: boolean;
  readonly leftSeriousListOn: IsoDate | null;
  readonly seriousViolationOn: IsoDate | null;
  /** The day on which an earlier breach was established. */
  readonly breachOn: IsoDate | null;
  readonly siteDivision: string;
  readonly roundDivision: string;
  /** Projects of the organisation in this round that stand, this one included. */
  readonly projectsOfOrganisation: number;
  readonly mostPerOrganisation: number;
  readonly sameInRound: number;
  readonly paidBefore: number;
}

/** What is checked. */
export const SCREENING_CHECKS = [
  'LEGAL_STATUS',
  'LAST_INSPECTION',
  'ABNORMAL_LIST',
  'SERIOUS_LIST',
  'SERIOUS_VIOLATION',
  'BARRED',
  'DIVISION',
  'PROJECTS_PER_ORGANISATION',
  'DUPLICATE',
  'PAID_BEFORE',
] as const;
export type ScreeningCheck = (typeof SCREENING_CHECKS)[number];

/** One check with the clause that it rests on, as the applicant reads it. */
export interface ScreeningResult {
  readonly check: ScreeningCheck;
  readonly passed: boolean;
  readonly code: VentureRoundCode;
  readonly clauseZh: string;
  readonly clauseEn: string;
  /** The first day on which a check that failed would pass, where one is known. */
  readonly freeFrom: IsoDate | null;
}

type Outcome = boolean | { readonly passed: boolean; readonly freeFrom: IsoDate | null };
type Rule = readonly [
  check: ScreeningCheck,
  code: VentureRoundCode,
  zh: (settings: VentureRoundSettings) => string,
  en: (settings: VentureRoundSettings) => string,
  passes: (facts: ScreeningFacts, settings: VentureRoundSettings) => Outcome,
];

/** The clauses of specification M03 "Who may apply", in its order. */
const RULES: readonly Rule[] = [
  [
    'LEGAL_STATUS',
    'VEN_NOT_ELIGIBLE',
    () => '申报单位为已登记的社会组织,或通过承接单位申报的已备案社区社会组织',
    () => 'the applicant is registered, or filed and carried by a registered organisation or its street',
    ({ legalStatus, hasCarrier }) => legalStatus === 'REGISTERED' || (legalStatus === 'FILED' && hasCarrier),
  ],
  [
    'LAST_INSPECTION',
    'VEN_NOT_ELIGIBLE',
    () => '最近一次年检结论不是“不合格”',
    () => 'the last annual conclusion is not "fail"',
    ({ lastConclusion }) => lastConclusion !== 'FAIL',
  ],
  [
    'ABNORMAL_LIST',
    'VEN_NOT_ELIGIBLE',
    ({ abnormalYears }) => `未列入活动异常名录,且移出已满 ${abnormalYears} 年`,
    ({ abnormalYears }) => `not on the abnormal list, nor for ${abnormalYears} year(s) before`,
    ({ onAbnormalList, leftAbnormalListOn, today }, { abnormalYears }) =>
      !onAbnormalList && past(leftAbnormalListOn, abnormalYears, today),
  ],
  [
    'SERIOUS_LIST',
    'VEN_NOT_ELIGIBLE',
    ({ seriousListYears }) => `未列入严重违法失信名单,且移出已满 ${seriousListYears} 年`,
    ({ seriousListYears }) => `not on the list of serious breaches, nor for ${seriousListYears} years before`,
    ({ onSeriousList, leftSeriousListOn, today }, { seriousListYears }) =>
      !onSeriousList && past(leftSeriousListOn, seriousListYears, today),
  ],
  [
    'SERIOUS_VIOLATION',
    'VEN_NOT_ELIGIBLE',
    ({ seriousViolationYears }) => `${seriousViolationYears} 年内无严重违法行为`,
    ({ seriousViolationYears }) => `no serious violation for ${seriousViolationYears} years`,
    ({ seriousViolationOn, today }, { seriousViolationYears }) =>
      past(seriousViolationOn, seriousViolationYears, today),
  ],
  [
    'BARRED',
    'VEN_APPLICANT_BARRED',
    ({ barYears }) => `违约后 ${barYears} 年内不得申报`,
    ({ barYears }) => `a breach bars for ${barYears} years`,
    ({ breachOn, today }, { barYears }) => past(breachOn, barYears, today),
  ],
  [
    'DIVISION',
    'VEN_NOT_ELIGIBLE',
    () => '项目实施地在本届区域之内',
    () => 'the project lies inside the division of the round',
    ({ siteDivision, roundDivision }) =>
      isWithinDivision(parseDivisionCode(siteDivision), parseDivisionCode(roundDivision)),
  ],
  [
    'PROJECTS_PER_ORGANISATION',
    'VEN_TOO_MANY_PROJECTS',
    () => '每家单位申报的项目数不超过本届上限',
    () => 'no more projects of one organisation than the round allows',
    ({ projectsOfOrganisation, mostPerOrganisation }) => projectsOfOrganisation <= mostPerOrganisation,
  ],
  [
    'DUPLICATE',
    'VEN_DUPLICATE_PROJECT',
    () => '同一项目在本届只申报一次',
    () => 'the same project applies once in a round',
    ({ sameInRound }) => sameInRound === 0,
  ],
  [
    'PAID_BEFORE',
    'VEN_DUPLICATE_PROJECT',
    () => '同一项目不重复使用公共资金',
    () => 'the same project is not paid twice from public money',
    ({ paidBefore }) => paidBefore === 0,
  ],
];

/** All machine checks, passed or not, with their clauses. A person decides; a refusal is checked by a second one. */
export function screened(facts: ScreeningFacts, settings: VentureRoundSettings): readonly ScreeningResult[] {
  return RULES.map(([check, code, zh, en, passes]) => {
    const outcome = passes(facts, settings);
    const { passed, freeFrom } = typeof outcome === 'boolean' ? { passed: outcome, freeFrom: null } : outcome;
    return { check, passed, code, clauseZh: zh(settings), clauseEn: en(settings), freeFrom };
  });
}

/** Refuses to shortlist a project that fails a check: the code of the first, all that fail in the details. */
export function assertScreened(results: readonly ScreeningResult[]): void {
  const failed = results.filter(({ passed }) => !passed);
  const [first] = failed;
  if (first !== undefined) throw new VentureRoundRefusal(first.code, { failed });
}

/** Whether `years` have gone by since the day; on the anniversary they have. */
function past(day: IsoDate | null, years: number, today: IsoDate): Outcome {
  const freeFrom = day === null ? null : addYears(day, years);
  return freeFrom === null || freeFrom <= today ? true : { passed: false, freeFrom };
}
