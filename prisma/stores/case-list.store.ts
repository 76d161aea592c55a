import type { Pool } from 'pg';

import type { CaseId } from '#domain/ids.js';
import { caseColumns } from './case/case-row.js';
import type { CaseRow } from './case/case-row.js';
import { readCursor, writeCursor } from './list/cursor.js';
import type { Cursor } from './list/cursor.js';
import * as sql from './list/list.sql.js';
import { caseCondition, decisionCondition, taskCondition } from './list/narrowing.js';
import type { Condition, Narrowing } from './list/narrowing.js';
import { sqlTime } from './record/sql-time.js';

/** Whose to-do lists: the user's own key `user:ID` and one `pool:UNIT:ROLE` for each role held. */
export interface Desk {
  readonly userId: string;
  readonly keys: readonly string[];
}

/** Which cases may be read. `unitIds` and `organisationIds` are those whose every case the reader may see. */
export type CaseFilter =
  | { readonly all: true }
  | (Desk & { readonly unitIds: readonly string[]; readonly organisationIds: readonly string[] });

/** A row of any box; what a box does not have is null. Times in epoch ms. */
export interface CaseListRow {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly title: string;
  readonly matter: string;
  readonly state: string;
  readonly organisationName: string | null;
  readonly taskId: string | null;
  readonly stage: string | null;
  readonly kind: string | null;
  readonly verdict: string | null;
  readonly dueAt: number | null;
  readonly escalatedAt: number | null;
  readonly claimedBy: string | null;
  /** When the task was opened, the decision taken, the case submitted, the copy sent or the case followed. */
  readonly at: number;
  /** Of the decision; 0 in the other boxes. */
  readonly seq: number;
}

/** Up to `limit` rows (1 to 100), after the page whose `next` is `cursor`; null = the first. Without `narrowing`: of all rows. */
export interface PageAsked {
  readonly limit: number;
  readonly cursor: string | null;
  readonly narrowing?: Narrowing | null;
}

export interface Page {
  readonly items: readonly CaseListRow[];
  /** null when there is nothing more. */
  readonly next: string | null;
}

/** How many rows a box has; 100 = 100 or more. */
export interface BoxCounts {
  readonly todo: number;
  readonly overdue: number;
  /** Due after now and before the given end. */
  readonly soon: number;
  readonly done: number;
  readonly started: number;
  readonly copiedUnread: number;
}

/**
 * The lists that people wait for. Every page costs the same, however long the list: it goes on after the last row seen, so a row that stays
 * where it is shows exactly once while others come and go. Throws FIELD_INVALID for a cursor that is not one.
 */
