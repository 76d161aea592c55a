import type { IsoDate } from '#domain/calendar/iso-date.js';
import { asId } from '#domain/ids.js';
import type { PartyOrgId, PersonId } from '#domain/ids.js';
import type { LegalRepresentation } from '#domain/organisation/legal-representative.rule.js';
import { isHeldOn } from '#domain/organisation/tenure.js';
import type { Tenure } from '#domain/organisation/tenure.js';
import { ORGANISATION_TYPES, POSTS } from '#domain/terms/organisation-terms.js';
import type { Post } from '#domain/terms/organisation-terms.js';
import { PARTY_MEMBER_STATUS, RELATION_STATUS } from '#domain/terms/party-terms.js';
import type { PartyMemberStatus, RelationStatus } from '#domain/terms/party-terms.js';
import { readTerm, slugs } from '#domain/terms/term.js';
import type { Database, Rows } from '../client.js';
import type { ColumnCipher } from '../crypto.js';
import { dayOf } from './date-column.js';
import { maskedColumns } from './person-columns.js';

/** A post that somebody holds or held. */
export interface HeldPost extends Tenure {
  readonly id: string;
  readonly post: Post;
  readonly inCouncil: boolean;
  readonly isLegalRep: boolean;
}

/** Somebody in an organisation, numbers masked. */
export interface OrganisationPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: IsoDate | null;
  /** `3304**********1234`; null when no number is recorded. */
  readonly idNoMasked: string | null;
  /** `138****0000`; null when no number is recorded. */
  readonly phoneMasked: string | null;
  /** The highest first. */
  readonly posts: readonly HeldPost[];
  /** In the council on the day asked for. */
  readonly inCouncil: boolean;
  readonly status: PartyMemberStatus | null;
  readonly fullSince: IsoDate | null;
  readonly homePartyOrgId: PartyOrgId | null;
  readonly homePartyOrgName: string | null;
  readonly relationStatus: RelationStatus | null;
}

/** The people of an organisation, or one of them. */
export async function peopleOf(
  { rows }: Database,
  cipher: ColumnCipher,
  organisationId: string,
  today: IsoDate,
  personId?: string,
): Promise<OrganisationPerson[]> {
  const where = { organisationId, ...(personId === undefined ? {} : { personId }) };
  const posts = await rows.orgPost.findMany({ where, orderBy: [{ from: 'asc' }, { id: 'asc' }] });
  const people = await rows.person.findMany({ where: { id: { in: posts.map((post) => post.personId) } } });
  const relations = await rows.partyRelation.findMany({ where });
  const homeIds = people.flatMap(({ homePartyOrgId }) => homePartyOrgId ?? []);
  const homes = await rows.partyOrganisation.findMany({
    where: { id: { in: homeIds } },
    select: { id: true, name: true },
  });
  const homeNames = new Map(homes.map(({ id, name }) => [id, name]));
  return people
    .map((person): OrganisationPerson => {
      const held = posts
        .filter((post) => post.personId === person.id)
        .map(postOf)
        .sort(byRank);
      const relation = relations.find((each) => each.personId === person.id);
      return {
        ...personOf(person, homeNames),
        ...maskedColumns(cipher, person.id, person),
        posts: held,
        inCouncil: held.some((post) => post.inCouncil && isHeldOn(post, today)),
        relationStatus: relation === undefined ? null : readTerm(RELATION_STATUS, relation.status),
      };
    })
    .sort((one, other) => standing(one, today) - standing(other, today) || (one.personId < other.personId ? -1 : 1));
}

/** The representations that bear on a new one: of the organisation, and of the person anywhere. */
export async function legalRepresentations({ rows }: Database, organisationId: string, personId: string) {
  const posts = await rows.orgPost.findMany({
    where: { isLegalRep: true, OR: [{ organisationId }, { personId }] },
  });
  const ids = [organisationId, ...posts.map((post) => post.organisationId)];
  const organisations = await rows.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, type: true },
  });
  const groups = new Set(organisations.filter(({ type }) => isSocialGroup(type)).map(({ id }) => id));
  const held = posts.map((post): LegalRepresentation => ({
    organisationId: post.organisationId,
    personId: post.personId,
    socialGroup: groups.has(post.organisationId),
    from: dayOf(post.from),
    to: dayOf(post.to),
  }));
  return { held, socialGroup: groups.has(organisationId) };
}

type PersonRow = NonNullable<Awaited<ReturnType<Rows['person']['findUnique']>>>;
type PostRow = NonNullable<Awaited<ReturnType<Rows['orgPost']['findUnique']>>>;

function personOf(person: PersonRow, homeNames: ReadonlyMap<string, string>) {
  const home = person.homePartyOrgId;
  return {
    personId: asId<PersonId>(person.id),
    name: person.name,
    sex: person.sex,
    birthDate: dayOf(person.birthDate),
    status: person.partyStatus === null ? null : readTerm(PARTY_MEMBER_STATUS, person.partyStatus),
    fullSince: dayOf(person.fullSince),
    homePartyOrgId: home === null ? null : asId<PartyOrgId>(home),
    homePartyOrgName: home === null ? null : (homeNames.get(home) ?? null),
  };
}

function postOf(row: PostRow): HeldPost {
  const { id, inCouncil, isLegalRep } = row;
  return { id, post: readTerm(POSTS, row.post), inCouncil, isLegalRep, from: dayOf(row.from), to: dayOf(row.to) };
}

function byRank(one: HeldPost, other: HeldPost): number {
  const ranks = slugs(POSTS);
  return ranks.indexOf(one.post) - ranks.indexOf(other.post);
}

/** Council by rank, then the others in office by rank, then who has left. */
function standing({ posts, inCouncil }: OrganisationPerson, today: IsoDate): number {
  const ranks = slugs(POSTS);
  const held = posts.find((post) => isHeldOn(post, today));
  if (held === undefined) return 2 * ranks.length;
  return ranks.indexOf(held.post) + (inCouncil ? 0 : ranks.length);
}

function isSocialGroup(type: string): boolean {
  const term = ORGANISATION_TYPES.find(({ slug }) => slug === type);
  return type === 'SOCIAL_GROUP' || (term !== undefined && 'parent' in term && term.parent === 'SOCIAL_GROUP');
}
