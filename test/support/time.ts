import { randomUUID } from 'node:crypto';
import type { Connection, WorkflowHandle } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/**
 * Moves the clock of one workflow forward on the real server, as far as its timers allow: they fire on the way, in their order.
 * Other workflows and all activities keep the real time. The SDK has no method for it, so this is the server's own call.
 */
export async function skipTime(
  connection: Connection,
  workflowId: string,
  seconds: number,
  namespace = 'default',
): Promise<void> {
  const id = randomUUID();
  const workflowExecution = { workflowId };
  await connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        // What it starts on the way begins at its time, and stands there until it is moved itself.
        disablePropagation: true,
        fastForwardConfig: { id, duration: msToTs(seconds * 1000) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  await connection.workflowService.pollWorkflowExecutionTimeSkipping({
    namespace,
    workflowExecution,
    fastForwardId: id,
  });
}

/** What time it is for a workflow, epoch ms. */
export async function timeOf(handle: WorkflowHandle): Promise<number> {
  const { raw } = await handle.describe();
  const moved = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return moved?.seconds ? Number(moved.seconds) * 1000 : Date.now();
}

/** Waits for what a workflow brings about, in real time. */
export async function untilTrue(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
