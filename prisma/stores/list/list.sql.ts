import { epochMs } from '../record/sql-time.js';

// `fits`: a condition on the rows that a list walks, beginning with AND; its parameters come after the list's own.

// The number of rows is written into each statement: with a parameter in its place PostgreSQL plans for a tenth of the table, and sorts it.

const CASE = `c."id" AS "caseId", c."caseNo", c."title", c."matter", c."state", o."name" AS "organisationName"`;
const NO_TASK = `NULL::text AS "taskId", NULL::float8 AS "dueAt", NULL::float8 AS "escalatedAt", NULL::text AS "claimedBy"`;
const JOINED = `JOIN "Case" c ON c."id" = x."caseId" LEFT JOIN "Organisation" o ON o."id" = c."organisationId"`;
const TASK = `"id", "caseId", "stage", "kind", "dueAt", "openedAt", "escalatedAt", "claimedBy"`;
const TASK_ROW = `SELECT ${CASE}, x."id" AS "taskId", x."stage", x."kind", NULL::text AS "verdict", 0 AS "seq", ${epochMs('x."dueAt"')} AS "dueAt",
  ${epochMs('x."openedAt"')} AS "at", ${epochMs('x."escalatedAt"')} AS "escalatedAt", x."claimedBy"`;

/** Not taken by somebody else, and not one that the reader is shut out of. */
const MINE = `("claimedBy" IS NULL OR "claimedBy" = $2::text)
  AND NOT EXISTS (SELECT FROM "Recusal" r WHERE r."taskId" = "Task"."id" AND r."userId" = $2::text)`;

/**
 * 待办: due first, without a due date last. $1 keys, $2 user, $3 and $4 the due date and id to go on after, $5 the id among those without.
 * Each key is one descent of the index `Task_open_by_assignee`, which holds all that is needed; only the page's own rows are looked up further.
 */
export const todoSql = (rows: number, fits: string): string => `${TASK_ROW}
FROM (
  SELECT y.* FROM unnest($1::text[]) AS k(key) CROSS JOIN LATERAL (
    (SELECT ${TASK} FROM "Task" WHERE "status" = 'OPEN' AND "assigneeKey" = k.key AND ("dueAt", "id") > ($3::timestamp(3), $4::text) AND ${MINE} ${fits}
     ORDER BY "dueAt", "id" LIMIT ${rows})
    UNION ALL
    (SELECT ${TASK} FROM "Task" WHERE "status" = 'OPEN' AND "assigneeKey" = k.key AND "dueAt" IS NULL AND "id" > $5::text AND ${MINE} ${fits}
     ORDER BY "id" LIMIT ${rows})
  ) y ORDER BY y."dueAt", y."id" LIMIT ${rows}
) x ${JOINED} ORDER BY x."dueAt", x."id"`;

/** 超期 of some keys and units. $1 keys, $2 units, $3 now, $4 and $5 the due date and id to go on after. */
export const overdueSql = (rows: number, fits: string): string => {
  const late = (key: string, of: string) => `SELECT y.* FROM unnest(${of}::text[]) AS k(key) CROSS JOIN LATERAL (
    SELECT ${TASK} FROM "Task" WHERE "status" = 'OPEN' AND ${key} = k.key AND "dueAt" < $3::timestamp(3)
      AND ("dueAt", "id") > ($4::timestamp(3), $5::text) ${fits} ORDER BY "dueAt", "id" LIMIT ${rows}) y`;
  return `${TASK_ROW}
FROM (
  ${late('"assigneeKey"', '$1')} UNION ${late('"unitId"', '$2')} ORDER BY "dueAt", "id" LIMIT ${rows}
) x ${JOINED} ORDER BY x."dueAt", x."id"`;
};

/** 超期 of everybody. $1 now, $2 and $3 the due date and id to go on after. */
export const overdueOfAllSql = (rows: number, fits: string): string => `${TASK_ROW}
FROM (
  SELECT ${TASK} FROM "Task" WHERE "status" = 'OPEN' AND "dueAt" IS NOT NULL AND "dueAt" < $1::timestamp(3)
    AND ("dueAt", "id") > ($2::timestamp(3), $3::text) ${fits} ORDER BY "dueAt", "id" LIMIT ${rows}
) x ${JOINED} ORDER BY x."dueAt", x."id"`;

