import { DEFAULT_SETTINGS, type AnnualInspectionSettings } from './settings.js';

/** Conclusions of an annual inspection (specification M02). */
export const INSPECTION_CONCLUSIONS = ['PASS', 'BASIC_PASS', 'FAIL', 'NOT_PARTICIPATED', 'EXEMPT'] as const;

/** One conclusion of an annual inspection. */
export type InspectionConclusion = (typeof INSPECTION_CONCLUSIONS)[number];

/** The conclusions with their names, for lists and papers. */
export const CONCLUSION_LABELS: Readonly<Record<InspectionConclusion, { zh: string; en: string }>> = {
  PASS: { zh: '合格', en: 'pass' },
  BASIC_PASS: { zh: '基本合格', en: 'basically pass' },
  FAIL: { zh: '不合格', en: 'fail' },
  NOT_PARTICIPATED: { zh: '未参检', en: 'did not take part' },
  EXEMPT: { zh: '免检', en: 'exempt' },
};

/** What follows from the conclusion of a year. */
export interface InspectionConsequence {
  /** The task that opens: a talk with the person in charge (约谈), or nothing. */
  readonly nextTask: 'RECTIFICATION_TALK' | null;
  /** Whether a rectification is set, after the talk if there is one. */
  readonly rectificationRequired: boolean;
  /** Whether two years in a row missed or failed make the organisation a candidate for revocation (M10). */
  readonly revocationCandidate: boolean;
  /** Whether this conclusion leaves the organisation its priority in government purchase (specification C16). */
  readonly purchasePriority: boolean;
}

const LED_TO_TALK: readonly InspectionConclusion[] = ['FAIL', 'NOT_PARTICIPATED'];

/**
 * What an annual inspection leads to (specification M02): failing it or not taking part leads to a talk; a basic pass
 * to a rectification without one; twice in a row, `lastYear` included, to the list of candidates for revocation.
 */
export function consequenceOf(
  conclusion: InspectionConclusion,
  lastYear: InspectionConclusion | null = null,
): InspectionConsequence {
  const talk = LED_TO_TALK.includes(conclusion);
  return {
    nextTask: talk ? 'RECTIFICATION_TALK' : null,
    rectificationRequired: talk || conclusion === 'BASIC_PASS',
    revocationCandidate: isRevocationCandidate([conclusion, lastYear]),
    purchasePriority: !talk && conclusion !== 'BASIC_PASS',
  };
}

/**
 * Whether the organisation is a candidate for revocation (specification M02, `ai.failYears`): the conclusions of as many
 * years in a row, latest first, are all FAIL or NOT_PARTICIPATED. A year without a conclusion (null) breaks the row.
 */
export function isRevocationCandidate(
  latestFirst: readonly (InspectionConclusion | null)[],
  { failYears }: Pick<AnnualInspectionSettings, 'failYears'> = DEFAULT_SETTINGS,
): boolean {
  const row = latestFirst.slice(0, failYears);
  return row.length === failYears && row.every((year) => year !== null && LED_TO_TALK.includes(year));
}
