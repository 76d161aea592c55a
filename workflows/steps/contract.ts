import { defineQuery, defineUpdate } from '@temporalio/workflow';

import type { Act, ActResult } from '#domain/process/act.js';

/** The task queue of every matter's cases. */
export const CASE_QUEUE = 'cases';

/** Every human act on a case: its kind decides which step answers it. The Update's id is the act's requestId. */
export const act = defineUpdate<ActResult, [Act]>('act');

/** What a case's workflow holds, to be compared with the tables by `verify`. */
export interface CaseView {
  readonly caseNo: string;
  readonly state: string;
  readonly seq: number;
  readonly hash: string;
  readonly openTasks: readonly string[];
}

export const caseView = defineQuery<CaseView>('caseView');
