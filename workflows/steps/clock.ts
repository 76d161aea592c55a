import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

import { assigneeKey } from '#domain/process/assignee.js';
import { nextReminder, REMIND_AT_PERCENT, type Reminder } from '#domain/process/deadline.js';
import type { CaseRun } from './case-run.js';
import type { OpenTask } from './open-task.js';

/** While no calendar is loaded for a year, the limit is asked for again this often. Never guessed. */
const ASK_CALENDAR_AGAIN_MS = 24 * 3600 * 1000;

/**
 * The one timer of a case: reminders at 50, 80 and 100 % of each open task's limit (or where it says itself), the call of the leader at
 * 100 %, and the end of pauses. It never decides anything: silence never approves (C4).
 * An armed timer that fires too early only looks again, so a step that opens a later limit costs no event.
 */
export class CaseClock {
  #armedFor: number | null = null;
  #scope: CancellationScope | null = null;

  constructor(private readonly run: CaseRun) {}

  /** Sees to it that the timer fires no later than the next thing to do. */
  arm(): void {
    const due = this.#nextAt();
    if (due === null || (this.#armedFor !== null && this.#armedFor <= due)) return;
    this.#scope?.cancel();
    const scope = new CancellationScope();
    this.#scope = scope;
    this.#armedFor = due;
    void scope
      .run(() => sleep(Math.max(1, due - Date.now())))
      .then(
        () => this.#fire(),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  async #fire(): Promise<void> {
    this.#armedFor = null;
    this.#scope = null;
    await this.run.turn({ kind: 'TIME', event: 'CLOCK' }, () => {
      const now = Date.now();
      if (this.run.alarmAt !== null && this.run.alarmAt <= now) this.run.alarmAt = null;
      for (const task of this.run.tasks.values()) this.#look(task, now);
    });
  }

  #look(task: OpenTask, now: number): void {
    if (task.suspended) {
      if (task.suspended.until !== null && task.suspended.until <= now) this.run.resume(task);
      return;
    }
    if (task.limit && task.dueAt === null) this.run.askDueAgain(task);
    // Several may be due at once (a turn that came late in the limit): the last one says it all.
    let percent: number | null = null;
    for (let due = clockOf(task); due && due.at <= now; due = clockOf(task)) {
      percent = due.percent;
      task.remindersSent += 1;
    }
    if (percent !== null) this.#remind(task, percent);
  }

  #remind(task: OpenTask, percent: number): void {
    const { caseNo, leader } = this.run.input;
    const overdue = percent === REMIND_AT_PERCENT.at(-1);
    if (overdue && task.onLapse) {
      this.run.close(task, 'LAPSED');
      task.onLapse();
      return;
    }
    const params = { caseNo, taskId: task.taskId, percent };
    this.run.notify(task.assignee, overdue ? 'OVERDUE' : 'DUE_SOON', params);
    if (!overdue) return;
    this.run.markEscalated(task);
    if (assigneeKey(leader) !== assigneeKey(task.assignee)) this.run.notify(leader, 'ESCALATED', params);
  }

  #nextAt(): number | null {
    let earliest = this.run.alarmAt;
    for (const task of this.run.tasks.values()) {
      const at = task.suspended ? task.suspended.until : this.#wantedAt(task);
      if (at !== null && (earliest === null || at < earliest)) earliest = at;
    }
    return earliest;
  }

  #wantedAt(task: OpenTask): number | null {
    if (task.limit && task.dueAt === null) return Date.now() + ASK_CALENDAR_AGAIN_MS;
    return clockOf(task)?.at ?? null;
  }
}

function clockOf({ limit, dueAt, openedAt, pausedMs, remindersSent, remindAt }: OpenTask): Reminder | null {
  if (dueAt === null) return null;
  // A pause has moved the end of the limit; it is no part of the time that was there for the task.
  const from = (limit?.from ?? openedAt) + pausedMs;
  return nextReminder({ openedAt: from, dueAt, sent: remindersSent, ...(remindAt === undefined ? {} : { remindAt }) });
}