/** 已办, last first. $1 user, $2, $3 and $4 the time, case and seq to go on after. */
export const doneSql = (
  rows: number,
  fits: string,
): string => `SELECT ${CASE}, x."stage", x."kind", x."verdict", x."seq", ${epochMs('x."at"')} AS "at",
  x."taskId", NULL::float8 AS "dueAt", NULL::float8 AS "escalatedAt", NULL::text AS "claimedBy"
FROM (
  SELECT "caseId", "seq", "stage", "kind", "verdict", "taskId", "at" FROM "Decision"
  WHERE "actorId" = $1::text AND "at" <= $2::timestamp(3) AND ("at" < $2::timestamp(3) OR ("caseId", "seq") > ($3::text, $4::int)) ${fits}
  ORDER BY "at" DESC, "caseId", "seq" LIMIT ${rows}
) x ${JOINED} ORDER BY x."at" DESC, x."caseId", x."seq"`;

const CASE_ROW = `SELECT ${CASE}, NULL::text AS "stage", NULL::text AS "kind", NULL::text AS "verdict", 0 AS "seq", ${epochMs('x."at"')} AS "at", ${NO_TASK}`;
const after = (time: string, id: string, [t, i]: readonly [string, string]) =>
  `${time} <= ${t}::timestamp(3) AND (${time} < ${t}::timestamp(3) OR ${id} > ${i}::text)`;

/** 我发起的, last first. $1 user, $2 and $3 the time and case to go on after. */
export const startedSql = (rows: number, fits: string): string => `${CASE_ROW}
FROM (
  SELECT "id" AS "caseId", "submittedAt" AS "at" FROM "Case" WHERE "applicantUserId" = $1::text AND ${after('"submittedAt"', '"id"', ['$2', '$3'])} ${fits}
  ORDER BY "submittedAt" DESC, "id" LIMIT ${rows}
) x ${JOINED} ORDER BY x."at" DESC, x."caseId"`;

/** 抄送, last first; a case that was copied to several of the keys shows once. $1 keys, $2 and $3 the time and case to go on after. */
export const copiedSql = (rows: number, fits: string): string => `${CASE_ROW}
FROM (
  SELECT y.* FROM unnest($1::text[]) AS k(key) CROSS JOIN LATERAL (
    SELECT "caseId", "at" FROM "Copy" WHERE "recipientKey" = k.key AND ${after('"at"', '"caseId"', ['$2', '$3'])}
      AND NOT EXISTS (SELECT FROM "Copy" d WHERE d."caseId" = "Copy"."caseId" AND d."recipientKey" = ANY($1::text[])
        AND (d."at", d."recipientKey") > ("Copy"."at", "Copy"."recipientKey")) ${fits}
    ORDER BY "at" DESC, "caseId" LIMIT ${rows}
  ) y ORDER BY y."at" DESC, y."caseId" LIMIT ${rows}
) x ${JOINED} ORDER BY x."at" DESC, x."caseId"`;

/** 关注, last followed first, of every case. $1 user, $2 and $3 the time and case to go on after. */
export const followedOfAllSql = (rows: number, fits: string): string =>
  followed(rows, fits, ['$1', '$2', '$3'], 'true');

/** 关注 of a reader: what may no longer be read is not there. $1 the time to go on after, $2 to $5 as in `MAY_READ`, $6 the case to go on after. */
export const followedSql = (rows: number, fits: string): string => followed(rows, fits, ['$2', '$1', '$6'], MAY_READ);

const followed = (
  rows: number,
  fits: string,
  [user, t, i]: readonly [string, string, string],
  may: string,
) => `${CASE_ROW}
FROM (
  SELECT f."caseId", f."at" FROM "Follow" f JOIN "Case" c ON c."id" = f."caseId"
  WHERE f."userId" = ${user}::text AND ${after('f."at"', 'f."caseId"', [t, i])} AND ${may} ${fits}
  ORDER BY f."at" DESC, f."caseId" LIMIT ${rows}
) x ${JOINED} ORDER BY x."at" DESC, x."caseId"`;

