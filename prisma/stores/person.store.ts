import { randomUUID } from 'node:crypto';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import { FieldInvalid, NotFound } from '#domain/errors.js';
import { asId } from '#domain/ids.js';
import type { OrganisationId } from '#domain/ids.js';
import type { Phone } from '#domain/identifier/phone.js';
import { birthDateOf, sexOf } from '#domain/identifier/resident-id.js';
import type { ResidentId } from '#domain/identifier/resident-id.js';
import { assertLegalRepresentative } from '#domain/organisation/legal-representative.rule.js';
import { assertMembership } from '#domain/organisation/membership.rule.js';
import type { Membership } from '#domain/organisation/membership.rule.js';
import { sitsInCouncil } from '#domain/organisation/posts.js';
import type { Post } from '#domain/terms/organisation-terms.js';
import type { RelationStatus } from '#domain/terms/party-terms.js';
import { matchingKey } from '#domain/text/matching-key.js';
import type { Database } from '../client.js';
import type { ColumnCipher } from '../crypto.js';
import { dateColumn, dayOf } from './date-column.js';
import { PersonKnownDifferently, PostHeldAlready } from './person-errors.js';
import { digestOf, openColumn, sealPhone, sealResidentId } from './person-columns.js';
import type { RestrictedField } from './person-columns.js';
import { legalRepresentations, peopleOf } from './person-rows.js';
import type { OrganisationPerson } from './person-rows.js';

/** Somebody who takes up a post. */
export interface NewHolder {
  readonly name: string;
  readonly idNo: ResidentId;
  readonly phone: Phone | null;
  readonly post: Post;
  /** Whether the post has a seat in the council; matters only for posts that may have one. */
  readonly inCouncil?: boolean;
  readonly isLegalRep: boolean;
  readonly from: IsoDate;
  readonly membership: Membership | null;
  readonly relationStatus: RelationStatus | null;
}

/** What changes of somebody in an organisation; absent = as it was. */
export interface PersonChange {
  readonly phone?: Phone;
  /** null = not in the Party and not on the way. */
  readonly membership?: Membership | null;
  readonly relationStatus?: RelationStatus | null;
  /** The last day in a post. */
  readonly endPost?: { readonly postId: string; readonly to: IsoDate };
}

/** Who reads a number in the clear, and what for. `readId` makes a repetition of the same request one read. */
export interface UnmaskingReason {
  readonly readId: string;
  readonly userId: string;
  readonly purpose: string;
  readonly ip: string | null;
}

/** People and their posts. Identity and telephone numbers leave only masked, except through `unmask`. */
export function personStore(database: Database, cipher: ColumnCipher) {
  return {
    /** Everybody who holds or held a post in the organisation; those in office first, the council by rank. */
    ofOrganisation: (organisationId: string, today: IsoDate): Promise<OrganisationPerson[]> =>
      peopleOf(database, cipher, organisationId, today),

    /** One of them. Throws NOT_FOUND for somebody who never held a post there. */
    async inOrganisation(organisationId: string, personId: string, today: IsoDate): Promise<OrganisationPerson> {
      const [person] = await peopleOf(database, cipher, organisationId, today, personId);
      if (person === undefined) throw new NotFound('Person');
      return person;
    },

    /**
     * Records that somebody takes up a post. Who has the identity number already is that person: the name must agree (PERSON_KNOWN_DIFFERENTLY),
     * and so must a membership, because two organisations may share a council member. Returns the person's id. Also throws FIELD_INVALID,
     * POST_OUTSIDE_COUNCIL, POST_HELD_ALREADY, LEGAL_REP_TAKEN, LEGAL_REP_OF_ANOTHER_GROUP.
     */
    add(organisationId: string, holder: NewHolder, today: IsoDate): Promise<string> {
      const inCouncil = sitsInCouncil(holder.post, holder.inCouncil);
      if (holder.membership !== null) assertMembership(holder.membership, today);
      return database.transact(async (tx) => {
        await holdOrganisation(tx, organisationId);
        await assertHomeExists(tx, holder.membership);
        const personId = await personFor(tx, cipher, holder);
        await assertPostFree(tx, organisationId, personId, holder);
        const { post, isLegalRep } = holder;
        const data = { organisationId, personId, post, inCouncil, isLegalRep, from: dateColumn(holder.from) };
        await tx.rows.orgPost.create({ data: { id: randomUUID(), ...data } });
        await relate(tx, personId, organisationId, holder.relationStatus);
        return personId;
      });
    },

    /** Throws NOT_FOUND for somebody without a post in the organisation, or FIELD_INVALID. */
    change(organisationId: string, personId: string, change: PersonChange, today: IsoDate): Promise<void> {
      if (change.membership) assertMembership(change.membership, today);
      return database.transact(async (tx) => {
        await holdOrganisation(tx, organisationId);
        const posts = await tx.rows.orgPost.count({ where: { organisationId, personId } });
        if (posts === 0) throw new NotFound('Person');
        await assertHomeExists(tx, change.membership ?? null);
        const phone = change.phone === undefined ? {} : sealPhone(cipher, personId, change.phone);
        const membership = change.membership === undefined ? {} : membershipColumns(change.membership);
        await tx.rows.person.update({ where: { id: personId }, data: { ...phone, ...membership } });
        if (change.relationStatus !== undefined) await relate(tx, personId, organisationId, change.relationStatus);
        if (change.endPost !== undefined) await endPost(tx, organisationId, personId, change.endPost);
      });
    },

    /** The number in the clear (null when none is recorded), and in the same transaction the note of who read it and why (specification C8). */
    unmask(personId: string, field: RestrictedField, reason: UnmaskingReason): Promise<string | null> {
      return database.transact(async ({ rows }) => {
        const row = await rows.person.findUnique({ where: { id: personId } });
        if (row === null) throw new NotFound('Person');
        const { readId: id, userId, purpose, ip } = reason;
        await rows.unmaskedRead.createMany({
          data: [{ id, userId, personId, field, purpose, ip }],
          skipDuplicates: true,
        });
        return openColumn(cipher, personId, field, row);
      });
    },

    /** Where the person has a post now or ever had one: a changed membership concerns all of them. */
    async organisationsOf(personId: string): Promise<OrganisationId[]> {
      const posts = await database.rows.orgPost.findMany({
        where: { personId },
        distinct: ['organisationId'],
        orderBy: { organisationId: 'asc' },
      });
      return posts.map(({ organisationId }) => asId<OrganisationId>(organisationId));
    },

    /** Units that handle or see a case of an organisation in which the person has a post: whose officials may need the numbers. */
    async unitsConcernedWith(personId: string): Promise<string[]> {
      const { rows } = await database.pool.query<{ unitId: string }>(UNITS_CONCERNED, [personId]);
      return rows.map(({ unitId }) => unitId);
    },
  };
}

