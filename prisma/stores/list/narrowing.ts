import { sqlTime } from '../record/sql-time.js';

/** What a list is narrowed to; null = not by this. Times in epoch ms. */
export interface Narrowing {
  /** A part of the title, the number or the organisation's name. */
  readonly text: string | null;
  readonly matter: string | null;
  readonly states: readonly string[] | null;
  readonly organisationId: string | null;
  /** Submitted from here on, and before. */
  readonly from: number | null;
  readonly until: number | null;
  /** Of the task, or of the act that was decided by. */
  readonly kind: string | null;
  /** Due from here on, and before; a task without a due date is neither. */
  readonly dueFrom: number | null;
  readonly dueUntil: number | null;
}

/** Tasks and acts in whose rows the organisation is not named, because judging may be blind: nothing is found by its name either. */
export const JUDGES_ROWS: readonly string[] = ['SCORE', 'lockSheet', 'recuseJudge'];

const OF_CASE = 6;
const OF_DECISION = 7;
const OF_TASK = 9;
const BLIND = `(${JUDGES_ROWS.map((kind) => `'${kind}'`).join(', ')})`;

/** A condition of a list, and the values of its parameters, which begin at `$n`. */
export interface Condition {
  readonly sql: (n: number) => string;
  readonly values: readonly unknown[];
}

/** Not narrowed at all. */
const EVERYTHING: Condition = { sql: () => '', values: [] };

// One scalar answer a row: a join would let the plan leave the index whose order the list goes by.
const ofCase = (n: number, caseId: string, named: string) => `AND (SELECT
  ($${n}::text IS NULL OR f."title" ILIKE $${n}::text OR f."caseNo" ILIKE $${n}::text OR (${named} AND g."name" ILIKE $${n}::text))
  AND ($${n + 1}::text IS NULL OR f."matter" = $${n + 1}::text)
  AND ($${n + 2}::text[] IS NULL OR f."state" = ANY($${n + 2}::text[]))
  AND ($${n + 3}::text IS NULL OR f."organisationId" = $${n + 3}::text)
  AND ($${n + 4}::timestamp(3) IS NULL OR f."submittedAt" >= $${n + 4}::timestamp(3))
  AND ($${n + 5}::timestamp(3) IS NULL OR f."submittedAt" < $${n + 5}::timestamp(3))
  FROM "Case" f LEFT JOIN "Organisation" g ON g."id" = f."organisationId" WHERE f."id" = ${caseId})`;

/** Of cases; `caseId`: the column with their id. */
export function caseCondition(narrowing: Narrowing | null | undefined, caseId: string): Condition {
  if (narrowing == null) return EVERYTHING;
  return { sql: (n) => ofCase(n, caseId, 'true'), values: valuesOf(narrowing).slice(0, OF_CASE) };
}

/** Of rows of "Decision". */
export function decisionCondition(narrowing: Narrowing | null | undefined): Condition {
  if (narrowing == null) return EVERYTHING;
  return {
    sql: (n) =>
      `${ofCase(n, '"Decision"."caseId"', `"Decision"."kind" NOT IN ${BLIND}`)}
  AND ($${n + OF_CASE}::text IS NULL OR "Decision"."kind" = $${n + OF_CASE}::text)`,
    values: valuesOf(narrowing).slice(0, OF_DECISION),
  };
}

/** Of rows of "Task". */
export function taskCondition(narrowing: Narrowing | null | undefined): Condition {
  if (narrowing == null) return EVERYTHING;
  return {
    sql: (n) =>
      `${ofCase(n, '"Task"."caseId"', `"Task"."kind" NOT IN ${BLIND}`)}
  AND ($${n + OF_CASE}::text IS NULL OR "Task"."kind" = $${n + OF_CASE}::text)
  AND ($${n + OF_DECISION}::timestamp(3) IS NULL OR "Task"."dueAt" >= $${n + OF_DECISION}::timestamp(3))
  AND ($${n + OF_DECISION + 1}::timestamp(3) IS NULL OR "Task"."dueAt" < $${n + OF_DECISION + 1}::timestamp(3))`,
    values: valuesOf(narrowing).slice(0, OF_TASK),
  };
}

function valuesOf(narrowing: Narrowing): unknown[] {
  const { text, matter, states, organisationId, from, until, kind, dueFrom, dueUntil } = narrowing;
  const time = (ms: number | null) => (ms === null ? null : sqlTime(ms));
  const part = text === null ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return [part, matter, states, organisationId, time(from), time(until), kind, time(dueFrom), time(dueUntil)];
}