/** Every case, last first. $1 and $2 the time and case to go on after. */
export const allCasesSql = (rows: number, fits: string): string => `${CASE_ROW}
FROM (
  SELECT "id" AS "caseId", "submittedAt" AS "at" FROM "Case" WHERE ${after('"submittedAt"', '"id"', ['$1', '$2'])} ${fits}
  ORDER BY "submittedAt" DESC, "id" LIMIT ${rows}
) x ${JOINED} ORDER BY x."at" DESC, x."caseId"`;

/** The cases of a user, of units (handling or named beside) and of organisations. $1 user, $2 units, $3 organisations, $4 and $5 to go on after. */
export const casesSql = (rows: number, fits: string): string => {
  const from = (source: string) => `(SELECT c."id" AS "caseId", c."submittedAt" AS "at" FROM ${source}
    AND ${after('c."submittedAt"', 'c."id"', ['$4', '$5'])} ${fits} ORDER BY c."submittedAt" DESC, c."id" LIMIT ${rows})`;
  const each = (of: string, source: string) =>
    `(SELECT y.* FROM unnest(${of}::text[]) AS k(key) CROSS JOIN LATERAL ${from(source)} y)`;
  return `${CASE_ROW}
FROM (
  ${from('"Case" c WHERE c."applicantUserId" = $1::text')}
  UNION ${each('$2', '"Case" c WHERE c."unitId" = k.key')}
  UNION ${each('$2', '"CaseUnit" b JOIN "Case" c ON c."id" = b."caseId" WHERE b."unitId" = k.key')}
  UNION ${each('$3', '"Case" c WHERE c."organisationId" = k.key')}
  ORDER BY "at" DESC, "caseId" LIMIT ${rows}
) x ${JOINED} ORDER BY x."at" DESC, x."caseId"`;
};

/** How many wait in each box, none counted beyond 100. $1 keys, $2 user, $3 now, $4 the end of what is soon. */
export const COUNTS_SQL = (() => {
  const capped = (source: string) => `least(100, (SELECT count(*) FROM (${source} LIMIT 100) n))::int`;
  const perKey = (source: string) =>
    capped(`SELECT FROM unnest($1::text[]) AS k(key) CROSS JOIN LATERAL (${source} LIMIT 100) y`);
  const open = `SELECT FROM "Task" WHERE "status" = 'OPEN' AND "assigneeKey" = k.key AND ${MINE}`;
  return `SELECT ${perKey(open)} AS todo, ${perKey(`${open} AND "dueAt" < $3::timestamp(3)`)} AS overdue,
    ${perKey(`${open} AND "dueAt" >= $3::timestamp(3) AND "dueAt" < $4::timestamp(3)`)} AS soon,
    ${capped('SELECT FROM "Decision" WHERE "actorId" = $2::text')} AS done, ${capped('SELECT FROM "Case" WHERE "applicantUserId" = $2::text')} AS started,
    ${perKey('SELECT FROM "Copy" WHERE "recipientKey" = k.key AND "readAt" IS NULL')} AS "copiedUnread"`;
})();

/**
 * May a reader see the case `c`? $1 case number, $2 user, $3 keys, $4 units, $5 organisations: an applicant, the handling unit and those named
 * beside it, the organisation, whoever has or had a task, was sent a copy, or decided.
 * A judge is none of them: what they score by is the pack of their sheet, because judging may be blind (M03).
 */
export const MAY_READ = `(c."applicantUserId" = $2::text OR c."unitId" = ANY($4::text[]) OR c."organisationId" = ANY($5::text[])
  OR EXISTS (SELECT FROM "CaseUnit" b WHERE b."caseId" = c."id" AND b."unitId" = ANY($4::text[]))
  OR EXISTS (SELECT FROM "Task" t WHERE t."caseId" = c."id" AND t."assigneeKey" = ANY($3::text[]) AND t."kind" <> 'SCORE')
  OR EXISTS (SELECT FROM "Copy" p WHERE p."caseId" = c."id" AND p."recipientKey" = ANY($3::text[]))
  OR EXISTS (SELECT FROM "Decision" d WHERE d."caseId" = c."id" AND d."actorId" = $2::text
    AND d."kind" NOT IN ('lockSheet', 'recuseJudge')))`;
