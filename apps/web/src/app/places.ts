import type { Texts } from '../text/language.js';

/** A place in the navigation; `roles`: who is shown it, null: everybody who is signed in. */
interface Place<Key> {
  readonly to: string;
  readonly name: Key;
  readonly roles: readonly string[] | null;
}

/** Names of the places that one signs in for. */
export const PLACE_TEXTS = {
  home: ['工作台', 'Desk'],
  cases: ['办件', 'Cases'],
  apply: ['申请', 'Apply'],
  judging: ['评审', 'Judging'],
  seasons: ['年检', 'Inspection'],
  draws: ['抽查', 'Draws'],
  rounds: ['创投', 'Rounds'],
  notices: ['通知', 'Notices'],
  organisation: ['本单位', 'My office'],
  organisations: ['组织', 'Organisations'],
  figures: ['统计', 'Figures'],
  imports: ['导入', 'Import'],
  administration: ['管理', 'Admin'],
} as const satisfies Texts;

/** Roles whose holders see figures: those of units, and auditors. */
const OFFICES: readonly string[] = [
  ...['COMMUNITY_OFFICIAL', 'TWO_NEW_APPROVER', 'SUPERVISORY_OFFICER', 'REGISTRY_OFFICER', 'REGISTRY_LEADER'],
  ...['INSPECTOR', 'ROUND_ORGANISER', 'FINANCE_SIGNER', 'SUPERVISOR_AUDITOR'],
];

/** Where one can go, in the order in which it is shown; what a role does not use is not shown to it. */
export const PLACES: readonly Place<keyof typeof PLACE_TEXTS>[] = [
  { to: '/', name: 'home', roles: null },
  { to: '/cases', name: 'cases', roles: null },
  { to: '/apply', name: 'apply', roles: null },
  { to: '/judging', name: 'judging', roles: ['JUDGE'] },
  { to: '/seasons', name: 'seasons', roles: ['REGISTRY_OFFICER', 'REGISTRY_LEADER', 'SUPERVISOR_AUDITOR'] },
  {
    to: '/random-checks',
    name: 'draws',
    roles: ['REGISTRY_OFFICER', 'REGISTRY_LEADER', 'INSPECTOR', 'SUPERVISOR_AUDITOR'],
  },
  {
    to: '/rounds',
    name: 'rounds',
    roles: ['ROUND_ORGANISER', 'FINANCE_SIGNER', 'SUPERVISOR_AUDITOR', 'APPLICANT_USER', 'SPONSOR'],
  },
  { to: '/notices', name: 'notices', roles: null },
  { to: '/organisation', name: 'organisation', roles: ['APPLICANT_USER', 'PARTY_SECRETARY'] },
  { to: '/organisations', name: 'organisations', roles: [...OFFICES, 'ADMIN'] },
  { to: '/figures', name: 'figures', roles: OFFICES },
  { to: '/imports', name: 'imports', roles: ['REGISTRY_OFFICER'] },
  { to: '/administration', name: 'administration', roles: ['ADMIN'] },
];

/** Names of the places that the public may go to. */
export const PUBLIC_PLACE_TEXTS = {
  first: ['公开', 'Public'],
  rounds: ['创投', 'Rounds'],
  draws: ['抽查', 'Draws'],
  seasons: ['年检', 'Inspection'],
  progress: ['进度', 'Progress'],
  check: ['核验', 'Check'],
} as const satisfies Texts;

/** Where anybody can go without a sign-in. */
export const PUBLIC_PLACES: readonly Place<keyof typeof PUBLIC_PLACE_TEXTS>[] = [
  { to: '/public', name: 'first', roles: null },
  { to: '/public/rounds', name: 'rounds', roles: null },
  { to: '/public/draws', name: 'draws', roles: null },
  { to: '/public/seasons', name: 'seasons', roles: null },
  { to: '/public/progress', name: 'progress', roles: null },
  { to: '/check', name: 'check', roles: null },
];
