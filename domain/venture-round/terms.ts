import type { SlugOf, Term } from '#domain/terms/term.js';

/** Classes of projects (项目类别). */
export const PROJECT_CLASSES = [
  { slug: 'DISPLAY', zh: '展示项目', en: 'display project' },
  { slug: 'KEY', zh: '重点项目', en: 'key project' },
  { slug: 'REGULAR', zh: '常规项目', en: 'regular project' },
] as const satisfies readonly Term[];

/** The two series of rounds; each counts its own editions (届). */
export const VENTURE_SERIES = [
  { slug: 'VENTURE', zh: '公益创投', en: 'venture philanthropy' },
  { slug: 'RED_VENTURE', zh: '红色创投', en: 'red venture' },
] as const satisfies readonly Term[];

/** What a project is about (项目领域). */
export const VENTURE_THEMES = [
  { slug: 'NEW_RESIDENTS', zh: '新居民发展', en: 'new residents' },
  { slug: 'MIGRANT_INTEGRATION', zh: '移民融入', en: 'integration of migrants' },
  { slug: 'BUILDING_PARTY', zh: '楼宇党建', en: 'Party building in office buildings' },
  { slug: 'ELDERLY_CHILDREN', zh: '一老一小', en: 'the old and the young' },
  { slug: 'DISABILITY', zh: '助残', en: 'disability' },
  { slug: 'HARDSHIP', zh: '助困', en: 'hardship' },
  { slug: 'RED_ROUTE', zh: '红色路线', en: 'red route' },
  { slug: 'RURAL_OLD_MEMBERS', zh: '农村老党员关爱', en: 'care for old rural Party members' },
  { slug: 'SELF_GOVERNANCE', zh: '居民自治议事', en: 'self-governance of residents' },
  { slug: 'COMMUNITY_CORRECTION', zh: '社区矫正', en: 'community correction' },
] as const satisfies readonly Term[];
export type VentureTheme = SlugOf<typeof VENTURE_THEMES>;

/** Where money comes from (资金来源). */
export const FUNDING_SOURCES = [
  { slug: 'LOTTERY_WELFARE_FUND', zh: '福彩公益金', en: 'lottery welfare fund' },
  { slug: 'ENTERPRISE_ADOPTION', zh: '爱心企业认领', en: 'adoption by enterprises' },
  { slug: 'FISCAL', zh: '财政资金', en: 'fiscal funds' },
  { slug: 'DONATION', zh: '慈善捐赠', en: 'charitable donation' },
  { slug: 'SELF_RAISED', zh: '自筹', en: 'own funds' },
] as const satisfies readonly Term[];
export type FundingSource = SlugOf<typeof FUNDING_SOURCES>;

/** Sources that a round distributes by rank. Adoptions are promised project by project, own funds are the applicant's. */
export const AWARD_SOURCES = ['LOTTERY_WELFARE_FUND', 'FISCAL', 'DONATION'] as const satisfies readonly FundingSource[];
export type AwardSource = (typeof AWARD_SOURCES)[number];

/** What the lottery welfare fund may pay for: 扶老、助残、救孤、济困 (specification M03 "Sources"). */
export const LOTTERY_THEMES: readonly VentureTheme[] = [
  'ELDERLY_CHILDREN',
  'DISABILITY',
  'HARDSHIP',
  'RURAL_OLD_MEMBERS',
];
