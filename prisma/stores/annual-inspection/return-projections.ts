import { z } from 'zod';

import { partySectionGaps } from '#domain/annual-inspection/party-section.rule.js';
import { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import { timelinessOf } from '#domain/annual-inspection/season-calendar.rule.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import type { Projection, Projections } from '../record.store.js';
import type { Tx } from '../record/transaction.js';

const Day = z.iso.date();
const Filed = z.looseObject({ formVersion: z.int(), on: Day });
const Closing = z.looseObject({ due: Day, closes: Day, extendedTo: Day.nullable() });
const Concluded = z.looseObject({
  conclusion: z.string(),
  on: Day,
  signer: z.string().nullable(),
  requestId: z.string().nullable(),
  proposed: z.string().nullish(),
  reasons: z.array(z.string()).default([]),
  /** Of the notice of this conclusion; null where there is none. */
  documentId: z.string().nullish(),
});
const Held = z.looseObject({ talkId: z.string(), heldOn: Day });
const Set = z.looseObject({ rectificationId: z.string(), setOn: Day, due: Day });
const HandedIn = z.looseObject({ rectificationId: z.string(), on: Day });
const Verified = z.looseObject({
  rectificationId: z.string(),
  on: Day,
  outcome: z.enum(['IN_TIME', 'LATE', 'FAILED']),
  undone: z.array(z.string()),
  officers: z.array(z.string()),
});

const closing: Projection = async (tx, caseId, _at, data) => {
  const { due, closes, extendedTo } = Closing.parse(data);
  await tx.query(
    `UPDATE "AnnualReturn" SET "due" = $2::date, "closes" = $3::date, "extendedTo" = COALESCE($4::date, "extendedTo") WHERE "caseId" = $1`,
    [caseId, due, closes, extendedTo],
  );
};

/** The day of the first filing decides how timely the return is; what is filed again later changes only its contents. */
const filed: Projection = async (tx, caseId, _at, data) => {
  const { formVersion, on } = Filed.parse(data);
  const { rows } = await tx.query<{ due: string; closes: string; firstFiledOn: string | null }>(
    `SELECT to_char("due", 'YYYY-MM-DD') AS due, to_char("closes", 'YYYY-MM-DD') AS closes,
       to_char("firstFiledOn", 'YYYY-MM-DD') AS "firstFiledOn" FROM "AnnualReturn" WHERE "caseId" = $1`,
    [caseId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`the return of case ${caseId} has no row`);
  const first = parseIsoDate(row.firstFiledOn ?? on);
  const days = { due: parseIsoDate(row.due), closes: parseIsoDate(row.closes) };
  await tx.query(
    'UPDATE "AnnualReturn" SET "firstFiledOn" = $2::date, "timeliness" = COALESCE("timeliness", $3) WHERE "caseId" = $1',
    [caseId, first, timelinessOf(first, days)],
  );
  await stand(tx, caseId, formVersion);
};

const resubmitted: Projection = (tx, caseId, _at, data) =>
  stand(tx, caseId, z.looseObject({ formVersion: z.int() }).parse(data).formVersion);

/** The version of the form that stands from now on, and whether its Party-building section lacks anything. */
async function stand(tx: Tx, caseId: string, version: number): Promise<void> {
  const text = 'SELECT "data" FROM "CaseForm" WHERE "caseId" = $1 AND "version" = $2';
  const { rows } = await tx.query<{ data: unknown }>(text, [caseId, version]);
  const form = AnnualReturnForm.safeParse(rows[0]?.data);
  const complete = form.success && partySectionGaps(form.data.partyBuilding).length === 0;
  await tx.query('UPDATE "AnnualReturn" SET "formVersion" = $2, "partySectionComplete" = $3 WHERE "caseId" = $1', [
    caseId,
    version,
    complete,
  ]);
  await tx.query(`UPDATE "Draft" SET "caseId" = $1 WHERE "id" = 'return-' || $1 || '-' || ($2::int - 1)`, [
    caseId,
    version,
  ]);
}

const findings: Projection = async (tx, caseId, _at, data) => {
  await tx.query('UPDATE "AnnualReturn" SET "findings" = $2 WHERE "caseId" = $1', [caseId, JSON.stringify(data)]);
};

/**
 * A new conclusion takes away what followed from the old one: its publication, talk and rectification stay in their own
 * tables, its papers are no longer in force. Where the season closed on a return that had been given back, what was filed before does not stand:
 * neither its form nor its timeliness (未参检 was not filed in time).
 */
const concluded: Projection = async (tx, caseId, _at, data) => {
  const { conclusion, on, signer, requestId, proposed, reasons, documentId = null } = Concluded.parse(data);
  await tx.query(
    `UPDATE "AnnualReturn" SET "conclusion" = $2, "concludedOn" = $3::date, "proposed" = $4, "proposalReasons" = $5,
       "formVersion" = CASE WHEN $2 <> 'NOT_PARTICIPATED' THEN "formVersion" END,
       "firstFiledOn" = CASE WHEN $2 <> 'NOT_PARTICIPATED' THEN "firstFiledOn" END,
       "timeliness" = CASE WHEN $2 <> 'NOT_PARTICIPATED' THEN "timeliness" END,
       "publishedOn" = NULL, "talkNoticedOn" = NULL, "talkFor" = NULL, "talkHeldOn" = NULL, "rectification" = 'NONE', "rectificationDue" = NULL
     WHERE "caseId" = $1`,
    [caseId, conclusion, on, proposed ?? null, reasons],
  );
  const { rows } = await tx.query<{ ordinal: number }>(
    `INSERT INTO "ReturnConclusion" ("caseId", "ordinal", "conclusion", "proposed", "reasons", "decidedBy", "requestId", "on")
     SELECT $1, 1 + count(*)::int, $2, $3, $4::text[], $5, $6, $7::date FROM "ReturnConclusion" WHERE "caseId" = $1 RETURNING "ordinal"`,
    [caseId, conclusion, proposed ?? null, reasons, signer, requestId, on],
  );
  if (rows.some(({ ordinal }) => ordinal > 1)) await supersedePapers(tx, caseId, documentId);
};

/** The notice of the old conclusion is replaced by that of the new one; without one it is revoked, as is what followed from it. */
async function supersedePapers(tx: Tx, caseId: string, documentId: string | null): Promise<void> {
  await tx.query(
    `UPDATE "Document" SET "status" = CASE WHEN "kind" = 'INSPECTION_CONCLUSION' AND $2::text IS NOT NULL THEN 'REPLACED' ELSE 'REVOKED' END
     WHERE "caseId" = $1 AND "kind" IN ('INSPECTION_CONCLUSION', 'TALK_NOTICE', 'RECTIFICATION_ORDER') AND "status" = 'VALID'
       AND "id" IS DISTINCT FROM $2`,
    [caseId, documentId],
  );
}

const published: Projection = async (tx, caseId, _at, data) => {
  const { on } = z.looseObject({ on: Day }).parse(data);
  await tx.query('UPDATE "AnnualReturn" SET "publishedOn" = $2::date WHERE "caseId" = $1', [caseId, on]);
};

const talkNoticed: Projection = async (tx, caseId, _at, data) => {
  const { on, heldOn } = z.looseObject({ on: Day, heldOn: Day }).parse(data);
  await tx.query('UPDATE "AnnualReturn" SET "talkNoticedOn" = $2::date, "talkFor" = $3::date WHERE "caseId" = $1', [
    caseId,
    on,
    heldOn,
  ]);
};

const talked: Projection = async (tx, caseId, _at, data) => {
  const { talkId, heldOn } = Held.parse(data);
  await tx.query('UPDATE "AnnualReturn" SET "talkHeldOn" = $2::date WHERE "caseId" = $1', [caseId, heldOn]);
  await tx.query('UPDATE "Talk" SET "heldOn" = $3::date WHERE "id" = $2 AND "caseId" = $1', [caseId, talkId, heldOn]);
};

const rectificationSet: Projection = async (tx, caseId, _at, data) => {
  const { rectificationId, setOn, due } = Set.parse(data);
  await tx.query(
    `UPDATE "AnnualReturn" SET "rectification" = 'PENDING', "rectificationDue" = $2::date WHERE "caseId" = $1`,
    [caseId, due],
  );
  await tx.query('UPDATE "Rectification" SET "setOn" = $3::date, "due" = $4::date WHERE "id" = $2 AND "caseId" = $1', [
    caseId,
    rectificationId,
    setOn,
    due,
  ]);
};

const handedIn: Projection = async (tx, caseId, _at, data) => {
  const { rectificationId, on } = HandedIn.parse(data);
  await tx.query('UPDATE "Rectification" SET "handedInOn" = $3::date WHERE "id" = $2 AND "caseId" = $1', [
    caseId,
    rectificationId,
    on,
  ]);
};

const verified: Projection = async (tx, caseId, _at, data) => {
  const { rectificationId, on, outcome, undone, officers } = Verified.parse(data);
  await tx.query('UPDATE "AnnualReturn" SET "rectification" = $2 WHERE "caseId" = $1', [caseId, outcome]);
  await tx.query(
    'UPDATE "Rectification" SET "verifiedOn" = $3::date, "outcome" = $4, "officers" = $5 WHERE "id" = $2 AND "caseId" = $1',
    [caseId, rectificationId, on, outcome, officers],
  );
  await tx.query(
    'UPDATE "RectificationItem" SET "done" = NOT ("itemId" = ANY($2::text[])) WHERE "rectificationId" = $1',
    [rectificationId, undone],
  );
};

const partyConfirmation: Projection = async (tx, caseId, _at, data) => {
  const { answer } = z.looseObject({ answer: z.string() }).parse(data);
  await tx.query('UPDATE "AnnualReturn" SET "partyConfirmation" = $2 WHERE "caseId" = $1', [caseId, answer]);
};

/** The tables of one return that a record shows in its own transaction. */
export const RETURN_PROJECTIONS: Projections = {
  'annual-inspection/closing': closing,
  'annual-inspection/filed': filed,
  'annual-inspection/resubmitted': resubmitted,
  'annual-inspection/findings': findings,
  'annual-inspection/party-confirmation': partyConfirmation,
  'annual-inspection/concluded': concluded,
  'annual-inspection/published': published,
  'annual-inspection/talk-noticed': talkNoticed,
  'annual-inspection/talk': talked,
  'annual-inspection/rectification-set': rectificationSet,
  'annual-inspection/handed-in': handedIn,
  'annual-inspection/verified': verified,
};
