import type { SlugOf, Term } from './term.js';

/** Kinds of Party organisation. */
export const PARTY_ORGANISATION_TYPES = [
  { slug: 'BRANCH', zh: '党支部', en: 'formal branch' },
  { slug: 'GENERAL_BRANCH', zh: '党总支', en: 'general branch' },
  { slug: 'PARTY_COMMITTEE', zh: '党委', en: 'Party committee' },
  { slug: 'WORK_COMMITTEE', zh: '工委', en: 'Party work committee' },
  { slug: 'TEMP_BRANCH', zh: '临时党支部', en: 'temporary branch' },
  { slug: 'TEMP_GENERAL_BRANCH', zh: '临时党总支', en: 'temporary general branch' },
  { slug: 'JOINT_BRANCH', zh: '联合党支部', en: 'joint branch covering several organisations' },
  {
    slug: 'COMPREHENSIVE_COMMITTEE',
    zh: '社会组织综合党委',
    en: 'comprehensive Party committee of social organisations',
  },
  { slug: 'SOCIAL_ORG_COMMITTEE', zh: '社会组织党委', en: 'Party committee of social organisations' },
] as const satisfies readonly Term[];

/** One of `PARTY_ORGANISATION_TYPES`. */
export type PartyOrganisationType = SlugOf<typeof PARTY_ORGANISATION_TYPES>;

/** Set up for one organisation or jointly for several. */
export const PARTY_ORG_SETUP_FORM = [
  { slug: 'SINGLE', zh: '单建', en: 'set up alone' },
  { slug: 'JOINT', zh: '联建', en: 'set up jointly' },
] as const satisfies readonly Term[];

/** How far a person is on the way into the Party; only FULL counts for M01 E1. */
export const PARTY_MEMBER_STATUS = [
  { slug: 'FULL', zh: '正式党员', en: 'full member' },
  { slug: 'PROBATIONARY', zh: '预备党员', en: 'probationary member' },
  { slug: 'ACTIVIST', zh: '入党积极分子', en: 'activist applying for membership' },
  { slug: 'CANDIDATE', zh: '党员培养对象', en: 'member-in-training' },
] as const satisfies readonly Term[];

/** One of `PARTY_MEMBER_STATUS`. */
export type PartyMemberStatus = SlugOf<typeof PARTY_MEMBER_STATUS>;

/** Whether the Party relation (组织关系) was transferred into a given organisation. */
export const RELATION_STATUS = [
  { slug: 'TRANSFERRED', zh: '组织关系已转入', en: 'relation transferred in' },
  { slug: 'NOT_TRANSFERRED', zh: '组织关系未转接', en: 'relation not transferred' },
] as const satisfies readonly Term[];

/** One of `RELATION_STATUS`. */
export type RelationStatus = SlugOf<typeof RELATION_STATUS>;

/** Posts inside a Party organisation. */
export const PARTY_POSTS = [
  { slug: 'SECRETARY', zh: '书记', en: 'secretary' },
  { slug: 'DEPUTY_SECRETARY', zh: '副书记', en: 'deputy secretary' },
  { slug: 'COMMITTEE_MEMBER', zh: '委员', en: 'committee member' },
  { slug: 'FULL_TIME_DEPUTY', zh: '专职副书记', en: 'full-time deputy secretary' },
] as const satisfies readonly Term[];
