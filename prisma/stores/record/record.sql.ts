/** Kind of the notices to whoever follows a case; `params.state` is what it came to. */
export const FOLLOWED = 'FOLLOWED';

/**
 * One record in one statement, hence in one transaction and one round trip.
 *
 * `head` is the guard: it moves the case on only from the previous seq and hash, and everything else is written from `head`, so a
 * repeated, late or foreign record writes nothing at all and answers no row. Ten at the same time queue on the row of the case; one of them finds it as it
 * was. `before` reads the snapshot of the statement's start: whom the tasks waited for until now.
 *
 * Whoever follows the case hears of a change of its state, unless this record tells them something anyway or is theirs. Whether they may still read the
 * case is asked when they look; `follow:USER` tells them that something went on and not what.
 *
 * The record is told on the channel `banjie` when it commits; with more keys than a notification can hold, `keys` is null: everybody looks.
 *
 * $1 case, $2 seq, $3 previous hash, $4 at, $5 state, $6 closed, $7 payload after the opinion's hash, $8 kind, $9 actor, $10 request,
 * $11 opened, $12 touched, $13 ids of touched, $14 decision (none or one), $15 copies, $16 recusals, $17 notices, $18 keys to tell,
 * $19 whether the case's workflow writes it, so that Temporal has the case.
 */
