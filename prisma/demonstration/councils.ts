import { addCalendarDays } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { addMonths, addYears, lastDayOfTerm } from '#domain/calendar/terms.js';
import { sitsInCouncil } from '#domain/organisation/posts.js';
import type { CouncilTerm } from '#domain/organisation/council-term.rule.js';
import type { Post } from '#domain/terms/organisation-terms.js';
import type { PartyMemberStatus, RelationStatus } from '#domain/terms/party-terms.js';
import { HOME_BRANCHES, partyOrgId } from '../reference/party-organisations.js';
import { PLACES } from '../reference/places.js';
import { personOf } from './handles.js';
import type { InventedOrganisation } from './organisations.js';
import { inventPerson } from './people.js';
import type { InventedPerson } from './people.js';

/** An invented person with a post in an organisation. */
export interface InventedHolder {
  readonly person: InventedPerson;
  readonly post: Post;
  readonly inCouncil: boolean;
  readonly isLegalRep: boolean;
  readonly from: IsoDate;
  readonly status: PartyMemberStatus | null;
  readonly fullSince: IsoDate | null;
  readonly homePartyOrgId: string | null;
  readonly relationStatus: RelationStatus | null;
}

const COUNCIL_POSTS: readonly Post[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARY_GENERAL'];
const TERM_YEARS = 5;

/** The council term of an organisation, as seen from the day on which the demonstration is loaded. */
export function councilTermOf({ term }: InventedOrganisation, today: IsoDate): CouncilTerm {
  if (term === 'RUNNING') {
    const start = addMonths(today, -18);
    return { start, end: lastDayOfTerm(start, TERM_YEARS) };
  }
  const end = addCalendarDays(today, term === 'ENDING' ? 60 : -40);
  return { start: addCalendarDays(addYears(end, -TERM_YEARS), 1), end };
}

/**
 * The people of an organisation: the council with the countable members first, then a supervisor, the staff in the Party, and last the
 * clerk (经办人) who applies. `serial`: number of the first person.
 */
export function holdersOf(org: InventedOrganisation, serial: number, today: IsoDate): InventedHolder[] {
  const { countable, probationary, transferred, others } = org.council;
  const kinds = [
    ...repeated<Standing>(countable, 'COUNTABLE'),
    ...repeated<Standing>(transferred, 'TRANSFERRED'),
    ...repeated<Standing>(probationary, 'PROBATIONARY'),
    ...repeated<Standing>(others, 'NONE'),
  ];
  const from = councilTermOf(org, today).start;
  const council = kinds.map((kind, n) => ({ kind, post: COUNCIL_POSTS[n] ?? 'COUNCIL_MEMBER' }));
  const staff = repeated(org.fullStaff, { kind: 'COUNTABLE', post: 'EMPLOYEE' } as const);
  const rest = [{ kind: 'NONE', post: 'SUPERVISOR' } as const, ...staff, { kind: 'NONE', post: 'EMPLOYEE' } as const];
  return [...council, ...rest].map(({ kind, post }, n) => {
    const seated = n < council.length;
    return {
      person: inventPerson(personOf(org.id, n), serial + n, countyOf(org)),
      post,
      inCouncil: seated && sitsInCouncil(post, true),
      isLegalRep: n === 0,
      from,
      ...membershipOf(org, kind, n, from),
    };
  });
}

type Standing = 'COUNTABLE' | 'TRANSFERRED' | 'PROBATIONARY' | 'NONE';

function membershipOf(org: InventedOrganisation, kind: Standing, n: number, from: IsoDate) {
  if (kind === 'NONE') {
    // Here and there somebody has applied for membership: shown, never counted.
    const status = n % 3 === 2 ? ('ACTIVIST' as const) : null;
    return { status, fullSince: null, homePartyOrgId: null, relationStatus: null };
  }
  const home = partyOrgId.home(org.place, n % HOME_BRANCHES.length);
  return {
    status: kind === 'PROBATIONARY' ? ('PROBATIONARY' as const) : ('FULL' as const),
    fullSince: kind === 'PROBATIONARY' ? null : addYears(from, -(3 + (n % 20))),
    homePartyOrgId: kind === 'TRANSFERRED' ? org.managingPartyOrgId : home,
    relationStatus: kind === 'TRANSFERRED' ? ('TRANSFERRED' as const) : ('NOT_TRANSFERRED' as const),
  };
}

function countyOf({ place }: InventedOrganisation): string {
  return PLACES[place].divisionCode.slice(0, 6);
}

function repeated<Value>(times: number, value: Value): Value[] {
  return Array.from({ length: times }, () => value);
}
