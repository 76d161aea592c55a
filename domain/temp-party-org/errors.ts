import { DomainError, type ErrorDetails } from '../errors.js';

type TpoCode =
  | 'TPO_MEMBERS_LT_3'
  | 'TPO_FORMAL_REQUIRED'
  | 'TPO_GENERAL_BRANCH_LT_50'
  | 'TPO_DUPLICATE_ACTIVE'
  | 'TPO_COUNCIL_TERM_EXPIRED'
  | 'TPO_NOT_REGISTERED'
  | 'TPO_APPROVER_NOT_AUTHORISED'
  | 'TPO_FILING_WITHOUT_REPLY'
  | 'TPO_TERM_MISMATCH'
  | 'TPO_ACTION_NOT_ALLOWED'
  | 'TPO_COMMITTEE_SIZE'
  | 'TPO_POST_NOT_MEMBER'
  | 'TPO_CONFIRMATIONS_MISSING'
  | 'TPO_COLLECTIVE_STUDY_MISSING'
  | 'TPO_CONVERSION_TOO_FEW'
  | 'DOC_MISSING'
  | 'DATE_ORDER';

const SENTENCES: Readonly<Record<TpoCode, readonly [number: 403 | 409 | 422, zh: string, en: string]>> = {
  TPO_MEMBERS_LT_3: [
    422,
    '理事会中组织关系未转入的正式党员不足三名,不能设立临时党组织。请核对不计入人员及原因;也可申请“三个一”指导或与其他组织联建党支部。',
    'Fewer than three full members sit in the council with their Party relation elsewhere. See who does not count and why; three-ones guidance or a joint branch are open to you.',
  ],
  TPO_FORMAL_REQUIRED: [
    422,
    '组织关系已转入本单位的正式党员达到三名,应当申请成立正式党支部。',
    'Three or more full members have their relation in this organisation: apply for a formal branch instead.',
  ],
  TPO_GENERAL_BRANCH_LT_50: [
    422,
    '党员不足五十名,申请临时党总支须说明理由并经审批机关明确同意。',
    'A temporary general branch below fifty members needs a stated need and the explicit consent of the approver.',
  ],
  TPO_DUPLICATE_ACTIVE: [
    409,
    '本单位已有临时党组织,或有正在办理的申请。请先查看该办件。',
    'The organisation has a temporary Party organisation or a pending application already. See that case first.',
  ],
  TPO_COUNCIL_TERM_EXPIRED: [
    422,
    '理事会任期已届满或未登记。请先完成换届并登记新任期。',
    'The term of the council has ended or is not recorded. Re-elect the council and record its new term first.',
  ],
  TPO_NOT_REGISTERED: [
    422,
    '只有已登记的社会组织可以设立临时党组织;已备案的社区社会组织请采用联建方式。',
    'Only a registered organisation may set one up; filed community organisations use a joint branch.',
  ],
  TPO_APPROVER_NOT_AUTHORISED: [
    403,
    '批复机关须是具有审批预备党员权限的上级党组织。请将办件转至有权限的上级党组织。',
    'The approver must be a superior Party organisation with power to approve probationary members.',
  ],
  TPO_FILING_WITHOUT_REPLY: [422, '尚无同意设立的批复,不能备案。', 'There is no approving reply to file.'],
  TPO_TERM_MISMATCH: [
    422,
    '临时党组织任期须与理事会任期一致,由系统按理事会任期填写。请先在组织信息中更正理事会任期。',
    'The term equals the term of the council and is copied from it. Correct the council term in the records first.',
  ],
  TPO_ACTION_NOT_ALLOWED: [
    422,
    '临时党组织不发展党员、不处分党员、不收缴党费、不选举代表、不进行选举。请由党员组织关系所在党组织办理。',
    'A temporary Party organisation does not admit or discipline members, collect dues, elect delegates or hold elections.',
  ],
  TPO_COMMITTEE_SIZE: [
    422,
    '党员不足七名的不设委员会;七名以上的设委员三至五名,最多七名。',
    'Below seven members there is no committee; from seven on it has three to five members, seven at most.',
  ],
  TPO_POST_NOT_MEMBER: [
    422,
    '书记、副书记、委员须从计入的正式党员中指定,且不重复。',
    'Secretary, deputy and committee are designated from the counted members, each person once.',
  ],
  TPO_CONFIRMATIONS_MISSING: [
    422,
    '尚有党员本人或其所在党组织未确认,不能完成审核。请催办,或退回申请人调整名册。',
    'Some members or their home Party organisations have not confirmed yet. Urge them, or return the case.',
  ],
  TPO_COLLECTIVE_STUDY_MISSING: [
    422,
    '批复前须经集体研究,请填写集体研究情况。',
    'A reply follows a collective study. Note it before you sign.',
  ],
  TPO_CONVERSION_TOO_FEW: [
    422,
    '组织关系转入的正式党员不足三名,不能转为正式党支部。',
    'Fewer than three full members have transferred their relation: there is nothing to convert to.',
  ],
  DOC_MISSING: [422, '材料不齐。请按清单补齐后再提交。', 'Papers are missing. Add those listed and submit again.'],
  DATE_ORDER: [422, '日期先后顺序不符。', 'The dates are not in order.'],
};

/** Every refusal of the matter as the officials' guide prints it, head first: code, HTTP status, what it says and what to do. */
export const refusalTable = (): readonly (readonly string[])[] => [
  ['代码', '状态码', '含义与办法'],
  ...Object.entries(SENTENCES).map(([code, [status, zh]]) => [`\`${code}\``, String(status), zh]),
];

/** A rule of M01 that says no; `code` is the specification's. */
export class TempPartyOrgRefusal extends DomainError {
  constructor(
    private readonly rule: TpoCode,
    details: ErrorDetails = {},
    field?: string,
  ) {
    const [status, messageZh, messageEn] = SENTENCES[rule];
    super({ code: rule, status, messageZh, messageEn, details, ...(field === undefined ? {} : { field }) });
  }

  /** The same refusal, telling more. */
  telling(more: ErrorDetails): TempPartyOrgRefusal {
    return new TempPartyOrgRefusal(this.rule, { ...this.refusal.details, ...more }, this.refusal.field);
  }
}