export const RECORD_SQL = `
WITH opinion AS (
  SELECT encode(sha256(convert_to("opinion", 'UTF8')), 'hex') AS hash
  FROM "ActRequest" WHERE "id" = $10::text AND "caseId" = $1::text AND "opinion" IS NOT NULL
), entry AS MATERIALIZED (
  SELECT '{"actOpinionSha256":' || coalesce('"' || (SELECT hash FROM opinion) || '"', 'null') || $7::text AS payload
), head AS (
  UPDATE "Case" SET
    "seq" = $2::int, "state" = $5::text, "updatedAt" = $4::timestamp(3),
    "closedAt" = CASE WHEN $6::boolean THEN $4::timestamp(3) END,
    "startedAt" = coalesce("startedAt", CASE WHEN $19::boolean THEN $4::timestamp(3) END),
    "ledgerHash" = encode(sha256(convert_to($3::text || E'\\n' || entry.payload, 'UTF8')), 'hex')
  FROM entry
  WHERE "id" = $1::text AND "seq" = $2::int - 1 AND "ledgerHash" = $3::text
  RETURNING "id", "ledgerHash" AS hash, "applicantUserId" AS applicant, entry.payload
), ledger AS (
  INSERT INTO "LedgerEntry" ("caseId", "seq", "at", "kind", "actorId", "requestId", "payload", "prevHash", "hash")
  SELECT $1::text, $2::int, $4::timestamp(3), $8::text, $9::text, $10::text, payload, $3::text, hash FROM head
), before AS (
  SELECT "assigneeKey" FROM "Task" WHERE "id" = ANY($13::text[])
), touched AS (
  UPDATE "Task" t SET
    "assigneeKey" = coalesce(x."assigneeKey", t."assigneeKey"),
    "unitId" = CASE WHEN x."assigneeKey" IS NULL THEN t."unitId" ELSE x."unitId" END,
    "claimedBy" = CASE WHEN x."claim" THEN x."claimedBy" ELSE t."claimedBy" END,
    "status" = CASE WHEN x."outcome" IS NOT NULL THEN 'CLOSED' WHEN x."ground" IS NOT NULL THEN 'SUSPENDED'
                    WHEN x."resume" THEN 'OPEN' ELSE t."status" END,
    "pausedAt" = CASE WHEN x."ground" IS NOT NULL THEN $4::timestamp(3) WHEN x."resume" THEN NULL ELSE t."pausedAt" END,
    "pauseGround" = CASE WHEN x."ground" IS NOT NULL THEN x."ground" WHEN x."resume" THEN NULL ELSE t."pauseGround" END,
    "pausedMs" = t."pausedMs" + CASE WHEN x."resume" AND t."pausedAt" IS NOT NULL
                    THEN (extract(epoch from $4::timestamp(3) - t."pausedAt") * 1000)::bigint ELSE 0 END,
    "dueAt" = CASE WHEN x."setDue" THEN x."dueAt" ELSE t."dueAt" END,
    "escalatedAt" = CASE WHEN x."escalated" THEN $4::timestamp(3) ELSE t."escalatedAt" END,
    "closedAt" = CASE WHEN x."outcome" IS NOT NULL THEN $4::timestamp(3) END,
    "closedSeq" = CASE WHEN x."outcome" IS NOT NULL THEN $2::int END,
    "outcome" = x."outcome"
  FROM head, jsonb_to_recordset($12::jsonb) AS x(
    "id" text, "assigneeKey" text, "unitId" text, "claim" boolean, "claimedBy" text, "ground" text, "resume" boolean,
    "setDue" boolean, "dueAt" timestamp(3), "escalated" boolean, "outcome" text)
  WHERE t."id" = x."id" AND t."id" = ANY($13::text[]) AND t."caseId" = $1::text AND t."status" <> 'CLOSED'
  RETURNING t."id"
), opened AS (
  INSERT INTO "Task" ("id", "caseId", "seq", "stage", "kind", "assigneeKey", "unitId", "status", "openedAt", "dueAt", "limitUnit",
    "limitLength", "pausedAt", "pauseGround", "escalatedAt", "claimedBy", "closedAt", "closedSeq", "outcome")
  SELECT x."id", $1::text, $2::int, x."stage", x."kind", x."assigneeKey", x."unitId", x."status", $4::timestamp(3), x."dueAt", x."limitUnit",
    x."limitLength", x."pausedAt", x."pauseGround", x."escalatedAt", x."claimedBy", x."closedAt", x."closedSeq", x."outcome"
  FROM head, jsonb_to_recordset($11::jsonb) AS x(
    "id" text, "stage" text, "kind" text, "assigneeKey" text, "unitId" text, "status" text, "dueAt" timestamp(3), "limitUnit" text,
    "limitLength" int, "pausedAt" timestamp(3), "pauseGround" text, "escalatedAt" timestamp(3), "claimedBy" text,
    "closedAt" timestamp(3), "closedSeq" int, "outcome" text)
), decision AS (
  INSERT INTO "Decision" ("caseId", "seq", "requestId", "taskId", "stage", "kind", "verdict", "actorId", "onBehalfOf", "role", "unitId", "at")
  SELECT $1::text, $2::int, $10::text, x."taskId", x."stage", $8::text, x."verdict", $9::text, x."onBehalfOf", x."role", x."unitId", $4::timestamp(3)
  FROM head, jsonb_to_recordset($14::jsonb) AS x(
    "taskId" text, "stage" text, "verdict" text, "onBehalfOf" text, "role" text, "unitId" text)
), copies AS (
  INSERT INTO "Copy" ("caseId", "recipientKey", "at", "byUserId")
  SELECT $1::text, key, $4::timestamp(3), $9::text FROM head, unnest($15::text[]) AS key
  ON CONFLICT DO NOTHING
), recusals AS (
  INSERT INTO "Recusal" ("taskId", "userId", "ground", "at")
  SELECT x."taskId", x."userId", x."ground", $4::timestamp(3)
  FROM head, jsonb_to_recordset($16::jsonb) AS x("taskId" text, "userId" text, "ground" text)
  ON CONFLICT DO NOTHING
), notices AS (
  INSERT INTO "Notice" ("id", "caseId", "recipientKey", "kind", "params", "at")
  SELECT $1::text || '-' || $2::int || '-' || x."place", $1::text, x."to", x."kind", x."params", $4::timestamp(3)
  FROM head, jsonb_to_recordset($17::jsonb) AS x("place" int, "to" text, "kind" text, "params" jsonb)
), was AS (
  SELECT "state" FROM "Case" WHERE "id" = $1::text
), followers AS (
  SELECT f."userId" FROM "Follow" f, head WHERE f."caseId" = $1::text
), "toFollowers" AS (
  INSERT INTO "Notice" ("id", "caseId", "recipientKey", "kind", "params", "at")
  SELECT $1::text || '-' || $2::int || '-' || f."userId", $1::text, 'user:' || f."userId", '${FOLLOWED}', jsonb_build_object('state', $5::text),
    $4::timestamp(3)
  FROM followers f, was
  WHERE was."state" <> $5::text AND f."userId" IS DISTINCT FROM $9::text
    AND NOT EXISTS (SELECT FROM jsonb_to_recordset($17::jsonb) AS x("to" text) WHERE x."to" = 'user:' || f."userId")
), told AS (
  SELECT json_build_object('caseId', head."id", 'keys', ARRAY(
    SELECT "assigneeKey" FROM before UNION SELECT unnest($18::text[]) UNION SELECT 'user:' || head.applicant
    UNION SELECT 'follow:' || "userId" FROM followers
  ))::text AS message FROM head
)
SELECT head.hash,
  banjie_require((SELECT count(*) FROM touched) = cardinality($13::text[]), 'TASK_NOT_OPEN') AS held,
  pg_notify('banjie', CASE WHEN octet_length(told.message) < 8000 THEN told.message
                           ELSE json_build_object('caseId', head."id", 'keys', NULL)::text END) AS told
FROM head, told`;

/** What stands in the ledger under a case's seq, and where the case itself is: asked only when a record wrote nothing. */
export const RECORDED_SQL = `
SELECT c."seq" AS at, l."hash", l."payload"::json AS content, l."prevHash"
FROM "Case" c LEFT JOIN "LedgerEntry" l ON l."caseId" = c."id" AND l."seq" = $2::int
WHERE c."id" = $1::text`;
