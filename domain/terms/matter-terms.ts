import type { Term } from './term.js';

/** Every matter with its code in case numbers. */
export const MATTER_TYPES = [
  { slug: 'temp-party-org', zh: '临时党组织设立', en: 'temporary Party organisation', code: 'M01' },
  { slug: 'annual-inspection', zh: '年检年审', en: 'annual inspection', code: 'M02' },
  { slug: 'venture-round', zh: '公益创投', en: 'venture-philanthropy round', code: 'M03' },
  { slug: 'leader-joint-review', zh: '负责人联审', en: "leaders' joint review", code: 'M04' },
  { slug: 'registration', zh: '登记、变更、注销', en: 'registration, change, cancellation', code: 'M05' },
  { slug: 'grading', zh: '等级评估', en: 'grading', code: 'M06' },
  { slug: 'major-matter-decision', zh: '重大事项决策前置', en: 'major-matter pre-decision', code: 'M07' },
  { slug: 'management-classification', zh: '三元管理归口', en: 'three-mode classification', code: 'M08' },
  { slug: 'instructor-pairing', zh: '指导员结对与三个一', en: 'instructor pairing and three-ones', code: 'M09' },
  { slug: 'enforcement', zh: '执法整治', en: 'enforcement and clean-up', code: 'M10' },
  { slug: 'incubation', zh: '孵化与储备库', en: 'incubation and reserve pools', code: 'M11' },
  { slug: 'grid-pairing', zh: '进网格结对', en: 'grid pairing', code: 'M12' },
  { slug: 'party-school', zh: '党校培训', en: 'Party school training', code: 'M13' },
  { slug: 'hierarchy-brand', zh: '层级网络与品牌评选', en: 'hierarchy and brand selection', code: 'M14' },
  { slug: 'dashboard', zh: '统计看板', en: 'dashboards', code: 'M15' },
] as const satisfies readonly (Term & { readonly code: string })[];

/** Names of the roles of `#domain/roles.js`, and of the public reader. */
export const ROLE_TERMS = [
  { slug: 'APPLICANT_USER', zh: '申请单位经办人', en: 'applicant organisation user' },
  { slug: 'COUNCIL_MEMBER', zh: '理事', en: 'council member' },
  { slug: 'PARTY_SECRETARY', zh: '党组织书记', en: 'Party organisation secretary' },
  { slug: 'COMMUNITY_OFFICIAL', zh: '村社区/街道干部', en: 'community or street official' },
  {
    slug: 'TWO_NEW_APPROVER',
    zh: '两新工委/组织部审批人',
    en: 'two-new work committee / organisation department approver',
  },
  { slug: 'SUPERVISORY_OFFICER', zh: '业务主管单位经办', en: 'business supervisory unit officer' },
  { slug: 'REGISTRY_OFFICER', zh: '登记管理机关经办', en: 'civil affairs registry officer' },
  { slug: 'REGISTRY_LEADER', zh: '登记管理机关负责人', en: 'registry leader who signs' },
  { slug: 'JUDGE', zh: '专家评委', en: 'judge / expert' },
  { slug: 'EVALUATOR', zh: '第三方评估', en: 'third-party evaluator' },
  { slug: 'SPONSOR', zh: '爱心企业', en: 'enterprise sponsor' },
  { slug: 'INSTRUCTOR', zh: '党建工作指导员', en: 'party-building instructor' },
  { slug: 'INSPECTOR', zh: '执法检查人员', en: 'inspector' },
  { slug: 'SUPERVISOR_AUDITOR', zh: '监督审计人员', en: 'auditor / supervisor' },
  { slug: 'ROUND_ORGANISER', zh: '创投主办/承办', en: 'round organiser or operator' },
  { slug: 'FINANCE_SIGNER', zh: '财务审签人', en: 'finance signer' },
  { slug: 'SCHOOL_ADMIN', zh: '党校教务', en: 'Party school administrator' },
  { slug: 'GRID_WORKER', zh: '网格员', en: 'grid worker' },
  { slug: 'ADMIN', zh: '系统管理员', en: 'system administrator' },
  { slug: 'PUBLIC', zh: '社会公众', en: 'public reader' },
] as const satisfies readonly Term[];
