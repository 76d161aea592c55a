/** $1 season. What each organisation of it has come to. */
export const SEASON_FACTS_SQL = `
SELECT m."standing" = 'EXEMPT' OR c."state" = 'EXEMPT' AS exempt, r."timeliness", r."conclusion", r."concludedOn"::text,
  r."talkHeldOn" IS NOT NULL AS "talkHeld", coalesce(r."rectification", 'NONE') AS rectification, r."firstFiledOn" IS NOT NULL AS filed,
  coalesce(r."partySectionComplete", false) AS "partySectionComplete", s."toRegistry"::text AS "closedOn"
FROM "SeasonMember" m JOIN "Season" s ON s."caseId" = m."seasonId"
LEFT JOIN "AnnualReturn" r ON r."caseId" = m."caseId" LEFT JOIN "Case" c ON c."id" = m."caseId"
WHERE m."seasonId" = $1 AND m."standing" IN ('REQUIRED', 'EXEMPT')`;

/** $1 figures as they are frozen. */
export const FREEZE_SQL = `
INSERT INTO "MetricSnapshot" ("id", "metric", "scope", "asOf", "numerator", "denominator", "unit", "frozenAt", "reason")
SELECT x."id", x."metric", x."scope", x."asOf", x."numerator", x."denominator", '%', x."frozenAt", x."reason"
FROM jsonb_to_recordset($1::jsonb) AS x("id" text, "metric" text, "scope" text, "asOf" date, "numerator" numeric, "denominator" numeric,
  "frozenAt" timestamp(3), "reason" text)
ON CONFLICT ("id") DO NOTHING`;

/** $1 scope, $2 day or null: every frozen figure, corrections after what they correct. */
export const FROZEN_SQL = `
SELECT "metric", "asOf"::text, "numerator"::int, "denominator"::int, "frozenAt", "reason" FROM "MetricSnapshot"
WHERE "scope" = $1 AND ($2::date IS NULL OR "asOf" = $2::date) ORDER BY "asOf", "metric", "frozenAt", "id"`;
