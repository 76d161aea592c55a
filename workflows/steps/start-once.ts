import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild } from '@temporalio/workflow';

/** A case that another case starts: by which workflow, under which id, with what. */
export interface ChildToStart {
  readonly workflow: string;
  readonly workflowId: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** How many children are asked for in one workflow task: what they are started with goes through the server in one message. */
const AT_ONCE = 50;

/** Starts a case that outlives the one that starts it. Started before, or ended since: nothing to do. */
export async function startOnce({ workflow, workflowId, input }: ChildToStart): Promise<void> {
  try {
    await startChild(workflow, {
      workflowId,
      args: [input],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      // As the API starts cases: the task of a worker that died is handed on after this.
      workflowTaskTimeout: '2s',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Starts many, some at once. Three events each in the history of the caller, which is a page and no case. */
export async function startAllOnce(children: readonly ChildToStart[]): Promise<void> {
  for (let from = 0; from < children.length; from += AT_ONCE)
    await Promise.all(children.slice(from, from + AT_ONCE).map(startOnce));
}
