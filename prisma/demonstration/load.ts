import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { addYears } from '#domain/calendar/terms.js';
import { hashPassword } from 'better-auth/crypto';
import { openDatabase } from '../client.js';
import type { Database } from '../client.js';
import { columnCipher } from '../crypto.js';
import type { ColumnCipher } from '../crypto.js';
import { loadCalendars, loadOfficialCalendars } from '../reference/load.js';
import { allPartyOrganisations, partyOrgId } from '../reference/party-organisations.js';
import { allUnits } from '../reference/units.js';
import { sealPhone, sealResidentId } from '../stores/person-columns.js';
import { dateColumn } from '../stores/date-column.js';
import { addAll } from './add-all.js';
import { DEMONSTRATION_PASSWORD, loadAccounts } from './accounts.js';
import type { InventedAccount, SignIn } from './accounts.js';
import { DEMONSTRATION_CALENDARS } from './calendars.js';
import { councilTermOf, holdersOf } from './councils.js';
import type { InventedHolder } from './councils.js';
import { ORG, PARTY_ORG, applicantOf, memberOf, personOf } from './handles.js';
import { allOfficials } from './officials.js';
import type { InventedOfficial } from './officials.js';
import { JIMEI_REGISTRY } from './jimei-registry.js';
import { organisationRow } from './organisation-rows.js';
import { INVENTED_ORGANISATIONS } from './organisations.js';
import type { InventedOrganisation } from './organisations.js';
import type { InventedPerson } from './people.js';
import { featuredSignIns } from './sign-ins.js';
import { inventedJudges, VENTURE_ORGANISATIONS } from './venture.js';

const PEOPLE_PER_ORGANISATION = 100;
const FIRST_OFFICIAL = 6000;
/** The people of a registry's many organisations come after everybody else, a handful each. */
const FIRST_OF_REGISTRY = 7000;
const PEOPLE_OF_REGISTRY = 8;
const FIRST_OF_VENTURE = 9600;
/** Five thousand rows on a machine that is busy. */
const LOAD_MS = 180_000;

interface Staffed {
  readonly org: InventedOrganisation;
  readonly holders: readonly InventedHolder[];
}

/**
 * Loads the demonstration: units, Party organisations, officials, organisations, people, accounts, calendars. In one transaction; what is there
 * already stays as it is, so that running it again changes nothing. `secret` signs sessions and seals second factors; council terms are counted
 * from `today` (by default the present day in Shanghai). Returns the sign-ins worth showing.
 */
export async function loadDemonstration(
  databaseUrl: string,
  dataKey: string,
  secret: string,
  today: IsoDate = shanghaiDate(Date.now()),
): Promise<{ signIns: SignIn[] }> {
  const database = openDatabase(databaseUrl, LOAD_MS);
  const cipher = columnCipher(dataKey);
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const staffed = [
    ...INVENTED_ORGANISATIONS.map((org, index) => staff(org, index * PEOPLE_PER_ORGANISATION, today)),
    ...JIMEI_REGISTRY.map((org, index) => staff(org, FIRST_OF_REGISTRY + index * PEOPLE_OF_REGISTRY, today)),
    ...VENTURE_ORGANISATIONS.map((org, index) => staff(org, FIRST_OF_VENTURE + index * PEOPLE_OF_REGISTRY, today)),
  ];
  const officials = allOfficials(FIRST_OFFICIAL);
  try {
    await database.transact(async (tx) => {
      await loadOfficialCalendars(tx);
      await loadCalendars(tx, DEMONSTRATION_CALENDARS);
      await loadUnits(tx, officials);
      await loadOrganisations(tx, staffed, today);
      await loadPeople(tx, cipher, staffed, officials, today);
      const accounts = [...officials.map(({ account }) => account), ...staffed.flatMap(accountsOf)];
      await loadAccounts(tx, accounts, { secret, passwordHash });
      await tx.rows.judge.createMany({ data: inventedJudges(), skipDuplicates: true });
    });
  } finally {
    await database.close();
  }
  return { signIns: featuredSignIns(officials) };
}

const staff = (org: InventedOrganisation, serial: number, today: IsoDate): Staffed => ({
  org,
  holders: holdersOf(org, serial, today),
});

async function loadUnits({ rows }: Database, officials: readonly InventedOfficial[]): Promise<void> {
  const leaders = new Map(officials.map(({ leads, account }) => [leads, account.userId]));
  const data = allUnits().map((unit) => ({ ...unit, leaderUserId: leaders.get(unit.id) ?? null }));
  await rows.unit.createMany({ data, skipDuplicates: true });
  await rows.partyOrganisation.createMany({ data: allPartyOrganisations(), skipDuplicates: true });
}

