import { DomainError, type ErrorDetails } from '#domain/errors.js';

export type AnnualInspectionCode = keyof typeof SENTENCES;

const SENTENCES = {
  AI_EXEMPT: [
    422,
    '本单位本年度免予年检,无需报送年度工作报告。',
    'The organisation is exempt this year: no return is wanted.',
  ],
  AI_OUTSIDE: [
    422,
    '本单位不在年检范围内。已备案的社区社会组织由街道(乡镇)另行年度检查。',
    'The organisation is outside the annual inspection. Filed community organisations are checked by their town or street.',
  ],
  AI_DUPLICATE_YEAR: [
    409,
    '本单位该年度的年度工作报告已报送。请查看已有报告;需要更正的请联系登记管理机关。',
    'The return of that year is there already. See it, or ask the registry for a correction.',
  ],
  AI_SEASON_DUPLICATE: [
    409,
    '本登记管理机关该年度的年检季已经开启,不能重复开启。请查看已有年检季。',
    'The season of that registry and year exists already. See that one.',
  ],
  AI_SEASON_UNKNOWN: [
    404,
    '该年度尚未开启年检季。请核对年度,或联系登记管理机关。',
    'There is no season for that year. Check the year or ask the registry.',
  ],
  AI_SEASON_NOT_ENDED: [
    409,
    '年检季仍有未办结的年度报告,不能结束。请先办结所列报告。',
    'Returns of the season are still open: it cannot be completed. Bring those listed to their end first.',
  ],
  AI_PARTY_SECTION_MISSING: [
    422,
    '缺少党建工作部分。请填写党组织或党建指导员、党员人数和党建工作情况。',
    'The Party-building section is missing. Fill in the Party organisation or instructor, members and activities.',
  ],
  AI_FIGURES_NOT_BALANCED: [
    422,
    '财务数据不平衡:期初净资产加收入减支出应等于期末净资产。请核对各项金额。',
    'The figures do not balance: opening + income − expenditure must equal closing. Check the amounts.',
  ],
  AI_TRANSFERRED_GT_TOTAL: [
    422,
    '组织关系已转入的党员人数不能多于党员总数。请核对党员人数。',
    'There cannot be more transferred members than members. Check both counts.',
  ],
  AI_RECTIFICATION_UNPROVED: [
    422,
    '上年度结论不是合格,须填写整改事项并附整改结果材料。',
    'The last conclusion was not PASS: list what was put right and attach the result.',
  ],
  AI_ACTIVITIES_INCONSISTENT: [
    422,
    '活动次数为零时,参加人次也应为零。请核对活动数据。',
    'Without activities there are no person-times. Check the counts.',
  ],
  AI_EXTENSION_TOO_LATE: [
    422,
    '延期申请应在规定日期前提出,现已逾期。请尽快报送年度工作报告。',
    'An extension is asked for before the stated day. Hand in the return as soon as you can.',
  ],
  AI_CONCLUSION_ABOVE_CAP: [
    422,
    '该单位已转入组织关系的正式党员达到规定人数但未建立党组织,结论最高为基本合格。',
    'With so many transferred full members and no Party organisation, the conclusion is BASIC_PASS at most.',
  ],
  AI_TALK_NOTICE_SHORT: [
    422,
    '约谈通知应在约谈前至少三个工作日送达。请另定约谈日期。',
    'A talk is announced at least three working days before. Choose a later day.',
  ],
  AI_TALK_ATTENDANCE: [
    422,
    '约谈应由负责人本人参加;委托他人参加的,须附书面委托理由。',
    'The person in charge attends in person; a proxy needs a written reason.',
  ],
  AI_TALK_UNSIGNED: [
    422,
    '约谈记录须由被约谈人签名;拒绝签名的,须由执法人员注明情况。',
    'The record is signed by the person talked to, or the officers note the refusal.',
  ],
  AI_OFFICERS_TOO_FEW: [
    422,
    '须由不少于两名工作人员共同办理,且不得为同一人或应当回避的人员。',
    'At least two different officers who need not stay away act together.',
  ],
  AI_RECTIFICATION_INCOMPLETE: [
    422,
    '整改材料不全:每一整改事项均须有核验结论和证明材料。',
    'Every item of the rectification needs evidence and a finding.',
  ],
  DATE_ORDER: [422, '日期先后顺序不符。', 'The dates are not in order.'],
  DEADLINE_PASSED: [
    422,
    '已超过报送期限。报告将作为逾期报告留存,不改变未参检的记录。',
    'The closing date has passed. The return is kept as late.',
  ],
  DOC_MISSING: [422, '材料不齐。请按清单补齐后再提交。', 'Papers are missing. Add those listed and submit again.'],
  DRAW_NOT_ENOUGH_INSPECTORS: [
    422,
    '可抽取的执法检查人员不足(回避后每家须有不少于规定人数)。请增加检查人员后重新抽取。',
    'There are too few inspectors left for a check after recusals. Add inspectors and draw again.',
  ],
  DRAW_COMMITMENT_MISMATCH: [
    409,
    '公布的随机种子与抽取前的承诺值不一致,抽取无效。请重新承诺后抽取。',
    'The seed does not fit the commitment made before the draw. Commit anew and draw again.',
  ],
  DRAW_LIST_DUPLICATE: [
    422,
    '名单中有重复项。请去除重复后再抽取。',
    'An entry is listed twice. Remove the duplicate and draw again.',
  ],
  DRAW_REDRAW_UNKNOWN: [
    422,
    '该检查人员未被抽中检查该单位,无需补抽。',
    'This inspector was not drawn for that organisation: there is nothing to redraw.',
  ],
  CHECK_SHEET_INCOMPLETE: [
    422,
    '检查表填写不全:有问题的项目须写明情况;被检查单位未签名的,须注明原因。',
    'The sheet is incomplete: say what was found for each item that is not in order, and why it is not signed.',
  ],
} as const satisfies Record<string, readonly [status: 404 | 409 | 422, zh: string, en: string]>;

/** A rule of M02 that says no; `code` is the specification's. */
export class AnnualInspectionRefusal extends DomainError {
  constructor(
    private readonly rule: AnnualInspectionCode,
    details: ErrorDetails = {},
    field?: string,
  ) {
    const [status, messageZh, messageEn] = SENTENCES[rule];
    super({ code: rule, status, messageZh, messageEn, details, ...(field === undefined ? {} : { field }) });
  }

  /** The same refusal, telling more. */
  telling(more: ErrorDetails): AnnualInspectionRefusal {
    return new AnnualInspectionRefusal(this.rule, { ...this.refusal.details, ...more }, this.refusal.field);
  }
}

const OTHERS_OF_RETURNS: readonly string[] = ['DATE_ORDER', 'DEADLINE_PASSED', 'DOC_MISSING'];

/** The refusals of a season and its returns as the officials' guide prints them, head first; those of draws are in the guide to random checks. */
export const returnRefusalTable = (): readonly (readonly string[])[] => [
  ['代码', '状态码', '含义与办法'],
  ...Object.entries(SENTENCES)
    .filter(([code]) => code.startsWith('AI_') || OTHERS_OF_RETURNS.includes(code))
    .map(([code, [status, zh]]) => [`\`${code}\``, String(status), zh]),
];
