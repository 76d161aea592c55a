import type { SlugOf, Term } from './term.js';

/** Levels of administration, from the province down to the grid. */
export const ADMINISTRATIVE_LEVELS = [
  { slug: 'PROVINCE', zh: '省级', en: 'province' },
  { slug: 'PREFECTURE', zh: '市(盟)级', en: 'prefecture or league' },
  { slug: 'COUNTY', zh: '区县(旗县)级', en: 'county, district or banner' },
  { slug: 'TOWN', zh: '镇(街道)级', en: 'town or street' },
  { slug: 'VILLAGE', zh: '村(社区)级', en: 'village or community' },
  { slug: 'GRID', zh: '网格', en: 'grid' },
] as const satisfies readonly Term[];

/** One of `ADMINISTRATIVE_LEVELS`. */
export type AdministrativeLevel = SlugOf<typeof ADMINISTRATIVE_LEVELS>;

/** Kinds of unit (机关/单位). */
export const AGENCY_TYPES = [
  { slug: 'CIVIL_AFFAIRS', zh: '民政局', en: 'civil affairs bureau (registry)' },
  { slug: 'SUPERVISORY_UNIT', zh: '业务主管单位', en: 'business supervisory unit' },
  { slug: 'INDUSTRY_AUTHORITY', zh: '行业主管部门', en: 'industry authority' },
  { slug: 'ORG_DEPARTMENT', zh: '组织部', en: 'Party organisation department' },
  { slug: 'SOCIAL_WORK_DEPARTMENT', zh: '社会工作部', en: 'Party committee social work department' },
  { slug: 'TWO_NEW_WORK_COMMITTEE', zh: '两新工委', en: 'two-new work committee' },
  { slug: 'TOWN_OFFICE', zh: '镇政府/街道办', en: 'town government or street office' },
  { slug: 'COMMUNITY', zh: '村(社区)', en: 'village or community committee' },
  { slug: 'SERVICE_CENTRE', zh: '党群服务中心', en: 'Party-masses service centre' },
  { slug: 'PARTY_SCHOOL', zh: '社会组织党校', en: 'Party school for social organisations' },
  { slug: 'RESEARCH_CENTRE', zh: '社会组织党建研究中心', en: 'research centre' },
  { slug: 'INCUBATION_PARK', zh: '孵化园/孵化基地', en: 'incubation park or base' },
  { slug: 'CHARITY_FEDERATION', zh: '慈善总会', en: 'charity federation' },
  { slug: 'POLICE', zh: '公安机关', en: 'police' },
  { slug: 'COURT', zh: '人民法院', en: 'court' },
  { slug: 'FINANCE', zh: '财政部门', en: 'finance department' },
  { slug: 'AUDIT', zh: '审计机关', en: 'audit office' },
] as const satisfies readonly Term[];

/** One of `AGENCY_TYPES`. */
export type AgencyType = SlugOf<typeof AGENCY_TYPES>;

/** Tiers of the 1+7+N network; the middle number is data of the district. */
export const NETWORK_TIERS = [
  { slug: 'TIER_1', zh: '1 区级综合党委', en: 'district comprehensive Party committee' },
  { slug: 'TIER_7', zh: '7 镇街党群服务中心', en: 'town/street service centres' },
  { slug: 'TIER_N', zh: 'N 村社区党组织', en: 'village/community Party organisations' },
] as const satisfies readonly Term[];

/** One of `NETWORK_TIERS`. */
export type NetworkTier = SlugOf<typeof NETWORK_TIERS>;
