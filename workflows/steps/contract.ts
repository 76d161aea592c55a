import { defineQuery, defineUpdate } from '@temporalio/workflow';

import type { CaseId, OrganisationId, RequestId, UnitId } from '#domain/ids.js';
import type { Act, ActResult, Actor } from '#domain/process/act.js';
import type { Duty } from '#domain/process/acts.js';
import type { Assignee } from '#domain/process/assignee.js';
import type { Recorded } from '#domain/process/record.js';

/** The task queue of every matter's cases. */
export const CASE_QUEUE = 'cases';

/** Every human act on a case: its kind decides which step answers it. The Update's id is the act's requestId. */
export const act = defineUpdate<ActResult, [Act]>('act');

/** What every case starts with. Ids only; words and numbers of people stay in PostgreSQL. */
export interface CaseInput {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly matter: string;
  readonly organisationId: OrganisationId | null;
  /** The unit that handles the case. */
  readonly unitId: UnitId;
  readonly applicant: Actor;
  /** Set when an office opened the case for somebody: `applicant` is then its official, who has submitted nothing. */
  readonly openedByOffice?: true;
  readonly requestId: RequestId;
  /** Whom an overdue task calls: the leader of the handling unit. */
  readonly leader: Assignee;
  /** Set when the case was born with its first record: what that was answered. Left out, the workflow asks for it. */
  readonly begun?: Recorded;
  /** Set when a case that had ended takes up again, for a new decision; with `carried`. */
  readonly reopened?: true;
  /** Set when the case continues as new: what the run before it knew. */
  readonly carried?: {
    readonly state: string;
    readonly seq: number;
    readonly hash: string;
    readonly tasksMade: number;
    readonly handled: readonly (readonly [RequestId, ActResult])[];
    /** By user and by person. */
    readonly duties: readonly (readonly [string, Duty])[];
  };
}

/** The id of a case's workflow. */
export const workflowIdOf = (matter: string, caseNo: string): string => `${matter}:${caseNo}`;

/** What a case's workflow holds, to be compared with the tables by `verify`. */
export interface CaseView {
  readonly caseNo: string;
  readonly state: string;
  readonly seq: number;
  readonly hash: string;
  readonly openTasks: readonly string[];
}

export const caseView = defineQuery<CaseView>('caseView');
