import type { Role } from '#domain/roles.js';
import type { VentureTheme } from '#domain/venture-round/terms.js';
import { partyOrgId } from '../reference/party-organisations.js';
import type { PlaceKey } from '../reference/places.js';
import { unitId } from '../reference/units.js';
import type { InventedOrganisation } from './organisations.js';

/** Places that hold a venture round in the demonstration. */
export const VENTURE_PLACES = ['jiefang', 'pinghu', 'xinghua'] as const;
export type VenturePlace = (typeof VENTURE_PLACES)[number];

/** The unit that organises a place's rounds: a street or city's work committee, or its civil affairs. */
export const hostUnit = (place: VenturePlace): string =>
  place === 'xinghua' ? unitId.civilAffairs(place) : unitId.workCommittee(place);

/** Accounts of a round, by what they do: `ventureUser('jiefang', 'judge', 3)`. Organisers and finance signers are two each. */
export const ventureUser = (place: VenturePlace, duty: string, n: number): string => `user-${place}-${duty}-${n}`;

/** Somebody who takes part in a place's rounds by office. */
export interface VentureDesk {
  readonly userId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly place: PlaceKey;
}

const DUTIES: readonly (readonly [duty: string, role: Role, count: number])[] = [
  ['organiser', 'ROUND_ORGANISER', 3],
  ['finance', 'FINANCE_SIGNER', 2],
  ['judge', 'JUDGE', 8],
  ['evaluator', 'EVALUATOR', 2],
  ['sponsor', 'SPONSOR', 3],
  ['site', 'COMMUNITY_OFFICIAL', 1],
  ['venture-auditor', 'SUPERVISOR_AUDITOR', 1],
];

/** Everybody who takes part in the rounds by office, place by place. */
export function ventureDesks(): VentureDesk[] {
  return VENTURE_PLACES.flatMap((place) =>
    DUTIES.flatMap(([duty, role, count]) =>
      Array.from({ length: count }, (_, n) => ({
        userId: ventureUser(place, duty, n + 1),
        role,
        unitId: hostUnit(place),
        place,
      })),
    ),
  );
}

const FIELDS: readonly (readonly VentureTheme[])[] = [
  ['ELDERLY_CHILDREN', 'HARDSHIP'],
  ['DISABILITY', 'COMMUNITY_CORRECTION'],
  ['BUILDING_PARTY', 'RED_ROUTE'],
  ['SELF_GOVERNANCE', 'NEW_RESIDENTS'],
];

/** The pool of judges (评委库): their fields, where they work, and how many projects they take. */
export function inventedJudges() {
  return ventureDesks()
    .filter(({ role }) => role === 'JUDGE')
    .map(({ userId }, n) => ({
      id: userId.replace('user-', 'judge-'),
      userId,
      personId: userId.replace('user-', 'person-'),
      fields: [...(FIELDS[n % FIELDS.length] ?? [])],
      employerName: EMPLOYERS[n % EMPLOYERS.length] ?? null,
      evaluatedOrganisationIds: [],
      maxLoad: 60,
      createdBy: 'user-admin',
    }));
}

const EMPLOYERS = ['示例大学社会工作系', '示例社会组织研究院', '示例会计师事务所', '示例公益评估中心'];

/** How many organisations of a place apply in its round. */
const APPLICANTS: Readonly<Record<VenturePlace, number>> = { jiefang: 16, pinghu: 10, xinghua: 5 };
const NAMED: Readonly<Record<VenturePlace, string>> = {
  jiefang: '嘉兴市南湖区解放街道',
  pinghu: '平湖市',
  xinghua: '兴化市',
};
const WORDS = '春晖 暖阳 同心 邻家 清风 向阳 百灵 禾苗 星火 守望 和畅 银杏 彩虹 益路 知行 童梦'.split(' ');
const ENDINGS = ['社会工作服务中心', '公益服务中心', '志愿服务中心', '助老服务中心'];

/** The id of the n-th organisation of a place that applies in its round, counted from 1. */
export const ventureOrganisation = (place: VenturePlace, n: number): string =>
  `org-${place}-venture-${String(n).padStart(2, '0')}`;

/** Organisations enough for the rounds of the demonstration, all registered. */
export const VENTURE_ORGANISATIONS: readonly InventedOrganisation[] = VENTURE_PLACES.flatMap((place) =>
  Array.from({ length: APPLICANTS[place] }, (_, n) => applicant(place, n)),
);

function applicant(place: VenturePlace, n: number): InventedOrganisation {
  return {
    id: ventureOrganisation(place, n + 1),
    place,
    name: `${NAMED[place]}${WORDS[n] ?? ''}${ENDINGS[n % ENDINGS.length] ?? ''}`,
    type: 'PRIVATE_NON_ENTERPRISE',
    subtype: 'SOCIAL_WORK_AGENCY',
    legalStatus: 'REGISTERED',
    supervisor: null,
    managementMode: 'CATCH_ALL',
    managingPartyOrgId: partyOrgId.workCommittee(place),
    term: 'RUNNING',
    council: { countable: 2, probationary: 0, transferred: 0, others: 2 },
    fullStaff: 0,
  };
}
