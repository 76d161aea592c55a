import { assertMembership } from '#domain/organisation/membership.rule.js';
import type { Membership } from '#domain/organisation/membership.rule.js';
import { oneNameEach, organisationNamed } from './check-posts.rule.js';
import type { CheckedPost, Organisations, PersonIds } from './check-posts.rule.js';
import type { Numbered, RowFaults } from './faults.js';
import { idOf } from './named.js';
import type { Importer, Register } from './register.js';
import { MEMBER_COLUMNS } from './sheets.js';
import type { MemberRow } from './sheets.js';

/** A Party member in an organisation as it will be written. */
export interface CheckedMember {
  readonly number: number;
  readonly row: MemberRow;
  readonly organisationId: string;
  readonly membership: Membership;
}

const C = MEMBER_COLUMNS;

/**
 * The rules of 党员, over all its rows (specification §3 PartyMember): a post in the organisation, one membership and one home each, the relation
 * transferred into one organisation at most, so that those transferred never outnumber the members. `posts`: those of the workbook, if taken.
 */
export function checkMembers(
  rows: readonly Numbered<MemberRow>[],
  register: Register,
  organisations: Organisations,
  posts: readonly CheckedPost[],
  personIds: PersonIds,
  importer: Importer,
  faults: RowFaults,
): CheckedMember[] {
  const people = new Map<string, { readonly name: string }>(posts.map(({ row }) => [row.idNo, row]));
  for (const [idNo, person] of register.people) people.set(idNo, person);
  oneNameEach(rows, people, faults);
  const held = new Set([
    ...register.posts.map(({ organisationId, personId }) => `${organisationId} ${personId}`),
    ...posts.map(({ organisationId, row }) => `${organisationId} ${personIds(row.idNo)}`),
  ]);
  const checked = rows.flatMap(({ number, row }) => {
    const organisation = organisationNamed(row.organisation, number, organisations, importer, faults);
    const homePartyOrgId =
      row.home === null ? null : idOf(register.partyOrganisations, row.home, number, C.home, faults);
    const membership = { status: row.status, fullSince: row.fullSince, homePartyOrgId };
    faults.attempt(number, C.fullSince, () => assertMembership(membership, importer.today));
    if (organisation === null) return [];
    if (!held.has(`${organisation.id} ${personIds(row.idNo)}`)) {
      faults.add(
        number,
        C.idNo,
        '此人在该组织没有任职:请先在“任职”表中填写,并改正该表的错误。',
        'The person has no post in the organisation. Give it in the sheet of posts first.',
      );
    }
    return [{ number, row, organisationId: organisation.id, membership }];
  });
  oneMembershipEach(checked, faults);
  return checked;
}

function oneMembershipEach(members: readonly CheckedMember[], faults: RowFaults): void {
  const first = new Map<string, CheckedMember>();
  const transferred = new Map<string, number>();
  const places = new Map<string, number>();
  for (const member of members) {
    const { number, row, organisationId, membership } = member;
    const twice = places.get(`${organisationId} ${row.idNo}`);
    if (twice !== undefined)
      faults.add(
        number,
        C.idNo,
        `与第 ${twice} 行重复:同一组织的同一党员。`,
        `The same member of the same organisation as in row ${twice}.`,
      );
    places.set(`${organisationId} ${row.idNo}`, number);
    const earlier = first.get(row.idNo);
    if (earlier !== undefined && !sameMembership(earlier.membership, membership)) {
      faults.add(
        number,
        C.status,
        `与第 ${earlier.number} 行同一人的党员类别、转正日期或所在党组织不一致。`,
        `Not the membership of the same person in row ${earlier.number}.`,
      );
    }
    if (earlier === undefined) first.set(row.idNo, member);
    if (row.relationStatus !== 'TRANSFERRED') continue;
    const elsewhere = transferred.get(row.idNo);
    if (elsewhere !== undefined)
      faults.add(
        number,
        C.relationStatus,
        `此人的组织关系在第 ${elsewhere} 行已转入另一组织。`,
        `The relation was transferred into another organisation in row ${elsewhere}.`,
      );
    transferred.set(row.idNo, number);
  }
}

function sameMembership(one: Membership, other: Membership): boolean {
  return (
    one.status === other.status && one.fullSince === other.fullSince && one.homePartyOrgId === other.homePartyOrgId
  );
}
