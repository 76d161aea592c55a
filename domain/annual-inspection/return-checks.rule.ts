import type { InspectionConclusion } from './consequence.js';
import { AnnualInspectionRefusal } from './errors.js';
import type { AnnualInspectionCode } from './errors.js';
import type { AnnualReturnForm } from './return-form.js';
import { partySectionGaps } from './party-section.rule.js';

/** What the checks compare a return with. */
export interface CheckContext {
  /** Last year's conclusion; null when there was none. */
  readonly lastConclusion: InspectionConclusion | null;
  readonly foundation: boolean;
  /** Full members whose relation the register has in this organisation; null when it knows nothing. */
  readonly recordedTransferred: number | null;
}

/**
 * One check of a return, in the words of the list that applicant and officers see. BLOCK must hold before submission;
 * WARN is for the officer's eye and keeps a return out of bulk decisions.
 */
export interface ReturnCheck {
  readonly check: ReturnCheckName;
  readonly severity: 'BLOCK' | 'WARN';
  readonly ok: boolean;
  readonly zh: string;
  readonly en: string;
  readonly field: string;
}

export type ReturnCheckName =
  | 'FIGURES_BALANCED'
  | 'TRANSFERRED_WITHIN_TOTAL'
  | 'PARTY_SECTION_PRESENT'
  | 'RECTIFICATION_PROVED'
  | 'ACTIVITIES_CONSISTENT'
  | 'AUDIT_PRESENT'
  | 'PARTY_SECTION_COMPLETE'
  | 'INSIDE_CHARTER'
  | 'TRANSFERRED_AS_RECORDED';

interface Rule {
  readonly check: ReturnCheckName;
  /** The code that a failing check is refused with; null only warns. */
  readonly code: (context: CheckContext) => AnnualInspectionCode | null;
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  readonly holds: (form: AnnualReturnForm, context: CheckContext) => boolean;
}

const RULES: readonly Rule[] = [
  {
    check: 'FIGURES_BALANCED',
    code: () => 'AI_FIGURES_NOT_BALANCED',
    field: 'finance.closingNetAssetsFen',
    zh: '期初净资产＋收入－支出＝期末净资产',
    en: 'opening + income − expenditure = closing',
    holds: ({ finance }) => figuresBalance(finance),
  },
  {
    check: 'TRANSFERRED_WITHIN_TOTAL',
    code: () => 'AI_TRANSFERRED_GT_TOTAL',
    field: 'partyBuilding.membersTransferred',
    zh: '组织关系已转入党员不多于党员总数',
    en: 'no more transferred members than members',
    holds: ({ partyBuilding: party }) => party === undefined || party.membersTransferred <= party.membersTotal,
  },
  {
    check: 'PARTY_SECTION_PRESENT',
    code: () => 'AI_PARTY_SECTION_MISSING',
    field: 'partyBuilding',
    zh: '已填写党建工作部分',
    en: 'the Party-building section is filled in',
    holds: ({ partyBuilding }) => partyBuilding !== undefined,
  },
  {
    check: 'RECTIFICATION_PROVED',
    code: () => 'AI_RECTIFICATION_UNPROVED',
    field: 'lastYearRectification',
    zh: '上年度结论不是合格的,已附整改结果',
    en: "last year's rectification is proved where the conclusion was not PASS",
    holds: (form, { lastConclusion }) => !owesRectification(lastConclusion) || provesRectification(form),
  },
  {
    check: 'ACTIVITIES_CONSISTENT',
    code: () => 'AI_ACTIVITIES_INCONSISTENT',
    field: 'activities.personTimes',
    zh: '没有活动的,参加人次为零',
    en: 'no person-times without activities',
    holds: ({ activities }) => activities.count > 0 || activities.personTimes === 0,
  },
  {
    check: 'AUDIT_PRESENT',
    code: ({ foundation }) => (foundation ? 'DOC_MISSING' : null),
    field: 'finance.auditUploadId',
    zh: '已附审计报告',
    en: 'the audit report is attached',
    holds: ({ finance }) => finance.auditUploadId !== undefined,
  },
  {
    check: 'PARTY_SECTION_COMPLETE',
    code: () => null,
    field: 'partyBuilding',
    zh: '党建工作部分填写完整',
    en: 'the Party-building section is complete',
    holds: ({ partyBuilding }) => partySectionGaps(partyBuilding).length === 0,
  },
  {
    check: 'INSIDE_CHARTER',
    code: () => null,
    field: 'activities.insideCharter',
    zh: '活动均在章程业务范围内',
    en: 'all activities lie inside the charter',
    holds: ({ activities }) => activities.insideCharter,
  },
  {
    check: 'TRANSFERRED_AS_RECORDED',
    code: () => null,
    field: 'partyBuilding.membersTransferred',
    zh: '组织关系已转入党员人数与登记信息一致',
    en: 'transferred members as the register has them',
    holds: ({ partyBuilding: party }, { recordedTransferred: recorded }) =>
      party === undefined || recorded === null || party.membersTransferred === recorded,
  },
];

/** What the check of that name says in words; null for none of them. */
export const returnCheckNamed = (name: string): { readonly zh: string; readonly en: string } | null =>
  RULES.find(({ check }) => check === name) ?? null;

/** Amounts in fen, added exactly. */
export function figuresBalance(finance: {
  readonly openingNetAssetsFen: number;
  readonly incomeFen: number;
  readonly expenditureFen: number;
  readonly closingNetAssetsFen: number;
}): boolean {
  const { openingNetAssetsFen: opening, incomeFen: income, expenditureFen: expenditure } = finance;
  return BigInt(opening) + BigInt(income) - BigInt(expenditure) === BigInt(finance.closingNetAssetsFen);
}

/** Whether last year's conclusion has to be answered by a proved rectification (specification M02, section 5). */
export const owesRectification = (lastConclusion: InspectionConclusion | null): boolean =>
  lastConclusion !== null && lastConclusion !== 'PASS' && lastConclusion !== 'EXEMPT';

function provesRectification({ lastYearRectification: last }: AnnualReturnForm): boolean {
  if (last === undefined || last.items.length === 0) return false;
  return last.resultUploadId !== undefined || last.items.every(({ uploadId }) => uploadId !== undefined);
}

/** Every check of a return, those that hold too (specification M02: figures, members, Party section, rectification). */
export function checkReturn(form: AnnualReturnForm, context: CheckContext): ReturnCheck[] {
  return RULES.map(({ check, code, field, zh, en, holds }) => ({
    check,
    severity: code(context) === null ? 'WARN' : 'BLOCK',
    ok: holds(form, context),
    zh,
    en,
    field,
  }));
}

/** The first blocking check that does not hold, as a refusal that names the others; null when the return may be submitted. */
export function returnRefusal(form: AnnualReturnForm, context: CheckContext): AnnualInspectionRefusal | null {
  const [first, ...others] = RULES.flatMap(({ check, code, field, holds }) => {
    const refused = code(context);
    return refused === null || holds(form, context) ? [] : [{ check, field, code: refused }];
  });
  if (first === undefined) return null;
  const types = first.code === 'DOC_MISSING' ? { types: ['AUDIT_REPORT'] } : {};
  const details = { check: first.check, alsoWrong: others.map(({ code }) => code), ...types };
  return new AnnualInspectionRefusal(first.code, details, first.field);
}

/** Refuses a return that may not be submitted; the code is that of the first failing check. */
export function assertReturnSubmittable(form: AnnualReturnForm, context: CheckContext): void {
  const refused = returnRefusal(form, context);
  if (refused) throw refused;
}
