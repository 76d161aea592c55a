import { birthDateOf, sexOf } from '#domain/identifier/resident-id.js';
import { matchingKey } from '#domain/text/matching-key.js';
import type { ImportPlan } from '#domain/workbook/plan-import.rule.js';
import type { ColumnCipher } from '../../crypto.js';
import { sealPhone, sealResidentId } from '../person-columns.js';
import type { Tx } from '../record/transaction.js';

/** Writes what was planned, each table in one statement or two. `newId` gives ids that nobody has. */
export async function writePlan(tx: Tx, cipher: ColumnCipher, plan: ImportPlan, newId: () => string): Promise<void> {
  await writeOrganisations(tx, plan);
  await writePeople(tx, cipher, plan);
  await writePosts(tx, plan, newId);
  await writeMembers(tx, plan);
}

/** Organisations that the plan touches, and every other one in which its members hold a post: a membership belongs to the person. */
export async function organisationsConcerned(tx: Tx, { organisations, posts, members }: ImportPlan): Promise<string[]> {
  const touched = [
    ...organisations.map(({ id }) => id),
    ...[...posts, ...members].map(({ organisationId }) => organisationId),
  ];
  const text = `SELECT DISTINCT k."organisationId" AS id FROM "Case" k WHERE k."closedAt" IS NULL AND (k."organisationId" = ANY($1::text[])
    OR k."organisationId" IN (SELECT p."organisationId" FROM "OrgPost" p WHERE p."personId" = ANY($2::text[])))`;
  const { rows } = await tx.query<{ readonly id: string }>(text, [
    [...new Set(touched)],
    members.map(({ personId }) => personId),
  ]);
  return rows.map(({ id }) => id);
}

const ORGANISATIONS = `INSERT INTO "Organisation" (id, name, "nameKey", uscc, "usccWaiver", "filingNo", type, subtype, "legalStatus", "registeredAt", level,
    "divisionCode", address, "fieldTags", "councilTermStart", "councilTermEnd", "councilSize", "charterPartyBuilding", "managementMode", "supervisoryUnitId", "registryUnitId", "endedOn", charity)
  SELECT x.id, x.name, x."nameKey", x.uscc, x."usccWaiver", x."filingNo", x.type, x.subtype, x."legalStatus", x."registeredAt", x.level, x."divisionCode", x.address,
    ARRAY(SELECT jsonb_array_elements_text(x."fieldTags")), x."termStart", x."termEnd", x."councilSize", x."charterPartyBuilding", x."managementMode",
    x."supervisoryUnitId", x."registryUnitId", x."endedOn", coalesce(x.charity, false)
  FROM jsonb_to_recordset($1::jsonb) AS x(id text, name text, "nameKey" text, uscc text, "usccWaiver" boolean, "filingNo" text, type text, subtype text,
    "legalStatus" text, "registeredAt" date, level text, "divisionCode" text, address text, "fieldTags" jsonb, "termStart" date, "termEnd" date, "councilSize" int,
    "charterPartyBuilding" boolean, "managementMode" text, "supervisoryUnitId" text, "registryUnitId" text,
    "endedOn" date, charity boolean)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, "nameKey" = excluded."nameKey", uscc = coalesce(excluded.uscc, "Organisation".uscc),
    "usccWaiver" = excluded."usccWaiver", "filingNo" = coalesce(excluded."filingNo", "Organisation"."filingNo"), type = excluded.type, subtype = excluded.subtype,
    "legalStatus" = excluded."legalStatus", "registeredAt" = coalesce(excluded."registeredAt", "Organisation"."registeredAt"), level = excluded.level,
    "divisionCode" = excluded."divisionCode", address = excluded.address, "fieldTags" = excluded."fieldTags",
    "councilTermStart" = coalesce("Organisation"."councilTermStart", excluded."councilTermStart"),
    "councilTermEnd" = coalesce("Organisation"."councilTermEnd", excluded."councilTermEnd"), "councilSize" = coalesce(excluded."councilSize", "Organisation"."councilSize"),
    "charterPartyBuilding" = excluded."charterPartyBuilding", "managementMode" = coalesce(excluded."managementMode", "Organisation"."managementMode"),
    "supervisoryUnitId" = coalesce(excluded."supervisoryUnitId", "Organisation"."supervisoryUnitId"), "registryUnitId" = excluded."registryUnitId",
    "endedOn" = CASE WHEN excluded."legalStatus" IN ('CANCELLED', 'REVOKED') THEN coalesce(excluded."endedOn", "Organisation"."endedOn") END`;
