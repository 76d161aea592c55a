import type { CaseId, OrganisationId, UnitId, UserId } from '#domain/ids.js';
import { epochMs } from '../record/sql-time.js';

/** A case as the tables show it; times in epoch ms. */
export interface CaseRow {
  readonly id: CaseId;
  readonly caseNo: string;
  readonly matter: string;
  readonly title: string;
  readonly organisationId: OrganisationId | null;
  readonly unitId: UnitId;
  readonly divisionCode: string;
  readonly applicantUserId: UserId;
  readonly state: string;
  readonly seq: number;
  readonly ledgerHash: string;
  /** The register of defaults as it was when the case started. */
  readonly config: unknown;
  readonly facts: unknown;
  readonly submittedAt: number;
  readonly updatedAt: number;
  readonly closedAt: number | null;
  readonly startRequestId: string;
  readonly startedAt: number | null;
  readonly predecessorId: CaseId | null;
}

/** One version of an application. */
export interface FormVersion {
  readonly version: number;
  readonly data: unknown;
  readonly at: number;
}

/** A task of a case, whether it waits or is done. */
export interface TaskRow {
  readonly taskId: string;
  readonly caseId: string;
  /** Of the record that opened it. */
  readonly seq: number;
  readonly stage: string;
  readonly kind: string;
  readonly assigneeKey: string;
  readonly status: 'OPEN' | 'SUSPENDED' | 'CLOSED';
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly pausedAt: number | null;
  readonly pauseGround: string | null;
  readonly escalatedAt: number | null;
  readonly claimedBy: string | null;
  /** The limit with which it was opened: working or calendar days; null without one. */
  readonly limitUnit: string | null;
  readonly limitLength: number | null;
  readonly closedAt: number | null;
  readonly closedSeq: number | null;
  readonly outcome: string | null;
}

/** SQL: the columns of a CaseRow, of a table or alias. */
export const caseColumns = (of: string): string =>
  ['id', 'caseNo', 'matter', 'title', 'organisationId', 'unitId', 'divisionCode', 'applicantUserId', 'state', 'seq']
    .concat(['ledgerHash', 'config', 'facts', 'startRequestId', 'predecessorId'])
    .map((name) => `${of}."${name}"`)
    .concat(
      ['submittedAt', 'updatedAt', 'closedAt', 'startedAt'].map((name) => `${epochMs(`${of}."${name}"`)} AS "${name}"`),
    )
    .join(', ');

export const CASE_COLUMNS = caseColumns('"Case"');

/** SQL: the columns of a TaskRow, of a table or alias. */
export const taskColumns = (of: string): string =>
  [`${of}."id" AS "taskId"`]
    .concat(
      [
        'caseId',
        'seq',
        'stage',
        'kind',
        'assigneeKey',
        'status',
        'pauseGround',
        'claimedBy',
        'limitUnit',
        'limitLength',
        'closedSeq',
        'outcome',
      ].map((name) => `${of}."${name}"`),
    )
    .concat(
      ['openedAt', 'dueAt', 'pausedAt', 'escalatedAt', 'closedAt'].map(
        (name) => `${epochMs(`${of}."${name}"`)} AS "${name}"`,
      ),
    )
    .join(', ');
