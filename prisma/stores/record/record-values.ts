import { ledgerContent, payloadAfterOpinion } from '#domain/ledger/ledger-entry.js';
import type { DueDates } from '#domain/ledger/ledger-entry.js';
import { assigneeKey } from '#domain/process/assignee.js';
import type { Assignee } from '#domain/process/assignee.js';
import { changesByTask } from '#domain/ledger/changes-by-task.js';
import type { CaseRecord, Cause, TaskChanged, TaskOpened } from '#domain/process/record.js';
import { sqlTime } from './sql-time.js';

const unitOf = (assignee: Assignee) => (assignee.kind === 'POOL' ? assignee.unitId : null);
const timeOrNull = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : sqlTime(ms));

/** The parameters of RECORD_SQL that a record says, in its order. */
export function recordValues(record: CaseRecord, due: DueDates): unknown[] {
  const { caseId, seq, prevHash, at, state, closed, cause } = record;
  const touched = touchedRows(record, due);
  return [
    caseId,
    seq,
    prevHash,
    sqlTime(at),
    state,
    closed,
    payloadAfterOpinion(ledgerContent(record, due)),
    kindOf(cause),
    'actor' in cause ? cause.actor.userId : null,
    'requestId' in cause ? cause.requestId : null,
    JSON.stringify(record.opened.map((task) => openedRow(record, task, due))),
    JSON.stringify(touched),
    touched.map(({ id }) => id),
    JSON.stringify(decisionRows(record)),
    record.copies.map(assigneeKey),
    JSON.stringify(record.recusals),
    JSON.stringify(record.notices.map(({ to, kind, params }, place) => ({ place, to: assigneeKey(to), kind, params }))),
    keysTold(record),
  ];
}

/** What the ledger calls the entry: the act, the event of time or of another case, or START. */
function kindOf(cause: Cause): string {
  if (cause.kind === 'ACT') return cause.act;
  return cause.kind === 'START' ? 'START' : cause.event;
}

function openedRow(record: CaseRecord, task: TaskOpened, due: DueDates) {
  const change: Partial<TaskChanged> = changesByTask(record.changed).get(task.taskId) ?? {};
  const closed = record.closedTasks.find(({ taskId }) => taskId === task.taskId);
  const assignee = change.assignee ?? task.assignee;
  const at = sqlTime(record.at);
  const status = change.suspend === undefined ? 'OPEN' : 'SUSPENDED';
  return {
    id: task.taskId,
    stage: task.stage,
    kind: task.kind,
    assigneeKey: assigneeKey(assignee),
    unitId: unitOf(assignee),
    status: closed === undefined ? status : 'CLOSED',
    dueAt: timeOrNull(due[task.taskId]),
    limitUnit: task.limit?.unit,
    limitLength: task.limit?.length,
    pausedAt: change.suspend === undefined ? null : at,
    pauseGround: change.suspend?.ground,
    escalatedAt: change.escalated === true ? at : null,
    claimedBy: change.claimedBy,
    ...(closed === undefined ? {} : { closedAt: at, closedSeq: record.seq, outcome: closed.outcome }),
  };
}

/** One row per task that was there before, whether it changes, closes or both: a statement may update a row only once. */
function touchedRows(record: CaseRecord, due: DueDates) {
  const opened = new Set(record.opened.map(({ taskId }) => taskId));
  const outcomes = new Map(record.closedTasks.map(({ taskId, outcome }) => [taskId, outcome]));
  const changes = changesByTask(record.changed);
  return [...new Set([...changes.keys(), ...outcomes.keys()])]
    .filter((taskId) => !opened.has(taskId))
    .map((id) => ({ id, outcome: outcomes.get(id) ?? null, ...changeColumns(changes.get(id) ?? { taskId: id }, due) }));
}

function changeColumns(change: TaskChanged, due: DueDates) {
  const { assignee } = change;
  return {
    assigneeKey: assignee === undefined ? null : assigneeKey(assignee),
    unitId: assignee === undefined ? null : unitOf(assignee),
    claim: change.claimedBy !== undefined,
    claimedBy: change.claimedBy ?? null,
    ground: change.suspend?.ground ?? null,
    resume: change.resume === true,
    setDue: change.taskId in due,
    dueAt: timeOrNull(due[change.taskId]),
    escalated: change.escalated === true,
  };
}

/** An act on a task, or one with a verdict, is a decision (specification C6); drafts of words and the passing of time are not. */
function decisionRows({ cause, stage }: CaseRecord) {
  if (cause.kind !== 'ACT' || (cause.taskId === null && cause.verdict === null)) return [];
  const { actor, taskId, verdict } = cause;
  return [{ taskId, stage, verdict, onBehalfOf: actor.onBehalfOf, role: actor.role, unitId: actor.unitId }];
}

function keysTold({ opened, changed, copies, notices }: CaseRecord): string[] {
  const assignees = [
    ...opened.map(({ assignee }) => assignee),
    ...changed.flatMap(({ assignee }) => assignee ?? []),
    ...copies,
    ...notices.map(({ to }) => to),
  ];
  return [...new Set(assignees.map(assigneeKey))];
}