/** An empty cell leaves a recognised charity as it is. */
const CHARITIES = `UPDATE "Organisation" o SET charity = x.charity FROM jsonb_to_recordset($1::jsonb) AS x(id text, charity boolean) WHERE o.id = x.id`;

async function writeOrganisations(tx: Tx, { organisations }: ImportPlan): Promise<void> {
  const written = organisations.map(({ id, row, term, supervisoryUnitId, registryUnitId }) => ({
    ...row,
    ...{ id, supervisoryUnitId, registryUnitId },
    nameKey: matchingKey(row.name),
    termStart: term?.start ?? null,
    termEnd: term?.end ?? null,
  }));
  await each(tx, ORGANISATIONS, written);
  await each(
    tx,
    CHARITIES,
    written.filter(({ charity }) => charity !== null).map(({ id, charity }) => ({ id, charity })),
  );
}

const NEW_PEOPLE = `INSERT INTO "Person" (id, name, sex, "birthDate", "idNoCipher", "idNoDigest", "phoneCipher")
  SELECT x.id, x.name, x.sex, x."birthDate", decode(x."idNoCipher", 'hex'), x."idNoDigest", decode(x."phoneCipher", 'hex')
  FROM jsonb_to_recordset($1::jsonb) AS x(id text, name text, sex text, "birthDate" date, "idNoCipher" text, "idNoDigest" text, "phoneCipher" text)`;
const PHONES = `UPDATE "Person" p SET "phoneCipher" = decode(x."phoneCipher", 'hex')
  FROM jsonb_to_recordset($1::jsonb) AS x(id text, "phoneCipher" text) WHERE p.id = x.id`;

async function writePeople(tx: Tx, cipher: ColumnCipher, { people }: ImportPlan): Promise<void> {
  const sealed = people.map(({ id, known, name, idNo, phone }) => {
    const phoneCipher = phone === null ? null : hex(sealPhone(cipher, id, phone).phoneCipher);
    return { id, known, name, idNo, phoneCipher };
  });
  const fresh = sealed
    .filter(({ known }) => !known)
    .map(({ id, name, idNo, phoneCipher }) => {
      const { idNoCipher, idNoDigest } = sealResidentId(cipher, id, idNo);
      return {
        id,
        name,
        sex: sexOf(idNo),
        birthDate: birthDateOf(idNo),
        idNoCipher: hex(idNoCipher),
        idNoDigest,
        phoneCipher,
      };
    });
  await each(tx, NEW_PEOPLE, fresh);
  await each(
    tx,
    PHONES,
    sealed.flatMap(({ id, known, phoneCipher }) => (known && phoneCipher !== null ? [{ id, phoneCipher }] : [])),
  );
}

const POSTS = `INSERT INTO "OrgPost" (id, "organisationId", "personId", post, "inCouncil", "isLegalRep", "from", "to")
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(id text, "organisationId" text, "personId" text, post text, "inCouncil" boolean, "isLegalRep" boolean, "from" date, "to" date)
  ON CONFLICT (id) DO UPDATE SET "inCouncil" = excluded."inCouncil", "isLegalRep" = excluded."isLegalRep", "to" = excluded."to"`;

async function writePosts(tx: Tx, { posts }: ImportPlan, newId: () => string): Promise<void> {
  const written = posts.map(({ known, organisationId, personId, inCouncil, row }) => {
    const { post, isLegalRep, from, to } = row;
    return { id: known?.id ?? newId(), organisationId, personId, post, inCouncil, isLegalRep, from, to };
  });
  await each(tx, POSTS, written);
}

const MEMBERSHIPS = `UPDATE "Person" p SET "partyStatus" = x.status, "fullSince" = x."fullSince", "homePartyOrgId" = x."homePartyOrgId"
  FROM jsonb_to_recordset($1::jsonb) AS x(id text, status text, "fullSince" date, "homePartyOrgId" text) WHERE p.id = x.id`;
const RELATIONS = `INSERT INTO "PartyRelation" ("personId", "organisationId", status)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS x("personId" text, "organisationId" text, status text)
  ON CONFLICT ("personId", "organisationId") DO UPDATE SET status = excluded.status`;

async function writeMembers(tx: Tx, { members }: ImportPlan): Promise<void> {
  const memberships = new Map(members.map(({ personId: id, membership }) => [id, { id, ...membership }]));
  await each(tx, MEMBERSHIPS, [...memberships.values()]);
  await each(
    tx,
    RELATIONS,
    members.map(({ personId, organisationId, row }) => ({ personId, organisationId, status: row.relationStatus })),
  );
}

async function each(tx: Tx, text: string, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await tx.query(text, [JSON.stringify(rows)]);
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
