import { z } from 'zod';

import { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import type { Projection, Projections } from '../record.store.js';
import type { Tx } from '../record/transaction.js';
import type { Established } from './established.js';

const Day = z.iso.date();
const Approval = z.looseObject({
  termStart: Day,
  termEnd: Day,
  replyDocNo: z.string().nullable(),
  designated: z.object({ secretary: z.string(), deputy: z.string().nullable(), committee: z.array(z.string()) }),
  members: z.array(z.string()),
});
const Filed = z.looseObject({ filingNo: z.string().nullable() });
const Status = z.looseObject({ status: z.string(), countsInCoverage: z.boolean(), termEnd: Day.optional() });
const Term = z.looseObject({ termStart: Day, termEnd: Day });

/** The row id of the Party organisation that a case set up. */
const partyOrgId = (caseId: string): string => `po-${caseId}`;

/** 批复: the organisation exists from the reply on; it counts in coverage once it is filed. */
const establish: Projection = async (tx, caseId, _at, data) => {
  const { termStart, termEnd, replyDocNo, designated, members } = Approval.parse(data);
  const form = await newestForm(tx, caseId);
  const roster: Established = {
    ...designated,
    members,
    replyDocNo,
    isOneShoulder: form.isOneShoulder,
  };
  const { rows } = await tx.query<{ organisationId: string }>(
    `INSERT INTO "PartyOrganisation" ("id", "type", "name", "level", "divisionCode", "parentId", "status", "temporary",
       "canApproveProbationary", "termStart", "termEnd", "secretaryPersonId", "caseId", "countsInCoverage", "roster")
     SELECT $2, $3, $4, o."level", o."divisionCode", superior."id", 'APPROVED', true, false, $5::date, $6::date, $7, $1, false, $8
       FROM "Case" k JOIN "Organisation" o ON o."id" = k."organisationId"
       LEFT JOIN LATERAL (SELECT "id" FROM "PartyOrganisation" WHERE "unitId" = k."unitId" ORDER BY "id" LIMIT 1) superior ON true
      WHERE k."id" = $1
     RETURNING (SELECT "organisationId" FROM "Case" WHERE "id" = $1) AS "organisationId"`,
    [
      caseId,
      partyOrgId(caseId),
      form.kind,
      form.proposedName,
      termStart,
      termEnd,
      designated.secretary,
      JSON.stringify(roster),
    ],
  );
  await tx.query('INSERT INTO "PartyOrgCoverage" ("partyOrgId", "organisationId") VALUES ($1, $2)', [
    partyOrgId(caseId),
    rows[0]?.organisationId,
  ]);
  for (const [index, appointment] of form.crossAppointments.entries()) {
    await tx.query(
      `INSERT INTO "CrossAppointment" ("id", "partyOrgId", "personId", "partyPost", "managementPost", "direction")
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        `${partyOrgId(caseId)}-${index + 1}`,
        partyOrgId(caseId),
        appointment.personId,
        appointment.partyPost,
        appointment.managementPost,
        appointment.direction,
      ],
    );
  }
};

/** 备案: it is active and counts. */
const file: Projection = async (tx, caseId, _at, data) => {
  const { filingNo } = Filed.parse(data);
  await tx.query(
    `UPDATE "PartyOrganisation" SET "status" = 'ACTIVE', "countsInCoverage" = true,
       "roster" = "roster" || jsonb_build_object('filingNo', $2::text) WHERE "caseId" = $1`,
    [caseId, filingNo],
  );
};

const changeStatus: Projection = async (tx, caseId, _at, data) => {
  const { status, countsInCoverage, termEnd } = Status.parse(data);
  await tx.query(
    `UPDATE "PartyOrganisation" SET "status" = $2, "countsInCoverage" = $3, "termEnd" = COALESCE($4::date, "termEnd")
      WHERE "caseId" = $1`,
    [caseId, status, countsInCoverage, termEnd ?? null],
  );
};

const changeTerm: Projection = async (tx, caseId, _at, data) => {
  const { termStart, termEnd } = Term.parse(data);
  await tx.query('UPDATE "PartyOrganisation" SET "termStart" = $2::date, "termEnd" = $3::date WHERE "caseId" = $1', [
    caseId,
    termStart,
    termEnd,
  ]);
};

/** 成员变动备案: the roster as it is now: the listed members who still sit in the council. */
const fileRoster: Projection = async (tx, caseId, _at, data) => {
  const { on } = z.looseObject({ on: Day }).parse(data);
  await tx.query(
    `UPDATE "PartyOrganisation" p SET "roster" = p."roster" || jsonb_build_object('members', COALESCE((
       SELECT jsonb_agg(DISTINCT person."id") FROM "Case" k
         JOIN "OrgPost" post ON post."organisationId" = k."organisationId" AND post."inCouncil"
          AND post."from" <= $2::date AND (post."to" IS NULL OR post."to" >= $2::date)
         JOIN "Person" person ON person."id" = post."personId" AND person."partyStatus" = 'FULL'
         LEFT JOIN "PartyRelation" r ON r."personId" = person."id" AND r."organisationId" = k."organisationId"
        WHERE k."id" = p."caseId" AND r."status" IS DISTINCT FROM 'TRANSFERRED'), '[]'::jsonb))
      WHERE p."caseId" = $1`,
    [caseId, on],
  );
};

/** The tables of M01 that a record shows in its own transaction. */
export const TEMP_PARTY_ORG_PROJECTIONS: Projections = {
  'temp-party-org/established': establish,
  'temp-party-org/filed': file,
  'temp-party-org/status': changeStatus,
  'temp-party-org/term': changeTerm,
  'temp-party-org/roster': fileRoster,
  // The answer is the ledger's; no other table shows it.
  'temp-party-org/confirmed': () => Promise.resolve(),
};

async function newestForm(tx: Tx, caseId: string): Promise<TempPartyOrgApplication> {
  const text = 'SELECT "data" FROM "CaseForm" WHERE "caseId" = $1 ORDER BY "version" DESC LIMIT 1';
  const { rows } = await tx.query<{ data: unknown }>(text, [caseId]);
  return TempPartyOrgApplication.parse(rows[0]?.data);
}
