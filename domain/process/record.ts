import type { CaseId, RequestId, TaskId, UserId } from '../ids.js';
import type { Actor } from './act.js';
import type { Assignee } from './assignee.js';

/** A legal time limit: working days (WD) or calendar days (CD) of Asia/Shanghai from the day after `from` (C4). */
export interface Limit {
  readonly unit: 'WD' | 'CD';
  readonly length: number;
  /** Epoch ms of the trigger. */
  readonly from: number;
}

export interface TaskOpened {
  readonly taskId: TaskId;
  readonly stage: string;
  readonly kind: string;
  readonly assignee: Assignee;
  readonly limit: Limit | null;
  /** Epoch ms; set when the step's limit ran already for an earlier task of it (a signer's turn after an added one). */
  readonly dueAt?: number;
}

/** What changes of an open task; absent = as it was. */
export interface TaskChanged {
  readonly taskId: TaskId;
  readonly assignee?: Assignee;
  readonly claimedBy?: UserId | null;
  /** Suspended: out of the to-do list, its clock stopped for a legal ground. */
  readonly suspend?: { readonly ground: string };
  /** Back in the to-do list. Its due date moves by the days of the pause. */
  readonly resume?: true;
  readonly escalated?: true;
  /** Asks for the due date again: no calendar was loaded for that year when the task opened. */
  readonly limit?: Limit;
  /** Epoch ms; the task has this end from now on (an extension, a closing day that moved). */
  readonly dueAt?: number;
}

export interface TaskClosed {
  readonly taskId: TaskId;
  readonly outcome: string;
}

export interface NoticeSent {
  readonly to: Assignee;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** Why the record exists: an act of a person, or the passing of time. */
export type Cause =
  | {
      readonly kind: 'ACT';
      readonly act: string;
      readonly actor: Actor;
      readonly requestId: RequestId;
      readonly taskId: TaskId | null;
      readonly verdict: string | null;
    }
  | { readonly kind: 'TIME'; readonly event: string }
  | { readonly kind: 'CASE'; readonly event: string; readonly caseNo: string }
  | { readonly kind: 'START'; readonly actor: Actor; readonly requestId: RequestId };

/** One step forward of one case: written in one transaction, once per `(caseId, seq)`. */
export interface CaseRecord {
  readonly caseId: CaseId;
  readonly seq: number;
  /** Epoch ms of the workflow's clock. */
  readonly at: number;
  readonly prevHash: string;
  readonly cause: Cause;
  readonly stage: string;
  readonly state: string;
  readonly closed: boolean;
  readonly opened: readonly TaskOpened[];
  readonly changed: readonly TaskChanged[];
  readonly closedTasks: readonly TaskClosed[];
  readonly copies: readonly Assignee[];
  readonly recusals: readonly { readonly taskId: TaskId; readonly userId: UserId; readonly ground: string }[];
  readonly notices: readonly NoticeSent[];
  /** What a matter's own tables must show too, in the same transaction; `kind` names the projection that knows how. */
  readonly effects: readonly { readonly kind: string; readonly data: Readonly<Record<string, unknown>> }[];
}

/** What the workflow needs back. `due`: epoch ms per task; null while no calendar is loaded for that year. */
export interface Recorded {
  readonly hash: string;
  readonly due: Readonly<Record<string, number | null>>;
}
