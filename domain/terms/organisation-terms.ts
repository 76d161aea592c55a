import type { SlugOf, Term } from './term.js';

/** Types and subtypes of social organisation; a subtype names its `parent`, a registered type its USCC prefix. */
export const ORGANISATION_TYPES = [
  { slug: 'SOCIAL_GROUP', zh: '社会团体', en: 'social group (association)', usccPrefix: '51' },
  { slug: 'PRIVATE_NON_ENTERPRISE', zh: '民办非企业单位', en: 'private non-enterprise unit', usccPrefix: '52' },
  { slug: 'FOUNDATION', zh: '基金会', en: 'foundation', usccPrefix: '53' },
  { slug: 'COMMUNITY_SOCIAL_ORG', zh: '社区社会组织', en: 'community social organisation (filed, not registered)' },
  {
    slug: 'INDUSTRY_ASSOCIATION',
    zh: '行业协会商会',
    en: 'industry association or chamber (subtype of social group)',
    parent: 'SOCIAL_GROUP',
  },
  { slug: 'CHARITY', zh: '慈善组织', en: 'charitable organisation (attribute, any legal type)' },
  {
    slug: 'SOCIAL_WORK_AGENCY',
    zh: '社工机构',
    en: 'social work agency (subtype of private non-enterprise unit)',
    parent: 'PRIVATE_NON_ENTERPRISE',
  },
  {
    slug: 'PRIVATE_EDUCATION',
    zh: '民办教育机构',
    en: 'private education institution',
    parent: 'PRIVATE_NON_ENTERPRISE',
  },
  { slug: 'ELDER_CARE', zh: '养老机构', en: 'elder-care institution', parent: 'PRIVATE_NON_ENTERPRISE' },
  { slug: 'VOLUNTEER_TEAM', zh: '志愿服务队', en: 'volunteer team (unregistered)' },
  { slug: 'ENTERPRISE', zh: '企业', en: 'enterprise (sponsor)', usccPrefix: '91' },
  { slug: 'SUPPORT_PLATFORM', zh: '社会组织培育发展中心', en: 'cultivation and development centre / incubation park' },
] as const satisfies readonly (Term & { readonly usccPrefix?: string; readonly parent?: string })[];

/** One of `ORGANISATION_TYPES`. */
export type OrganisationType = SlugOf<typeof ORGANISATION_TYPES>;

/** Where an organisation stands in law. Only REGISTERED and FILED ones are alive. */
export const LEGAL_STATUS = [
  { slug: 'PREPARING', zh: '筹备', en: 'preparing' },
  { slug: 'REGISTERED', zh: '登记', en: 'registered' },
  { slug: 'FILED', zh: '备案', en: 'filed only' },
  { slug: 'CANCELLED', zh: '注销', en: 'cancelled (voluntary)' },
  { slug: 'REVOKED', zh: '撤销登记', en: 'registration revoked' },
  { slug: 'REMOVED', zh: '移除', en: 'removed from the filing list' },
  { slug: 'ILLEGAL', zh: '非法社会组织', en: 'illegal organisation' },
  { slug: 'SUSPENDED', zh: '限期停止活动', en: 'ordered to stop activity' },
] as const satisfies readonly Term[];

/** One of `LEGAL_STATUS`. */
export type LegalStatus = SlugOf<typeof LEGAL_STATUS>;

/** Posts in an organisation (任职): the leaders of the reference list, then the plain bonds of employment and membership. */
export const POSTS = [
  { slug: 'CHAIR', zh: '会长/理事长', en: 'president or council chair' },
  { slug: 'VICE_CHAIR', zh: '副会长/副理事长', en: 'vice president' },
  { slug: 'SECRETARY_GENERAL', zh: '秘书长', en: 'secretary-general' },
  { slug: 'EXECUTIVE_HEAD', zh: '执行机构负责人/主任', en: 'executive head' },
  { slug: 'LEGAL_REPRESENTATIVE', zh: '法定代表人', en: 'legal representative' },
  { slug: 'COUNCIL_MEMBER', zh: '理事', en: 'council member' },
  { slug: 'SUPERVISOR', zh: '监事', en: 'supervisor' },
  { slug: 'MAIN_INVESTOR', zh: '主要出资人', en: 'main investor' },
  { slug: 'EMPLOYEE', zh: '工作人员', en: 'employee' },
  { slug: 'MEMBER', zh: '会员', en: 'member' },
] as const satisfies readonly Term[];

/** One of `POSTS`. */
export type Post = SlugOf<typeof POSTS>;

/** Who looks after an organisation's Party building under three-mode management (三元管理). */
export const MANAGEMENT_MODES = [
  { slug: 'TERRITORY', zh: '属地管理', en: 'managed by territory' },
  { slug: 'INDUSTRY', zh: '行业管理', en: 'managed by industry' },
  { slug: 'CATCH_ALL', zh: '兜底管理', en: 'catch-all by the comprehensive committee' },
] as const satisfies readonly Term[];

/** One of `MANAGEMENT_MODES`. */
export type ManagementMode = SlugOf<typeof MANAGEMENT_MODES>;
