import { defineSignal } from '@temporalio/workflow';

import type { CaseId, UserId } from '#domain/ids.js';
import type { CaseInput } from '../steps/contract.js';

/** The name under which the worker knows the workflow of a draw; a check's is `DRAWN_CHECK.workflow`. */
export const RANDOM_CHECK_WORKFLOW = 'randomCheck';

/** What a draw starts with; its terms are in `Case.config`. */
export type RandomCheckInput = CaseInput;

/** What the case of one check starts with. */
export interface DrawnCheckInput extends CaseInput {
  readonly drawCaseId: CaseId;
  /** The workflow of the draw, which is told when the last check has ended. */
  readonly drawWorkflowId: string;
  /** Those drawn, two at least. */
  readonly inspectors: readonly UserId[];
  /** Working days from the check to the publication of its result. */
  readonly publishWD: number;
}

/** Told to a draw when none of its checks is left. */
export const checksEnded = defineSignal<[{ caseNo: string }]>('checksEnded');
