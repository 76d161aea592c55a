import { duesOf } from '#domain/ledger/ledger-entry.js';
import type { LedgerContent } from '#domain/ledger/ledger-entry.js';
import type { Act } from '#domain/process/act.js';
import type { Recorded } from '#domain/process/record.js';
import type { Pool } from 'pg';

import type { PersonId, RequestId, UnitId, UserId } from '#domain/ids.js';
import { caseColumns, taskColumns } from './case/case-row.js';
import type { CaseRow, TaskRow } from './case/case-row.js';
import { sqlTime } from './record/sql-time.js';

/** What an actor sends, before the workflow sees it. `opinion` stays here; the ledger has its SHA-256. */
export interface ActRequestRow {
  readonly id: RequestId;
  readonly caseId: string;
  readonly userId: UserId;
  readonly fingerprint: string;
  readonly opinion: string | null;
  readonly fileIds: readonly string[];
  readonly ip: string | null;
  /** The act itself, ids only, so that it can be sent again. Not read back with the request. */
  readonly act?: Act;
}

/** A tie between a person and the organisation of a case (specification C5): a present post, or one that ended after the bar began. */
export interface Tie {
  readonly post: string;
  /** Last day of the post, `YYYY-MM-DD`; null while it is held. */
  readonly to: string | null;
}

/** Somebody for whom the user may act on this task today (代理), and that person's own ties: a deputy never escapes them. */
export interface StandIn {
  readonly principalId: UserId;
  readonly unitId: UnitId | null;
  readonly role: string | null;
  readonly ties: readonly Tie[];
}

/** Everything that is asked before an act is sent to a case. */
export interface CaseContext {
  readonly case: CaseRow;
  /** The task that was named, when it is of this case. */
  readonly task: TaskRow | null;
  readonly personId: PersonId | null;
  readonly ties: readonly Tie[];
  readonly standIns: readonly StandIn[];
  /** Users shut out of the task. */
  readonly recused: readonly { readonly userId: UserId; readonly ground: string }[];
  /** What was sent under this request id before, on whatever case. */
  readonly request: ActRequestRow | null;
  /** What the first record was answered of a case that was born with it and has not been started; null for any other. */
  readonly begun: Recorded | null;
}

interface FirstEntry {
  readonly hash: string;
  readonly content: LedgerContent;
}

export interface ContextQuestion {
  readonly caseNo: string;
  readonly taskId: string | null;
  readonly userId: UserId;
  readonly requestId: RequestId | null;
  /** Epoch ms. */
  readonly now: number;
  /** Years for which a post bars after its end (recusal.years). */
  readonly recusalYears: number;
}

/** SQL: whether a post bars, at an instant and by so many years; both are parameters. */
const bars = (now: string, years: string) =>
  `(p."to" IS NULL OR p."to" > (${now}::timestamp(3) + interval '8 hours')::date - make_interval(years => ${years}::int))`;

const ties = (person: string) => `(SELECT json_agg(json_build_object('post', p."post", 'to', p."to"))
  FROM "OrgPost" p WHERE p."organisationId" = c."organisationId" AND p."personId" = ${person}
    AND ${bars('$5', '$6')})`;

/** $1 case number, $2 task, $3 user, $4 request, $5 now, $6 years. One row, or none when there is no such case. */
const CONTEXT_SQL = `
SELECT row_to_json(c) AS case, row_to_json(t) AS task, u."personId",
  coalesce(${ties('u."personId"')}, '[]') AS ties,
  coalesce((
    SELECT json_agg(json_build_object('principalId', d."principalId", 'unitId', g."unitId", 'role', g."role", 'ties', coalesce(${ties('pu."personId"')}, '[]')))
    FROM "Deputation" d
    JOIN "User" pu ON pu."id" = d."principalId" AND pu."disabledAt" IS NULL
    LEFT JOIN "Grant" g ON g."userId" = d."principalId" AND t."assigneeKey" = 'pool:' || g."unitId" || ':' || g."role"
      AND g."validFrom" <= $5::timestamp(3) AND (g."validTo" IS NULL OR g."validTo" > $5::timestamp(3))
    WHERE d."deputyId" = $3 AND d."revokedAt" IS NULL AND d."from" <= $5::timestamp(3) AND d."to" > $5::timestamp(3)
      AND (cardinality(d."matters") = 0 OR c."matter" = ANY(d."matters"))
      AND (t."assigneeKey" = 'user:' || d."principalId" OR g."id" IS NOT NULL)
  ), '[]') AS "standIns",
  coalesce((SELECT json_agg(json_build_object('userId', r."userId", 'ground', r."ground")) FROM "Recusal" r WHERE r."taskId" = t."taskId"), '[]')
    AS recused,
  (SELECT json_build_object('id', a."id", 'caseId', a."caseId", 'userId', a."userId", 'fingerprint', a."fingerprint", 'opinion', a."opinion",
     'fileIds', a."fileIds", 'ip', a."ip") FROM "ActRequest" a WHERE a."id" = $4) AS request,
  (SELECT json_build_object('hash', l."hash", 'content', l."payload"::json) FROM "LedgerEntry" l
     WHERE c."startedAt" IS NULL AND l."caseId" = c."id" AND l."seq" = 1) AS begun
FROM (SELECT ${caseColumns('k')} FROM "Case" k WHERE k."caseNo" = $1) c
LEFT JOIN (SELECT ${taskColumns('w')} FROM "Task" w WHERE w."id" = $2) t ON t."caseId" = c."id"
LEFT JOIN "User" u ON u."id" = $3`;

