import { caseColumns, taskColumns } from './case-row.js';

/** $2 code, $3 division, $4 year: the counter, moved on by so many cases; its row is locked until the transaction ends. */
const counter = (cases: string): string => `
  INSERT INTO "CaseCounter" AS c ("code", "divisionCode", "year", "last") VALUES ($2::text, $3::text, $4::int, ${cases})
  ON CONFLICT ("code", "divisionCode", "year") DO UPDATE SET "last" = c."last" + ${cases}
  RETURNING "last"`;

const caseNo = (seq: string): string =>
  `$2::text || '-' || $3::text || '-' || $4::int || '-' || lpad(${seq}::text, greatest(5, length(${seq}::text)), '0')`;

const BORN_COLUMNS = `"id", "caseNo", "matter", "title", "organisationId", "unitId", "divisionCode", "applicantUserId", "state",
    "config", "facts", "submittedAt", "updatedAt", "startRequestId", "predecessorId"`;

const WITHIN_NUMBERS = `banjie_require((SELECT "last" FROM counter) <= 99999, 'NUMBERS')`;

/**
 * A case is born in one statement, so the row of the counter is locked for one commit only, and a statement that fails takes its number back.
 *
 * $1 id, $2 code, $3 division, $4 year, $5 matter, $6 title, $7 organisation, $8 unit, $9 applicant, $10 state, $11 config, $12 facts, $13 at,
 * $14 request, $15 predecessor, $16 form, $17 files, $18 draft, $19 its version, $20 units.
 */
export const CREATE_CASE_SQL = `
WITH counter AS (${counter('1')}
), born AS (
  INSERT INTO "Case" (${BORN_COLUMNS})
  SELECT $1::text, ${caseNo('"last"')}, $5::text, $6::text, $7::text, $8::text,
    $3::text, $9::text, $10::text, $11::jsonb, $12::jsonb, $13::timestamp(3), $13::timestamp(3), $14::text, $15::text
  FROM counter
  RETURNING *
), form AS (
  INSERT INTO "CaseForm" ("caseId", "version", "data", "createdAt") SELECT "id", 1, $16::jsonb, $13::timestamp(3) FROM born
), files AS (
  INSERT INTO "CaseFile" ("caseId", "uploadId") SELECT "id", unnest($17::text[]) FROM born ON CONFLICT DO NOTHING
), units AS (
  INSERT INTO "CaseUnit" ("caseId", "unitId", "part")
  SELECT born."id", x."unitId", x."part" FROM born, jsonb_to_recordset($20::jsonb) AS x("unitId" text, "part" text)
  ON CONFLICT DO NOTHING
), submitted AS (
  UPDATE "Draft" SET "caseId" = born."id", "updatedAt" = $13::timestamp(3) FROM born
  WHERE "Draft"."id" = $18::text AND "Draft"."caseId" IS NULL AND "Draft"."version" = $19::int
  RETURNING 1
)
SELECT ${caseColumns('born')},
  ${WITHIN_NUMBERS} AND
  banjie_require($18::text IS NULL OR EXISTS (SELECT FROM submitted), 'DRAFT') AS held
FROM born`;

/**
 * Many cases of one matter in one statement, numbered in the order of the list. They have no form yet, and the one who creates them
 * starts them too, so no sweep need look for them.
 *
 * $1 cases, $2 code, $3 division, $4 year, $5 matter, $6 unit, $7 applicant, $8 state, $9 config, $10 at.
 */
export const CREATE_CASES_SQL = `
WITH counter AS (${counter('jsonb_array_length($1::jsonb)')}
), wanted AS (
  SELECT x.*, c."last" - jsonb_array_length($1::jsonb) + x.place AS seq
  FROM counter c, ROWS FROM (jsonb_to_recordset($1::jsonb)
    AS ("id" text, "title" text, "organisationId" text, "facts" jsonb, "startRequestId" text, "units" jsonb)) WITH ORDINALITY
    AS x("id", "title", "organisationId", "facts", "startRequestId", "units", place)
), born AS (
  INSERT INTO "Case" (${BORN_COLUMNS}, "startedAt")
  SELECT w."id", ${caseNo('w.seq')}, $5::text, w."title", w."organisationId", $6::text,
    $3::text, $7::text, $8::text, $9::jsonb, w."facts", $10::timestamp(3), $10::timestamp(3), w."startRequestId", NULL, $10::timestamp(3)
  FROM wanted w
  RETURNING "id", "caseNo"
), units AS (
  INSERT INTO "CaseUnit" ("caseId", "unitId", "part")
  SELECT w."id", x."unitId", x."part" FROM wanted w, jsonb_to_recordset(w."units") AS x("unitId" text, "part" text)
  ON CONFLICT DO NOTHING
)
SELECT born."id", born."caseNo", ${WITHIN_NUMBERS} AS held FROM born`;

/** $1 case. */
export const TASKS_SQL = `SELECT ${taskColumns('"Task"')} FROM "Task" WHERE "caseId" = $1 ORDER BY "Task"."seq", "Task"."openedAt", "Task"."id"`;
