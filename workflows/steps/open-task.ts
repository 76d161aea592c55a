import type { TaskId, UserId } from '#domain/ids.js';
import type { Assignee } from '#domain/process/assignee.js';
import type { Duty } from '#domain/process/acts.js';
import type { Limit } from '#domain/process/record.js';

/** What a step says of a task that it opens. */
export interface TaskSpec {
  readonly kind: string;
  readonly assignee: Assignee;
  readonly duty: Duty | null;
  readonly limit: Limit | null;
  /** When the step's limit ran already for an earlier task of it: that task's due date and reminders go on. */
  readonly dueAt?: number | null;
  readonly remindersSent?: number;
  /** Instants (epoch ms) at which its holder is reminded, earliest first; absent: the usual shares of the limit. */
  readonly remindAt?: readonly number[];
  readonly pausedMs?: number;
  /** One person's own statement: nobody else makes it, so it is neither transferred nor given to a deputy. */
  readonly personal?: true;
  /** Whether the task may go to this one: false when they have a place in the same decision already. Absent: anybody. */
  readonly accepts?: (to: Assignee) => boolean;
  /** Told when the task goes to somebody else, so that the step's own list (a ballot) goes along. */
  readonly onReassign?: (to: Assignee) => void;
  /** Told at the end of the limit, instead of calling the leader: only where a table says what silence means. */
  readonly onLapse?: () => void;
}

/** An open task of a case, as its workflow holds it. */
export interface OpenTask extends Omit<TaskSpec, 'assignee' | 'dueAt' | 'remindersSent' | 'pausedMs' | 'remindAt'> {
  readonly taskId: TaskId;
  readonly stage: string;
  readonly openedAt: number;
  assignee: Assignee;
  /** The pool that it came from: where it goes back to when its holder recuses himself. */
  readonly origin: Assignee;
  dueAt: number | null;
  remindersSent: number;
  remindAt?: readonly number[];
  /** How long its clock stood still so far. */
  pausedMs: number;
  claimedBy: UserId | null;
  /** Who may not act on it because of a conflict of interest. */
  readonly excluded: Set<UserId>;
  /** Set while the clock is stopped; `until` is when it starts again by itself. */
  suspended: { readonly ground: string; readonly since: number; readonly until: number | null } | null;
}