/** $1 case numbers, $2 the task of each, $3 user, $4 now, $5 years. */
const BARRED_SQL = `
SELECT q."caseNo" FROM unnest($1::text[], $2::text[]) AS q("caseNo", "taskId") JOIN "Case" k ON k."caseNo" = q."caseNo"
WHERE EXISTS (SELECT FROM "OrgPost" p JOIN "User" u ON u."id" = $3 AND u."personId" = p."personId"
    WHERE p."organisationId" = k."organisationId" AND ${bars('$4', '$5')})
  OR EXISTS (SELECT FROM "Recusal" r WHERE r."taskId" = q."taskId" AND r."userId" = $3)`;

/** What the API asks before it sends an act, and where it keeps the words that never enter a history. */
export function caseContextStore({ pool }: { readonly pool: Pool }) {
  return {
    /** Everything in one query; null when there is no case of this number. What the user may see of it is not decided here. */
    async find(question: ContextQuestion): Promise<CaseContext | null> {
      const { caseNo, taskId, userId, requestId, now, recusalYears } = question;
      const values = [caseNo, taskId, userId, requestId, sqlTime(now), recusalYears];
      const query = { name: 'case-context', text: CONTEXT_SQL, values };
      const [row] = (await pool.query<Omit<CaseContext, 'begun'> & { readonly begun: FirstEntry | null }>(query)).rows;
      if (row === undefined) return null;
      return { ...row, begun: row.begun && { hash: row.begun.hash, due: duesOf(row.begun.content) } };
    },

    /** Of many cases those from which the user must stay away: tied to the organisation, or shut out of the task (specification C5). */
    async barredFrom(
      asked: readonly { readonly caseNo: string; readonly taskId: string | null }[],
      { userId, now, recusalYears }: Pick<ContextQuestion, 'userId' | 'now' | 'recusalYears'>,
    ): Promise<ReadonlySet<string>> {
      const cases = [asked.map(({ caseNo }) => caseNo), asked.map(({ taskId }) => taskId)];
      const values = [...cases, userId, sqlTime(now), recusalYears];
      const { rows } = await pool.query<{ caseNo: string }>({ name: 'barred-from', text: BARRED_SQL, values });
      return new Set(rows.map(({ caseNo }) => caseNo));
    },

    /**
     * Keeps a request before its act is sent; `at` is epoch ms. Answers what is kept under this id: the caller compares the fingerprint, since an id that was
     * used before keeps what it had.
     */
    async saveActRequest(request: ActRequestRow, at: number): Promise<ActRequestRow> {
      const { id, caseId, userId, fingerprint, opinion, fileIds, ip, act } = request;
      const sent = act === undefined ? null : JSON.stringify(act);
      const values = [id, caseId, userId, fingerprint, opinion, fileIds, ip, sqlTime(at), sent];
      const { rowCount } = await pool.query({ name: 'save-act-request', text: SAVE_SQL, values });
      if (rowCount === 1) return request;
      const text =
        'SELECT "id", "caseId", "userId", "fingerprint", "opinion", "fileIds", "ip" FROM "ActRequest" WHERE "id" = $1';
      return (await pool.query<ActRequestRow>(text, [id])).rows[0] ?? request;
    },

    /** Keeps an act that was refused: a refused Update leaves no event. `at` is epoch ms. */
    async saveRefusedAct(refused: RefusedActRow, at: number): Promise<void> {
      const { id, caseId, userId, kind, code, ip } = refused;
      const text = `INSERT INTO "RefusedAct" ("id", "caseId", "userId", "kind", "code", "ip", "at") VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING`;
      await pool.query({ name: 'save-refused-act', text, values: [id, caseId, userId, kind, code, ip, sqlTime(at)] });
    },
  };
}

export type CaseContextStore = ReturnType<typeof caseContextStore>;

/** An act that was refused, with the code of the refusal. */
export interface RefusedActRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly userId: UserId;
  readonly kind: string;
  readonly code: string;
  readonly ip: string | null;
}

const SAVE_SQL = `INSERT INTO "ActRequest" ("id", "caseId", "userId", "fingerprint", "opinion", "fileIds", "ip", "at", "act")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`;