export function caseListStore({ pool }: { readonly pool: Pool }) {
  const page = async (asked: PageAsked, list: List): Promise<Page> => {
    const limit = Math.min(100, Math.max(1, Math.trunc(asked.limit)));
    const own = list.values(readCursor(asked.cursor));
    const query = {
      name: `${list.name}-${limit}${asked.narrowing == null ? '' : '-narrowed'}`,
      text: list.sql(limit + 1, list.fits.sql(own.length + 1)),
      values: [...own, ...list.fits.values],
    };
    const { rows } = await pool.query<CaseListRow>(query);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last !== undefined ? writeCursor(list.place(last)) : null };
  };
  return {
    /** 待办: open tasks of these keys, due first. */
    todo: ({ userId, keys }: Desk, asked: PageAsked): Promise<Page> =>
      page(asked, {
        name: 'todo',
        fits: taskCondition(asked.narrowing),
        sql: sql.todoSql,
        place: byDue,
        values: (after) => [keys, userId, ...dueAfter(after), after?.time === null ? after.id : ''],
      }),

    /** 已办: decisions of the user, last first. */
    done: (userId: string, asked: PageAsked): Promise<Page> =>
      page(asked, {
        name: 'done',
        fits: decisionCondition(asked.narrowing),
        sql: sql.doneSql,
        place: ({ at, caseId, seq }) => ({ time: at, id: caseId, seq }),
        values: (after) => [userId, ...timeBefore(after), after?.seq ?? 0],
      }),

    /** 我发起的: cases that the user submitted, last first. */
    started: (userId: string, asked: PageAsked): Promise<Page> =>
      page(asked, {
        name: 'started',
        fits: caseCondition(asked.narrowing, '"Case"."id"'),
        sql: sql.startedSql,
        place: byTime,
        values: (after) => [userId, ...timeBefore(after)],
      }),

    /** 抄送: cases that were copied to one of the keys, last first. */
    copied: (keys: readonly string[], asked: PageAsked): Promise<Page> =>
      page(asked, {
        name: 'copied',
        fits: caseCondition(asked.narrowing, '"Copy"."caseId"'),
        sql: sql.copiedSql,
        place: byTime,
        values: (after) => [keys, ...timeBefore(after)],
      }),

    /** 关注: cases that the user follows and may still read, last followed first. */
    followed: (userId: string, filter: CaseFilter, asked: PageAsked): Promise<Page> =>
      page(
        asked,
        'all' in filter
          ? {
              name: 'followed-all',
              fits: caseCondition(asked.narrowing, 'f."caseId"'),
              sql: sql.followedOfAllSql,
              place: byTime,
              values: (after) => [userId, ...timeBefore(after)],
            }
          : {
              name: 'followed',
              fits: caseCondition(asked.narrowing, 'f."caseId"'),
              sql: sql.followedSql,
              place: byTime,
              values: (after) => {
                const [time, id] = timeBefore(after);
                return [time, userId, filter.keys, filter.unitIds, filter.organisationIds, id];
              },
            },
      ),

    /** 超期: open tasks past their due date at `now` (epoch ms) that wait for one of the reader's keys or units, longest first. */
    overdue: (filter: CaseFilter, now: number, asked: PageAsked): Promise<Page> =>
      page(
        asked,
        'all' in filter
          ? {
              name: 'overdue-all',
              fits: taskCondition(asked.narrowing),
              sql: sql.overdueOfAllSql,
              place: byDue,
              values: (after) => [sqlTime(now), ...dueAfter(after)],
            }
          : {
              name: 'overdue',
              fits: taskCondition(asked.narrowing),
              sql: sql.overdueSql,
              place: byDue,
              values: (after) => [filter.keys, filter.unitIds, sqlTime(now), ...dueAfter(after)],
            },
      ),

    /** 办件: cases of the reader, of the reader's units and organisations, last first. */
    cases: (filter: CaseFilter, asked: PageAsked): Promise<Page> =>
      page(
        asked,
        'all' in filter
          ? {
              name: 'cases-all',
              fits: caseCondition(asked.narrowing, '"Case"."id"'),
              sql: sql.allCasesSql,
              place: byTime,
              values: timeBefore,
            }
          : {
              name: 'cases',
              fits: caseCondition(asked.narrowing, 'c."id"'),
              sql: sql.casesSql,
              place: byTime,
              values: (after) => [filter.userId, filter.unitIds, filter.organisationIds, ...timeBefore(after)],
            },
      ),

    /** The counts beside the boxes, capped at 100; `now` and the end of what is soon in epoch ms. */
    async counts({ userId, keys }: Desk, now: number, soonEnds: number = now): Promise<BoxCounts> {
      const query = {
        name: 'box-counts',
        text: sql.COUNTS_SQL,
        values: [keys, userId, sqlTime(now), sqlTime(soonEnds)],
      };
      const none = { todo: 0, overdue: 0, soon: 0, done: 0, started: 0, copiedUnread: 0 };
      return (await pool.query<BoxCounts>(query)).rows[0] ?? none;
    },

    /** The case of a number when the reader may see it; otherwise null, as when there is none. */
    async readable(caseNo: string, filter: CaseFilter): Promise<CaseRow | null> {
      const text = `SELECT ${caseColumns('c')} FROM "Case" c WHERE c."caseNo" = $1`;
      const query =
        'all' in filter
          ? { name: 'case-by-no', text, values: [caseNo] }
          : {
              name: 'readable-case',
              text: `${text} AND ${sql.MAY_READ}`,
              values: [caseNo, filter.userId, filter.keys, filter.unitIds, filter.organisationIds],
            };
      return (await pool.query<CaseRow>(query)).rows[0] ?? null;
    },

    /** Notes that copies of a case to these keys were read; the first time counts. `at` in epoch ms. */
    async markCopyRead(caseId: string, keys: readonly string[], at: number): Promise<void> {
      const text =
        'UPDATE "Copy" SET "readAt" = $3 WHERE "caseId" = $1 AND "recipientKey" = ANY($2::text[]) AND "readAt" IS NULL';
      await pool.query({ name: 'copy-read', text, values: [caseId, keys, sqlTime(at)] });
    },
  };
}

export type CaseListStore = ReturnType<typeof caseListStore>;

interface List {
  readonly name: string;
  readonly sql: (rows: number, fits: string) => string;
  readonly fits: Condition;
  /** Where a page that ends with this row goes on. */
  readonly place: (row: CaseListRow) => Cursor;
  readonly values: (after: Cursor | null) => unknown[];
}

const byDue = ({ dueAt, taskId }: CaseListRow): Cursor => ({ time: dueAt, id: taskId ?? '', seq: 0 });
const byTime = ({ at, caseId }: CaseListRow): Cursor => ({ time: at, id: caseId, seq: 0 });

function dueAfter(after: Cursor | null): [due: string, id: string] {
  if (after === null) return ['-infinity', ''];
  return after.time === null ? ['infinity', ''] : [sqlTime(after.time), after.id];
}

function timeBefore(after: Cursor | null): [time: string, id: string] {
  return after?.time == null ? ['infinity', ''] : [sqlTime(after.time), after.id];
}
