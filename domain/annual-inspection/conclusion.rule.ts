import { AnnualInspectionRefusal } from './errors.js';
import { DEFAULT_SETTINGS, type AnnualInspectionSettings } from './settings.js';

/** What a registry can conclude of a return that it reviewed. */
export const REVIEWED_CONCLUSIONS = ['PASS', 'BASIC_PASS', 'FAIL'] as const;
export type ReviewedConclusion = (typeof REVIEWED_CONCLUSIONS)[number];

/** What the review found; the officers state it, the system adds what it knows. */
export interface ReviewFindings {
  /** 违法活动 */
  readonly illegalActivity: boolean;
  /** 侵占、私分、挪用资产 */
  readonly assetMisuse: boolean;
  /** 拒绝接受检查 */
  readonly inspectionRefused: boolean;
  /** 逾期未换届 */
  readonly lateReElection: boolean;
  readonly partySectionMissing: boolean;
  /** 财务管理轻微不规范 */
  readonly minorFinanceDefects: boolean;
  /** Full members whose Party relation is in the organisation. */
  readonly transferredFullMembers: number;
  /** A valid Party organisation, own or joint, formal or temporary. */
  readonly hasPartyOrganisation: boolean;
}

/** No finding against an organisation that has its Party organisation. */
export const NO_FINDINGS: ReviewFindings = {
  illegalActivity: false,
  assetMisuse: false,
  inspectionRefused: false,
  lateReElection: false,
  partySectionMissing: false,
  minorFinanceDefects: false,
  transferredFullMembers: 0,
  hasPartyOrganisation: true,
};

export type ConclusionRule =
  | 'ILLEGAL_ACTIVITY'
  | 'ASSET_MISUSE'
  | 'INSPECTION_REFUSED'
  | 'LATE_RE_ELECTION'
  | 'PARTY_SECTION_MISSING'
  | 'MINOR_FINANCE_DEFECTS'
  | 'PARTY_ORG_MISSING';

/** One rule as it was applied: whether it says something, and the best conclusion that it leaves. */
export interface AppliedRule {
  readonly rule: ConclusionRule;
  readonly applies: boolean;
  readonly atMost: ReviewedConclusion;
  readonly zh: string;
  readonly en: string;
}

/** The conclusion that the rules propose, with every rule that was applied; those that apply are its reasons. */
export interface ConclusionProposal {
  readonly conclusion: ReviewedConclusion;
  readonly reasons: readonly AppliedRule[];
  readonly examined: readonly AppliedRule[];
  /** Filed after its closing date: kept as late and published so; the conclusion itself does not change. */
  readonly late: boolean;
}

interface Rule extends Omit<AppliedRule, 'applies'> {
  readonly applies: (findings: ReviewFindings, settings: AnnualInspectionSettings) => boolean;
}

const RULES: readonly Rule[] = [
  {
    rule: 'ILLEGAL_ACTIVITY',
    atMost: 'FAIL',
    zh: '存在违法活动',
    en: 'illegal activity',
    applies: ({ illegalActivity }) => illegalActivity,
  },
  {
    rule: 'ASSET_MISUSE',
    atMost: 'FAIL',
    zh: '侵占、私分或者挪用资产',
    en: 'misuse of assets',
    applies: ({ assetMisuse }) => assetMisuse,
  },
  {
    rule: 'INSPECTION_REFUSED',
    atMost: 'FAIL',
    zh: '拒绝接受检查',
    en: 'refusal of inspection',
    applies: ({ inspectionRefused }) => inspectionRefused,
  },
  {
    rule: 'LATE_RE_ELECTION',
    atMost: 'BASIC_PASS',
    zh: '逾期未换届',
    en: 'late re-election',
    applies: ({ lateReElection }) => lateReElection,
  },
  {
    rule: 'PARTY_SECTION_MISSING',
    atMost: 'BASIC_PASS',
    zh: '缺少党建工作部分',
    en: 'the Party-building section is missing',
    applies: ({ partySectionMissing }) => partySectionMissing,
  },
  {
    rule: 'MINOR_FINANCE_DEFECTS',
    atMost: 'BASIC_PASS',
    zh: '财务管理轻微不规范',
    en: 'minor finance defects',
    applies: ({ minorFinanceDefects }) => minorFinanceDefects,
  },
  {
    rule: 'PARTY_ORG_MISSING',
    atMost: 'BASIC_PASS',
    zh: '组织关系已转入的正式党员达到三名而未建立党组织',
    en: 'three or more transferred full members and no Party organisation',
    applies: ({ transferredFullMembers, hasPartyOrganisation }, { partyOrgMembers }) =>
      transferredFullMembers >= partyOrgMembers && !hasPartyOrganisation,
  },
];

/** What the rule of that name says in words; null for none of them. */
export const conclusionRuleNamed = (name: string): { readonly zh: string; readonly en: string } | null =>
  RULES.find(({ rule }) => rule === name) ?? null;

/** Those of the named rules as a paper prints them, in the order of the rules. */
export const groundsOf = (rules: readonly string[]): readonly string[] =>
  RULES.filter(({ rule }) => rules.includes(rule)).map(({ zh }) => zh);

/**
 * The conclusion that the published rules propose (specification M02, Conclusion rules): FAIL on illegal activity, misuse
 * of assets or refusal; at most BASIC_PASS on late re-election, a missing Party section, minor finance defects, or three
 * transferred full members without a Party organisation; otherwise PASS.
 */
export function proposeConclusion(
  findings: ReviewFindings,
  late = false,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): ConclusionProposal {
  const examined = RULES.map((rule) => ({ ...rule, applies: rule.applies(findings, settings) }));
  const reasons = examined.filter(({ applies }) => applies);
  const conclusion = reasons.reduce<ReviewedConclusion>((worst, { atMost }) => worse(worst, atMost), 'PASS');
  return { conclusion, reasons, examined, late };
}

/**
 * Whether the leader decides otherwise than proposed, which needs reasons in words. Throws AI_CONCLUSION_ABOVE_CAP where
 * a Party organisation is missing and PASS is decided: that rule says "at most", not "as a rule".
 */
export function deviatesFrom(proposal: ConclusionProposal, decided: ReviewedConclusion): boolean {
  const capped = proposal.reasons.find(({ rule }) => rule === 'PARTY_ORG_MISSING');
  if (capped !== undefined && worse(decided, capped.atMost) !== decided) {
    throw new AnnualInspectionRefusal('AI_CONCLUSION_ABOVE_CAP', { rule: capped.rule, atMost: capped.atMost });
  }
  return decided !== proposal.conclusion;
}

function worse(a: ReviewedConclusion, b: ReviewedConclusion): ReviewedConclusion {
  return REVIEWED_CONCLUSIONS.indexOf(a) >= REVIEWED_CONCLUSIONS.indexOf(b) ? a : b;
}
