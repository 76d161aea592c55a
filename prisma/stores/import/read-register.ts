import { parseIsoDate } from '#domain/calendar/iso-date.js';
import type { ResidentId } from '#domain/identifier/resident-id.js';
import type { LegalRepresentation } from '#domain/organisation/legal-representative.rule.js';
import { ORGANISATION_TYPES, POSTS } from '#domain/terms/organisation-terms.js';
import { readTerm } from '#domain/terms/term.js';
import { isSocialGroup } from '#domain/workbook/check-organisations.rule.js';
import { nameKey } from '#domain/workbook/named.js';
import type { ReadWorkbook } from '#domain/workbook/plan-import.rule.js';
import type { KnownOrganisation, KnownPerson, KnownPost, Named, Register } from '#domain/workbook/register.js';
import type { ColumnCipher } from '../../crypto.js';
import { digestOf } from '../person-columns.js';
import type { Tx } from '../record/transaction.js';

/** What the register knows of everything that the workbook names. Its organisations stay locked until the transaction ends. */
export async function readRegister(tx: Tx, cipher: ColumnCipher, workbook: ReadWorkbook): Promise<Register> {
  const organisations = await organisationsOf(tx, workbook);
  const people = await peopleOf(tx, cipher, workbook);
  const organisationIds = [...organisations.values()].map(({ id }) => id);
  const personIds = [...people.values()].map(({ id }) => id);
  const units = workbook.organisations.flatMap(({ row }) => [row.supervisoryUnit ?? [], row.registryUnit ?? []].flat());
  const homes = workbook.members.flatMap(({ row }) => row.home ?? []);
  return {
    organisations,
    people,
    posts: await postsOf(tx, personIds),
    representations: await representationsOf(tx, organisationIds, personIds),
    units: await named(tx, 'Unit', units),
    partyOrganisations: await named(tx, 'PartyOrganisation', homes),
  };
}

interface OrganisationColumns {
  readonly id: string;
  readonly uscc: string | null;
  readonly filingNo: string | null;
  readonly type: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly registryUnitId: string | null;
}

// Locked in the order of their ids, so that two imports, or an import and a change of one organisation, wait instead of blocking each other.
const ORGANISATIONS = `SELECT id, uscc, "filingNo", type, "registryUnitId",
    to_char("councilTermStart", 'YYYY-MM-DD') AS start, to_char("councilTermEnd", 'YYYY-MM-DD') AS "end"
  FROM "Organisation" WHERE id IN (
    SELECT id FROM "Organisation" WHERE uscc = ANY($1::text[]) UNION SELECT id FROM "Organisation" WHERE "filingNo" = ANY($1::text[]))
  ORDER BY id FOR UPDATE`;

async function organisationsOf(
  tx: Tx,
  { organisations, posts, members }: ReadWorkbook,
): Promise<ReadonlyMap<string, KnownOrganisation>> {
  const named = [...posts, ...members].flatMap(({ row }) => [row.organisation, row.organisation.toUpperCase()]);
  const own = organisations.flatMap(({ row }) => [row.uscc ?? [], row.filingNo ?? []].flat());
  const { rows } = await tx.query<OrganisationColumns>(ORGANISATIONS, [distinct([...own, ...named])]);
  const found = new Map<string, KnownOrganisation>();
  for (const { id, uscc, filingNo, type, start, end, registryUnitId } of rows) {
    const term = start === null || end === null ? null : { start: parseIsoDate(start), end: parseIsoDate(end) };
    const socialGroup = isSocialGroup(readTerm(ORGANISATION_TYPES, type));
    for (const code of [uscc, filingNo])
      if (code !== null) found.set(code, { id, uscc, filingNo, term, registryUnitId, socialGroup });
  }
  return found;
}

async function peopleOf(
  tx: Tx,
  cipher: ColumnCipher,
  { posts, members }: ReadWorkbook,
): Promise<ReadonlyMap<string, KnownPerson>> {
  const numbers = new Set<ResidentId>([...posts, ...members].map(({ row }) => row.idNo));
  const byDigest = new Map([...numbers].map((idNo) => [digestOf(cipher, idNo), idNo]));
  const text = `SELECT id, name, "idNoDigest" AS digest, "partyStatus" IS NOT NULL AS member FROM "Person" WHERE "idNoDigest" = ANY($1::text[])`;
  const { rows } = await tx.query<KnownPerson & { readonly digest: string }>(text, [[...byDigest.keys()]]);
  return new Map(
    rows.flatMap(({ digest, ...person }) => {
      const idNo = byDigest.get(digest);
      return idNo === undefined ? [] : [[idNo, person] as const];
    }),
  );
}

interface PostColumns {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly post: string;
  readonly inCouncil: boolean;
  readonly from: string;
  readonly to: string | null;
}

const TENURE = `to_char(p."from", 'YYYY-MM-DD') AS "from", to_char(p."to", 'YYYY-MM-DD') AS "to"`;
const POSTS_HELD = `SELECT p.id, p."organisationId", p."personId", p.post, p."inCouncil", ${TENURE} FROM "OrgPost" p WHERE p."personId" = ANY($1::text[])`;

async function postsOf(tx: Tx, personIds: readonly string[]): Promise<KnownPost[]> {
  const { rows } = await tx.query<PostColumns>(POSTS_HELD, [personIds]);
  return rows.map(({ post, from, to, ...rest }) => ({
    ...rest,
    post: readTerm(POSTS, post),
    from: parseIsoDate(from),
    to: to === null ? null : parseIsoDate(to),
  }));
}

const REPRESENTATIONS = `SELECT p."organisationId", p."personId", o.type, ${TENURE} FROM "OrgPost" p JOIN "Organisation" o ON o.id = p."organisationId"
  WHERE p."isLegalRep" AND (p."organisationId" = ANY($1::text[]) OR p."personId" = ANY($2::text[]))`;

async function representationsOf(
  tx: Tx,
  organisationIds: readonly string[],
  personIds: readonly string[],
): Promise<LegalRepresentation[]> {
  const { rows } = await tx.query<PostColumns & { readonly type: string }>(REPRESENTATIONS, [
    organisationIds,
    personIds,
  ]);
  return rows.map(({ organisationId, personId, type, from, to }) => ({
    ...{ organisationId, personId, socialGroup: isSocialGroup(readTerm(ORGANISATION_TYPES, type)) },
    from: parseIsoDate(from),
    to: to === null ? null : parseIsoDate(to),
  }));
}

async function named(tx: Tx, table: 'Unit' | 'PartyOrganisation', texts: readonly string[]): Promise<Named> {
  const text = `SELECT id, name FROM "${table}" WHERE name = ANY($1::text[]) OR id = ANY($1::text[])`;
  const { rows } = await tx.query<{ readonly id: string; readonly name: string }>(text, [distinct(texts)]);
  const ids = new Map<string, Set<string>>();
  for (const { id, name } of rows)
    for (const key of [nameKey(id), nameKey(name)]) ids.set(key, (ids.get(key) ?? new Set()).add(id));
  return new Map([...ids].map(([key, set]) => [key, [...set]]));
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];
