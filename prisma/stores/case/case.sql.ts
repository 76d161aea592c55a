import { caseColumns, taskColumns } from './case-row.js';

/**
 * A case is born in one statement, so the row of the counter is locked for one commit only, and a statement that fails takes its number back.
 *
 * $1 id, $2 code, $3 division, $4 year, $5 matter, $6 title, $7 organisation, $8 unit, $9 applicant, $10 state, $11 config, $12 facts, $13 at,
 * $14 request, $15 predecessor, $16 form, $17 files, $18 draft, $19 its version, $20 units.
 */
export const CREATE_CASE_SQL = `
WITH counter AS (
  INSERT INTO "CaseCounter" AS c ("code", "divisionCode", "year", "last") VALUES ($2::text, $3::text, $4::int, 1)
  ON CONFLICT ("code", "divisionCode", "year") DO UPDATE SET "last" = c."last" + 1
  RETURNING "last"
), born AS (
  INSERT INTO "Case" ("id", "caseNo", "matter", "title", "organisationId", "unitId", "divisionCode", "applicantUserId", "state",
    "config", "facts", "submittedAt", "updatedAt", "startRequestId", "predecessorId")
  SELECT $1::text, $2::text || '-' || $3::text || '-' || $4::int || '-' || lpad("last"::text, greatest(5, length("last"::text)), '0'), $5::text, $6::text, $7::text, $8::text,
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
  banjie_require((SELECT "last" FROM counter) <= 99999, 'NUMBERS') AND
  banjie_require($18::text IS NULL OR EXISTS (SELECT FROM submitted), 'DRAFT') AS held
FROM born`;

/** $1 case. */
export const TASKS_SQL = `SELECT ${taskColumns('"Task"')} FROM "Task" WHERE "caseId" = $1 ORDER BY "Task"."seq", "Task"."openedAt", "Task"."id"`;
