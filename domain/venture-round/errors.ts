import { DomainError, type ErrorDetails } from '../errors.js';

/** Every refusal of the matter: status, what to do in Chinese, the same in English. */
const SENTENCES = {
  DEADLINE_PASSED: [
    422,
    '征集已截止,本届不再受理申报。',
    'The call has closed. This round takes no further applications.',
  ],
  VEN_CALL_NOT_OPEN: [
    422,
    '本届尚未开始征集,请在征集期内申报。',
    'The call of this round is not open. Apply while it is.',
  ],
  VEN_EDITION_TAKEN: [
    409,
    '本系列该届已存在。请核对届次。',
    'There is a round of this series and edition already. Check the edition.',
  ],
  VEN_CONFIG_CHANGED: [
    409,
    '方案已被修改,请重新核对后再发布。',
    'The configuration has been changed. Look at it again before you publish it.',
  ],
  VEN_SCREENING_OPEN: [
    409,
    '尚有项目未完成资格审查。请先审查完毕。',
    'Some projects are not screened yet. Finish them first.',
  ],
  VEN_CONFIG_INVALID: [
    422,
    '本届方案有误,请按清单逐项更正后再发布。',
    'The round is not configured consistently. Correct every fault that is listed before the call.',
  ],
  VEN_WEIGHTS_NOT_100: [
    422,
    '各评分项满分之和须为 100 分,请调整。',
    'The maxima of the criteria must add up to 100. Adjust them.',
  ],
  VEN_SCHEDULE_NOT_100: [
    422,
    '各期拨付比例之和须为 100%,请调整。',
    'The instalments must add up to 100 %. Adjust them.',
  ],
  VEN_BUDGET_NOT_BALANCED: [
    422,
    '预算不平衡。请核对各行数量×单价与金额、各来源合计与申请金额。',
    'The budget does not balance. Check quantity × price of each line and the totals by source.',
  ],
  VEN_OVER_CAP: [422, '金额超过上限,请调减。', 'The amount is above its cap. Reduce it.'],
  VEN_THEME_SOURCE_MISMATCH: [
    422,
    '该资金来源不能用于本项目的领域,请更换来源或领域。',
    'This source of money may not pay for the themes of the project. Choose another source.',
  ],
  VEN_CLASS_NOT_FUNDABLE: [
    422,
    '该类别项目不使用公共资金,可由爱心企业认领。',
    'Projects of this class take no public money; an enterprise may adopt them.',
  ],
  VEN_BUDGET_EXCEEDED: [
    422,
    '资助合计超过该来源预算,请调减。',
    'The awards exceed the budget of the source. Reduce them.',
  ],
  VEN_TIE_UNDECIDED: [
    422,
    '资助名额或资金止于并列项目,须先由评审组表决并记录。',
    'Quota or money ends inside a tie. The panel votes on it first.',
  ],
  VEN_SHEET_LOCKED: [
    409,
    '评分表已锁定,不能修改。确需更正的,须由组织者与监督人员共同解锁。',
    'The sheet is locked. Only organiser and auditor together can unlock it.',
  ],
  VEN_SHEET_NOT_ASSIGNED: [403, '该项目未分配给您评审。', 'This project is not yours to score.'],
  VEN_SHEET_INCOMPLETE: [
    422,
    '评分表须且只须填写本届全部评分项。',
    'A sheet has a value for every criterion of the round and for no other.',
  ],
  VEN_COMMENT_REQUIRED: [
    422,
    '总分低于 60 或高于 95 的,须写明不少于 10 个字的评语。',
    'A total below 60 or above 95 needs a comment of at least ten characters.',
  ],
  VEN_SHEET_VERSION: [
    409,
    '评分表已有更新的版本,请核对后再锁定。',
    'There is a newer version of this sheet. Check it before you lock it.',
  ],
  VEN_SHEETS_BEING_LOCKED: [
    409,
    '有评分表正在锁定,请稍后重试。',
    'Sheets are just being locked. Try again in a moment.',
  ],
  VEN_SCORING_CLOSED: [409, '本届评审已结束,不能再评分。', 'Scoring of this round is closed.'],
  VEN_NOT_ON_STAGE: [
    409,
    '该项目尚未上台路演,暂不能锁定评分。',
    'The project has not been on stage yet; its sheets cannot be locked.',
  ],
  VEN_STAGE_BUSY: [409, '台上已有项目,请先结束其路演。', 'Another project is on stage. Let it leave first.'],
  VEN_STAGE_ORDER_DRAWN: [
    409,
    '路演顺序已经抽定,不能重抽。',
    'The order of presentation is drawn already; it is drawn once.',
  ],
  VEN_PANEL_INVALID: [422, '评委名单不符合要求,请按清单核对。', 'The panel is not as it must be. See what is listed.'],
  VEN_VOTE_INVALID: [
    422,
    '表决须针对一组并列项目的全部项目。请按清单核对。',
    'A panel vote orders all projects of one tie. See the ties that are listed.',
  ],
  VEN_JUDGE_CONFLICT: [
    403,
    '评委与申报单位有利害关系,不能评审该项目。请更换评委。',
    'The judge has a conflict of interest with this project. Choose another judge.',
  ],
  VEN_ASSIGNMENT_INFEASIBLE: [
    422,
    '按现有限制无法分配评委。请按清单增加评委、提高工作量上限或放宽要求。',
    'The judges cannot be assigned within these limits. Add judges, raise the loads that are listed or ask for fewer experts.',
  ],
  VEN_DUPLICATE_PROJECT: [
    409,
    '同一单位的同名项目已申报,或已获公共资金资助。',
    'The same project of this organisation has applied already, or was paid from public money before.',
  ],
  VEN_TOO_MANY_PROJECTS: [
    422,
    '每家单位在本届申报的项目数已达上限。',
    'The organisation has as many projects in this round as it may have.',
  ],
  VEN_NOT_ELIGIBLE: [
    422,
    '不符合申报条件。请查看未通过的条款。',
    'The project is not eligible. See the clauses that it does not meet.',
  ],
  VEN_APPLICANT_BARRED: [422, '申报单位在禁止申报期内。', 'The applicant is barred from applying.'],
  VEN_ADOPT_OVER_GAP: [422, '认领金额超过资金缺口,请调减。', 'The adoption is above the funding gap. Reduce it.'],
  VEN_ADOPT_NOT_ELIGIBLE: [
    422,
    '该项目不能认领:审查未通过、低于最低分或未在公布名单内。',
    'The project cannot be adopted: screened out, below the floor or not in the published list.',
  ],
  VEN_ADOPT_PAID: [409, '认领款物已到位,不能撤回。', 'What was promised has been paid. It cannot be withdrawn.'],
  VEN_SPONSOR_NOT_ELIGIBLE: [
    422,
    '认领方须为企业,不得派人担任本届评委;与申报单位有关联的须公开。',
    'A sponsor is an enterprise without a judge in the round; ties to the applicant are disclosed.',
  ],
  VEN_PAYMENT_OVER_AGREEMENT: [422, '拨付合计超过协议金额。', 'The payments exceed the agreement.'],
  VEN_PAYMENT_NOT_READY: [422, '尚不具备拨付条件,请按清单补齐。', 'The payment is not ready. See what is missing.'],
  VEN_PLAN_CHANGED: [
    409,
    '资助方案在您查看之后已有变化,请重新查看后再公示。',
    'The plan of awards has changed since you saw it. Look at it again, then propose it.',
  ],
  VEN_AGREEMENT_CHANGED: [
    409,
    '协议内容在您打开之后已有变化,请重新查看后再签署。',
    'The agreement has changed since you opened it. Read it again, then sign it.',
  ],
  VEN_ACCEPTED_OVER_VOUCHERS: [
    422,
    '认可的支出超过已提交凭证的合计,请核对。',
    'The accepted spending is above the vouchers that were handed in. Check it.',
  ],
  VEN_RETURN_OVER: [422, '退回金额超过应退金额,请核对。', 'More money came back than is due. Check the amount.'],
  VEN_REPORT_WRONG: [
    422,
    '现在应提交的不是这一报告,或报告编号不是最新。请重新生成报告。',
    'This is not the report that is due now, or not the newest one. Draw it up again.',
  ],
  VEN_EVIDENCE_MISSING: [
    422,
    '活动须附不少于规定张数的照片和签到表。请补传后再提交报告。',
    'Activities need their photographs and sign-in sheets. Upload them, then file the report.',
  ],
  VEN_RECORD_COUNTED: [
    409,
    '该记录已计入报告,不能修改。',
    'The record was counted in a report already and stays as it is.',
  ],
  VEN_CHANGE_NOT_ALLOWED: [422, '变更超出允许范围。', 'The change goes beyond what is allowed.'],
  VEN_ACTIVITY_COUNTED_ELSEWHERE: [
    409,
    '该活动已计入其他项目,一场活动只能属于一个项目。',
    'The activity counts for another project already; one activity belongs to one project.',
  ],
  VEN_PERSONS_OVER_TIMES: [422, '新增受益人数不能超过受益人次。', 'New persons cannot exceed person-times.'],
  VEN_SHOWCASE_NO_CONSENT: [
    422,
    '须声明已取得照片中人物的同意(未成年人须取得监护人同意),方可公开照片。',
    'Declare that the people on the photograph agreed to its publication, for minors their guardians. Without it nothing is published.',
  ],
  VEN_SHOWCASE_NOT_COMPLETED: [
    409,
    '项目结项后,其照片方可在成果展公开。',
    'Photographs are shown once the project is completed.',
  ],
  VEN_SHOWCASE_NOT_A_PHOTOGRAPH: [
    422,
    '只能公开本项目活动记录中的照片;签到表和其他材料不公开。',
    'Only photographs of the activities of this project are shown; sign-in sheets and other papers are not.',
  ],
  VEN_SHOWCASE_FULL: [
    409,
    '该项目公开的照片已达上限。请先撤下一张。',
    'The project shows as many photographs as it may. Take one back first.',
  ],
  VEN_SHOWCASE_SHOWN: [
    409,
    '该照片已经公开。如需修改说明,请先撤下再重新公开。',
    'The photograph is shown already. Take it back first to give it another caption.',
  ],
  VEN_SHOWCASE_UNREADABLE: [
    422,
    '照片无法识别,或像素过大(上限 1 亿像素)。请另选一张 jpg 或 png 照片。',
    'The photograph cannot be read, or has more than 100 million pixels. Choose another one, jpg or png.',
  ],
  VEN_EVALUATOR_WAS_JUDGE: [403, '本届评委不能担任项目评估人。', 'A judge of the round may not evaluate its projects.'],
  ACT_DATE_OUT_OF_RANGE: [
    422,
    '活动时间不在项目执行期内,请核对。',
    'The activity lies outside the term of the project. Check its dates.',
  ],
} as const satisfies Readonly<Record<string, readonly [403 | 409 | 422, zh: string, en: string]>>;

/** The codes of the matter's refusals. */
export type VentureRoundCode = keyof typeof SENTENCES;

/** A rule of M03 that says no; `code` is the specification's. */
export class VentureRoundRefusal extends DomainError {
  constructor(rule: VentureRoundCode, details: ErrorDetails = {}, field?: string) {
    const [status, messageZh, messageEn] = SENTENCES[rule];
    super({ code: rule, status, messageZh, messageEn, details, ...(field === undefined ? {} : { field }) });
  }
}
