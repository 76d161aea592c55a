import { partyOrgId } from '../reference/party-organisations.js';
import type { InventedOrganisation } from './organisations.js';

/** What 集美 has beside its five organisations with a name of their own, so that its registry counts 83 social groups and 201 others. */
const SOCIAL_GROUPS = 79;
const NON_ENTERPRISES = 200;

const WORDS = (
  '鹭岸 杏滨 凤林 龙舟 银江 石鼓 浔江 后溪 灌口 侨英 杏林 天马 园博 英村 田头 坑内 珩山 锦园 兑山 孙厝 ' +
  '叶厝 乐海 浒井 岑西 盛光 集源 水晶 曾营 西亭 内林 康城 日东 前场 李林 双岭 东辉 深青 铁山 上塘 顶许'
).split(' ');
const GROUPS: readonly Kind[] = [
  { ending: '志愿服务协会' },
  { ending: '书画研究会', supervisor: 'culture' },
  { ending: '行业商会', supervisor: 'industry', subtype: 'INDUSTRY_ASSOCIATION', managementMode: 'INDUSTRY' },
  { ending: '太极拳协会' },
];
const UNITS: readonly Kind[] = [
  { ending: '幼儿园', supervisor: 'education', subtype: 'PRIVATE_EDUCATION' },
  { ending: '培训中心', supervisor: 'education', subtype: 'PRIVATE_EDUCATION' },
  { ending: '养老服务中心', subtype: 'ELDER_CARE' },
  { ending: '社会工作服务中心', subtype: 'SOCIAL_WORK_AGENCY' },
  { ending: '文化艺术中心', supervisor: 'culture' },
];

type Kind = { readonly ending: string } & Partial<
  Pick<InventedOrganisation, 'supervisor' | 'subtype' | 'managementMode'>
>;

/** Every so many organisations have … */
const EXPIRED_EVERY = 40;
const RECENT_EVERY = 70;

/** The id of the n-th of the invented organisations below, counted from 1: social groups first. */
export const jimeiOrganisation = (n: number): string => `org-jimei-${String(n).padStart(3, '0')}`;

/** The rest of the registry of 集美, always the same: 79 social groups and 200 private non-enterprises, all registered. */
export const JIMEI_REGISTRY: readonly InventedOrganisation[] = [
  ...Array.from({ length: SOCIAL_GROUPS }, (_, n) => invented(n, n, GROUPS, 'SOCIAL_GROUP')),
  ...Array.from({ length: NON_ENTERPRISES }, (_, n) => invented(SOCIAL_GROUPS + n, n, UNITS, 'PRIVATE_NON_ENTERPRISE')),
];

function invented(
  place: number,
  n: number,
  kinds: readonly Kind[],
  type: 'SOCIAL_GROUP' | 'PRIVATE_NON_ENTERPRISE',
): InventedOrganisation {
  const { ending, ...more } = kinds[n % kinds.length] ?? { ending: '联合会' };
  const word = WORDS[Math.floor(n / kinds.length)] ?? '';
  return {
    id: jimeiOrganisation(place + 1),
    place: 'jimei',
    name: `厦门市集美区${word}${ending}`,
    type,
    legalStatus: 'REGISTERED',
    supervisor: null,
    managementMode: 'CATCH_ALL',
    managingPartyOrgId: partyOrgId.workCommittee('jimei'),
    term: place % EXPIRED_EVERY === EXPIRED_EVERY - 1 ? 'EXPIRED' : 'RUNNING',
    council: { countable: place % 3, probationary: 0, transferred: place % 11 === 5 ? 1 : 0, others: 1 },
    fullStaff: 0,
    ...(place % RECENT_EVERY === RECENT_EVERY - 1 ? { registeredMonthsAgo: 5 } : {}),
    ...more,
  };
}
