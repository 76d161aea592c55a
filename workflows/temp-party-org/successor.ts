import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild } from '@temporalio/workflow';

import { workflowIdOf } from '../steps/contract.js';
import { TEMP_PARTY_ORG_WORKFLOW, type TempPartyOrgInput } from './contract.js';

/** Starts the case that renews this one; it outlives it, and tells it how it ended. Started before: nothing to do. */
export async function startSuccessor(
  { matter, caseNo }: TempPartyOrgInput,
  successor: Readonly<Record<string, unknown>> & { readonly caseNo: string },
): Promise<void> {
  try {
    await startChild(TEMP_PARTY_ORG_WORKFLOW, {
      workflowId: workflowIdOf(matter, successor.caseNo),
      args: [{ ...successor, renews: workflowIdOf(matter, caseNo) }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      // As the API starts cases: the task of a worker that died is handed on after this.
      workflowTaskTimeout: '2s',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
