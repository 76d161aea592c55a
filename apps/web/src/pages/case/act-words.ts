import type { Texts } from '../../text/language.js';

/** What an act brings about, told before it is pressed. */
export const EFFECT_TEXTS = {
  accept: [
    '受理后通知申请人,并请名册中的党员本人及其所在党组织确认。',
    'The applicant is told; the members and their home organisations are asked to confirm.',
  ],
  supplement: [
    '一次性告知全部需补正的内容;补正期间暂停计时。只能通知一次,请列全。',
    'Everything missing is told at once; the clock stands meanwhile. It can be done only once.',
  ],
  confirm: ['确认后不能更改。', 'It cannot be changed afterwards.'],
  verify: ['审核通过后送批复机关签批。', 'The case goes on to the approving organ.'],
  reply: [
    '批复即时生效:出具带文号的文书,并通知申请人。',
    'The decision takes effect at once: a numbered paper is issued and the applicant is told.',
  ],
  file: ['将批复和名册报送备案机关。', 'The reply and the roster go to the filing organ.'],
  record: ['备案后临时党组织正式开始运行,任期与理事会一致。', 'The temporary organisation begins its term.'],
  returnFiling: ['退回后由申请人修改并重新报送。', 'The applicant mends it and hands it in again.'],
  fileRoster: ['将变动后的名册报备案机关存查。', 'The filing organ gets the new roster.'],
  convert: ['转为正式党组织,本件随之办结。', 'It becomes a formal organisation and the case ends.'],
  revoke: ['撤销临时党组织,本件随之办结。', 'The organisation is dissolved and the case ends.'],
  withdraw: ['撤回后本件终止,不能恢复;需要时请重新申请。', 'The case ends and cannot be taken up again.'],
  resubmit: ['重新提交后继续审查,计时恢复。', 'The examination goes on and the clock runs again.'],
  return: ['退回到所选环节,由其重新办理。', 'The case goes back to the chosen stage.'],
  transfer: [
    '交由所选单位或人员办理,您将不再持有此项待办。',
    'Somebody else gets the task; you do not hold it any more.',
  ],
  claim: [
    '领取后由您办理,并声明与申请人没有利害关系。',
    'You take the task, and declare that you have no conflict of interest.',
  ],
  recuse: ['申请回避后由他人办理,您不能再办理此项。', 'Others take over; you cannot handle it any more.'],
  urge: ['提醒当前办理人尽快办理。', 'Whoever holds the case is reminded.'],
  copy: ['所选单位或人员可以查看本件。', 'They may read the case.'],
  pause: ['自现在起停止计时,到期日相应顺延。', 'The clock stands from now; the due date moves on.'],
  resume: ['恢复计时,到期日按已停天数顺延。', 'The clock runs again; the due date moves by the days it stood.'],
  addSigner: ['增加一位签批人。', 'One more person signs.'],
  removeSigner: ['去掉一位尚未签批的人。', 'Somebody who has not signed yet is taken off.'],
  vote: ['签批意见提交后不能更改。', 'It cannot be changed afterwards.'],
} as const satisfies Texts;

export const hasEffect = (kind: string): kind is keyof typeof EFFECT_TEXTS => Object.hasOwn(EFFECT_TEXTS, kind);

/** 常用语: what is often written with an act. */
export const PHRASES: Readonly<Record<string, readonly string[]>> = {
  accept: ['材料齐全,符合受理条件,予以受理。'],
  verify: ['经审核,名册属实,符合设立条件。', '已与拟任书记当面核实,情况属实。'],
  reply: ['经集体研究,同意设立。', '经研究,暂不具备设立条件,待条件成熟后再行申请。'],
  confirm: ['情况属实。'],
  record: ['材料齐全,予以备案。'],
  return: ['请核对名册后重新办理。'],
  pause: ['需向上级请示,待答复后恢复办理。'],
  vote: ['同意。', '原则同意,请按程序办理。'],
  urge: ['请尽快办理。'],
  withdraw: ['因情况变化,申请撤回。'],
};

/** Names of facts as they are asked for. */
export const FACT_TEXTS = {
  verdict: ['决定', 'Decision'],
  answer: ['答复', 'Answer'],
  method: ['审核方式', 'How it was verified'],
  studiedOn: ['集体研究日期', 'Day of the collective study'],
  generalBranchConsent: ['同意设立临时党总支', 'Consent to a general branch'],
  to: ['交给', 'To'],
  mode: ['之后', 'Afterwards'],
  ground: ['事由', 'Ground'],
  days: ['天数', 'Days'],
  place: ['位置', 'Place'],
  weight: ['票权', 'Weight'],
  signer: ['签批人', 'Signer'],
  items: ['项目', 'Items'],
  OTHER: ['补充信息', 'Further facts'],
} as const satisfies Texts;

export const factKey = (name: string): keyof typeof FACT_TEXTS => (hasFact(name) ? name : 'OTHER');
const hasFact = (name: string): name is keyof typeof FACT_TEXTS => Object.hasOwn(FACT_TEXTS, name);

/** Values that facts are chosen from. */
export const VALUE_TEXTS = {
  AGREE: ['同意', 'Agree'],
  REFUSE: ['不同意', 'Refuse'],
  ABSTAIN: ['弃权', 'Abstain'],
  CONFIRM: ['确认属实', 'It is so'],
  DECLINE: ['不予确认', 'It is not so'],
  INTERVIEW: ['当面谈话', 'Interview'],
  ROSTER_CHECK: ['核对名册', 'Roster check'],
  AGAIN: ['后续环节重新办理', 'All later stages again'],
  RESUME: ['直接回到本环节', 'Straight back to this stage'],
  intake: ['受理环节', 'Intake'],
  verification: ['审核环节', 'Verification'],
  KINSHIP: ['亲属关系', 'Kinship'],
  INTEREST: ['利害关系', 'Interest'],
  EMPLOYMENT: ['任职关系', 'Employment'],
  OTHER: ['其他', 'Other'],
  EXPERT_REVIEW: ['专家评审、鉴定', 'Expert review'],
  HEARING: ['听证', 'Hearing'],
  INQUIRY: ['函询、外调', 'Inquiry'],
  SUPERIOR: ['请示上级', 'Question to the superior'],
  FORCE_MAJEURE: ['不可抗力', 'Force majeure'],
  BEFORE: ['在我之前', 'Before me'],
  AFTER: ['在我之后', 'After me'],
  BESIDE: ['与我同时', 'Beside me'],
  DECISION: ['决定撤销', 'By decision'],
  ORGANISATION_ENDED: ['社会组织终止', 'The organisation ended'],
} as const satisfies Texts;

export const hasValue = (value: string): value is keyof typeof VALUE_TEXTS => Object.hasOwn(VALUE_TEXTS, value);