const UNITS_CONCERNED = `
  WITH cases AS (
    SELECT k.id, k."unitId" FROM "Case" k
     WHERE k."organisationId" IN (SELECT "organisationId" FROM "OrgPost" WHERE "personId" = $1)
  )
  SELECT "unitId" FROM cases UNION SELECT u."unitId" FROM "CaseUnit" u JOIN cases ON cases.id = u."caseId"`;

/** One change of an organisation's people at a time, so that rules about all of them hold. */
async function holdOrganisation({ rows }: Database, organisationId: string): Promise<void> {
  const found: unknown[] = await rows.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId} FOR UPDATE`;
  if (found.length === 0) throw new NotFound('Organisation');
}

async function assertHomeExists({ rows }: Database, membership: Membership | null): Promise<void> {
  const id = membership?.homePartyOrgId ?? null;
  if (id === null || (await rows.partyOrganisation.count({ where: { id } })) > 0) return;
  throw new FieldInvalid(
    'membership.homePartyOrgId',
    '没有找到该党组织,请核对编号。',
    'There is no such Party organisation. Check its id.',
  );
}

async function personFor({ rows }: Database, cipher: ColumnCipher, holder: NewHolder): Promise<string> {
  const { name, idNo, phone, membership } = holder;
  const known = await rows.person.findUnique({ where: { idNoDigest: digestOf(cipher, idNo) } });
  if (known === null) {
    const id = randomUUID();
    const sealed = { ...sealResidentId(cipher, id, idNo), ...(phone === null ? {} : sealPhone(cipher, id, phone)) };
    const birthDate = dateColumn(birthDateOf(idNo));
    await rows.person.create({
      data: { id, name, sex: sexOf(idNo), birthDate, ...sealed, ...membershipColumns(membership) },
    });
    return id;
  }
  if (matchingKey(known.name) !== matchingKey(name)) throw new PersonKnownDifferently('name');
  if (membership === null) return known.id;
  if (known.partyStatus === null) {
    await rows.person.update({ where: { id: known.id }, data: membershipColumns(membership) });
    return known.id;
  }
  const same =
    known.partyStatus === membership.status &&
    dayOf(known.fullSince) === membership.fullSince &&
    known.homePartyOrgId === membership.homePartyOrgId;
  if (!same) throw new PersonKnownDifferently('membership');
  return known.id;
}

async function assertPostFree(
  tx: Database,
  organisationId: string,
  personId: string,
  holder: NewHolder,
): Promise<void> {
  const { post, from, isLegalRep } = holder;
  const clash = await tx.rows.orgPost.findFirst({
    where: { organisationId, personId, post, OR: [{ to: null }, { to: { gte: dateColumn(from) } }] },
  });
  if (clash !== null) throw new PostHeldAlready(post);
  if (!isLegalRep) return;
  const { held, socialGroup } = await legalRepresentations(tx, organisationId, personId);
  assertLegalRepresentative({ organisationId, personId, socialGroup, from, to: null }, held);
}

async function endPost(
  { rows }: Database,
  organisationId: string,
  personId: string,
  { postId, to }: { readonly postId: string; readonly to: IsoDate },
): Promise<void> {
  const post = await rows.orgPost.findFirst({ where: { id: postId, organisationId, personId } });
  if (post === null) throw new NotFound('OrgPost');
  if (to < dayOf(post.from)) {
    throw new FieldInvalid('endPost.to', '离任日期不能早于任职日期。', 'The post ends before it begins.', { to });
  }
  await rows.orgPost.update({ where: { id: postId }, data: { to: dateColumn(to) } });
}

async function relate(
  { rows }: Database,
  personId: string,
  organisationId: string,
  status: RelationStatus | null,
): Promise<void> {
  if (status === null) {
    await rows.partyRelation.deleteMany({ where: { personId, organisationId } });
    return;
  }
  const where = { personId_organisationId: { personId, organisationId } };
  await rows.partyRelation.upsert({ where, create: { personId, organisationId, status }, update: { status } });
}

function membershipColumns(membership: Membership | null) {
  return {
    partyStatus: membership?.status ?? null,
    fullSince: dateColumn(membership?.fullSince ?? null),
    homePartyOrgId: membership?.homePartyOrgId ?? null,
  };
}