async function loadOrganisations({ rows }: Database, staffed: readonly Staffed[], today: IsoDate): Promise<void> {
  const data = staffed.map(({ org }, index) => organisationRow(org, index, today));
  await rows.organisation.createMany({ data, skipDuplicates: true });
  const host = staffed.find(({ org }) => org.id === ORG.activeTemporary);
  if (host === undefined) return;
  const id = PARTY_ORG.activeTemporary;
  const temporary = {
    id,
    type: 'TEMP_BRANCH',
    name: `${host.org.name}临时党支部`,
    level: 'COUNTY',
    divisionCode: '350211',
    parentId: partyOrgId.workCommittee(host.org.place),
    status: 'ACTIVE',
    temporary: true,
    termStart: dateColumn(addYears(today, -1)),
    termEnd: dateColumn(councilTermOf(host.org, today).end),
    secretaryPersonId: personOf(host.org.id, 0),
  };
  await rows.partyOrganisation.createMany({ data: [temporary], skipDuplicates: true });
  const covered = { partyOrgId: id, organisationId: host.org.id };
  await rows.partyOrgCoverage.createMany({ data: [covered], skipDuplicates: true });
}

async function loadPeople(
  tx: Database,
  cipher: ColumnCipher,
  staffed: readonly Staffed[],
  officials: readonly InventedOfficial[],
  today: IsoDate,
): Promise<void> {
  const holders = staffed.flatMap(({ holders }) => holders);
  const people = [
    ...holders.map((holder) => ({ ...personRow(cipher, holder.person), ...membershipColumns(holder) })),
    ...officials.map(({ person }) => personRow(cipher, person)),
  ];
  await addAll(tx, 'Person', people);
  await addAll(tx, 'OrgPost', [
    ...staffed.flatMap((each) => postRows(each, today)),
    ...officials.flatMap((each) => formerPost(each, today)),
  ]);
  await addAll(tx, 'PartyRelation', staffed.flatMap(relationRows));
}

function personRow(cipher: ColumnCipher, { id, name, sex, birthDate, idNo, phone }: InventedPerson) {
  const restricted = { ...sealResidentId(cipher, id, idNo), ...sealPhone(cipher, id, phone) };
  return { id, name, sex, birthDate: dateColumn(birthDate), ...restricted };
}

function membershipColumns({ status, fullSince, homePartyOrgId }: InventedHolder) {
  return { partyStatus: status, fullSince: dateColumn(fullSince), homePartyOrgId };
}

function postRows({ org, holders }: Staffed, today: IsoDate) {
  const posts = holders.map(({ person, post, inCouncil, isLegalRep, from }) => ({
    id: `post-${person.id}-${post}`,
    organisationId: org.id,
    personId: person.id,
    post,
    inCouncil,
    isLegalRep,
    from: dateColumn(from),
  }));
  if (org.sharedMember === undefined) return posts;
  const from = dateColumn(councilTermOf(org, today).start);
  const id = `post-${org.sharedMember}-${org.id}`;
  const shared = { post: 'COUNCIL_MEMBER' as const, inCouncil: true, isLegalRep: false, from };
  return [...posts, { id, organisationId: org.id, personId: org.sharedMember, ...shared }];
}

function formerPost({ person, leftStaffOf }: InventedOfficial, today: IsoDate) {
  if (leftStaffOf === undefined) return [];
  const left = { from: dateColumn(addYears(today, -6)), to: dateColumn(addYears(today, -1)) };
  const post = { post: 'EMPLOYEE', inCouncil: false, isLegalRep: false, ...left };
  return [{ id: `post-${person.id}-former`, organisationId: leftStaffOf, personId: person.id, ...post }];
}

function relationRows({ org, holders }: Staffed) {
  const relations = holders.flatMap(({ person, relationStatus }) =>
    relationStatus === null ? [] : [{ personId: person.id, organisationId: org.id, status: relationStatus }],
  );
  if (org.sharedMember === undefined) return relations;
  return [...relations, { personId: org.sharedMember, organisationId: org.id, status: 'NOT_TRANSFERRED' as const }];
}

/** The clerk of every organisation has an account, and in organisations with a handle the countable council members, who must confirm. */
function accountsOf({ org, holders }: Staffed): InventedAccount[] {
  const clerk = holders[holders.length - 1];
  const named = Object.values<string>(ORG).includes(org.id);
  const members = named ? holders.slice(0, org.council.countable) : [];
  const secretaryOf = org.id === ORG.activeTemporary ? personOf(org.id, 0) : null;
  const accounts = members.map(({ person }, n): InventedAccount => {
    const grants = [{ role: 'COUNCIL_MEMBER' as const, organisationId: org.id }];
    const more = person.id === secretaryOf ? [{ role: 'PARTY_SECRETARY' as const, organisationId: org.id }] : [];
    return { userId: memberOf(org.id, n), name: person.name, personId: person.id, grants: [...grants, ...more] };
  });
  if (clerk === undefined) return accounts;
  const { person } = clerk;
  const grants = [{ role: 'APPLICANT_USER' as const, organisationId: org.id }];
  return [...accounts, { userId: applicantOf(org.id), name: person.name, personId: person.id, grants }];
}
