import type { Alternative, ExclusionReason, Warning } from '#domain/temp-party-org/eligibility.rule.js';
import type { Label } from '#domain/terms/term.js';

/** Why a listed person does not count, as people read it. */
export const EXCLUSION_LABELS: Readonly<Record<ExclusionReason, Label>> = {
  LISTED_TWICE: { zh: '重复填报,只计一次', en: 'listed twice; counts once' },
  NOT_FULL_MEMBER: { zh: '不是正式党员', en: 'not a full member' },
  NOT_IN_COUNCIL: { zh: '不是现任理事会成员', en: 'not in the present council' },
  RELATION_TRANSFERRED: { zh: '组织关系已转入本单位', en: 'the Party relation is in this organisation' },
  NOT_CONFIRMED: { zh: '本人未确认', en: 'has not confirmed' },
};

export const WARNING_LABELS: Readonly<Record<Warning, Label>> = {
  DUP_MEMBER: { zh: '名册中有人重复填报,只计一次。', en: 'Somebody is listed twice and counts once.' },
  COUNTS_IN_OTHER_COUNCIL: {
    zh: '名册中有人同时计入其他社会组织的临时党组织。',
    en: 'Somebody counts in the temporary Party organisation of another council too.',
  },
  COUNCIL_TERM_ENDS_SOON: {
    zh: '理事会任期不足90日,临时党组织的任期将一并届满,建议先换届。',
    en: 'The council term ends within 90 days, and the term applied for with it. Consider an election first.',
  },
};

/** What an organisation can do instead (specification M01 E7). */
export const ALTERNATIVE_LABELS: Readonly<Record<Alternative, Label>> = {
  THREE_ONES: { zh: '申请“三个一”指导', en: 'ask for three-ones guidance' },
  JOINT_BRANCH: { zh: '与其他组织联建党支部', en: 'form a joint branch with other organisations' },
  FORMAL_BRANCH: { zh: '申请成立正式党支部', en: 'apply for a formal branch' },
  RE_ELECT_COUNCIL: { zh: '先完成理事会换届并登记新任期', en: 're-elect the council and record its term first' },
};
