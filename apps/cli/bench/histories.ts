import { Client, Connection } from '@temporalio/client';

/** How long the history of a workflow has grown, over all its runs. */
export interface HistoryLength {
  readonly runs: number;
  /** Events of the longest run. */
  readonly longest: number;
}

/** Reads the lengths of histories on the server itself. */
export async function historyOf(temporalAddress: string, workflowId: string): Promise<HistoryLength> {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const { workflow } = new Client({ connection });
    let runs = 0;
    let longest = 0;
    for await (const run of workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
      const { historyLength } = await workflow.getHandle(workflowId, run.runId).describe();
      runs += 1;
      longest = Math.max(longest, historyLength);
    }
    return { runs, longest };
  } finally {
    await connection.close();
  }
}
