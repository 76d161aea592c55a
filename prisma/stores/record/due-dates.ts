import { limitDue } from '#domain/due/limit-due.rule.js';
import { resumedDue } from '#domain/due/resumed-due.rule.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { changesByTask } from '#domain/ledger/changes-by-task.js';
import type { DueDates } from '#domain/ledger/ledger-entry.js';
import type { CaseRecord } from '#domain/process/record.js';
import { epochMs } from './sql-time.js';
import type { Tx } from './transaction.js';

interface PausedTask {
  readonly id: string;
  readonly due: number | null;
  readonly pausedAt: number | null;
  readonly limitUnit: string | null;
}

/**
 * The due dates that a record sets: of the tasks it opens (null without a limit, or without a calendar for that year), of those whose limit it
 * asks for again, of those it resumes, and of those that it gives another end. Asks the database only for resumed tasks, whose pause the record does not know.
 */
export async function dueDates(
  tx: Tx,
  calendar: (within: Tx) => Promise<WorkCalendar>,
  { opened, changed, at }: CaseRecord,
): Promise<DueDates> {
  const changes = [...changesByTask(changed).values()];
  const resumed = changes.filter(({ resume }) => resume === true).map(({ taskId }) => taskId);
  const set = changes.flatMap(({ taskId, dueAt }) => (dueAt === undefined ? [] : [[taskId, dueAt] as const]));
  const limits = [...opened, ...changes].some(({ limit }) => limit !== undefined && limit !== null);
  if (!limits && resumed.length === 0)
    return Object.fromEntries([...opened.map(({ taskId, dueAt }) => [taskId, dueAt ?? null] as const), ...set]);
  const days = await calendar(tx);
  const paused = resumed.length === 0 ? [] : await pausedTasks(tx, resumed);
  return Object.fromEntries([
    ...opened.map(({ taskId, limit, dueAt }) => [taskId, dueAt ?? (limit && limitDue(days, limit))] as const),
    ...changes.flatMap(({ taskId, limit }) => (limit === undefined ? [] : [[taskId, limitDue(days, limit)] as const])),
    ...paused.map((task) => [task.id, dueAfterPause(days, task, at)] as const),
    ...set,
  ]);
}

function dueAfterPause(days: WorkCalendar, { due, pausedAt, limitUnit }: PausedTask, resumedAt: number): number | null {
  if (due === null || pausedAt === null) return due;
  return resumedDue(days, { due, unit: limitUnit === 'WD' ? 'WD' : 'CD', pausedAt, resumedAt });
}

async function pausedTasks(tx: Tx, ids: readonly string[]): Promise<PausedTask[]> {
  const text = `SELECT "id", ${epochMs('"dueAt"')} AS due, ${epochMs('"pausedAt"')} AS "pausedAt", "limitUnit"
    FROM "Task" WHERE "id" = ANY($1::text[]) AND "status" = 'SUSPENDED'`;
  const { rows } = await tx.query<PausedTask>({ name: 'paused-tasks', text, values: [ids] });
  return rows;
}
