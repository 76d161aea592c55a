import { randomUUID } from 'node:crypto';

import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

const DAY_MS = 86_400_000;
const NAMESPACE = 'default';

/** Moves the clocks of single cases forward on the real server: limits and terms keep their real length. */
export class FastClock {
  private constructor(private readonly connection: Connection) {}

  static async at(address: string): Promise<FastClock> {
    return new FastClock(await Connection.connect({ address }));
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** Lets days pass for one case; its reminders and limits fire on the way. A case that it starts begins at its time, and stands there. */
  async pass(workflowId: string, days: number): Promise<void> {
    const id = randomUUID();
    const workflowExecution = { workflowId };
    await this.connection.workflowService.updateWorkflowExecutionOptions({
      namespace: NAMESPACE,
      workflowExecution,
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          disablePropagation: true,
          fastForwardConfig: { id, duration: msToTs(days * DAY_MS) },
        },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    await this.connection.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace: NAMESPACE,
      workflowExecution,
      fastForwardId: id,
    });
  }

  /** What time it is for a case, epoch ms. */
  async now(workflowId: string): Promise<number> {
    const { workflowExtendedInfo } = await this.connection.workflowService.describeWorkflowExecution({
      namespace: NAMESPACE,
      execution: { workflowId },
    });
    const moved = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    return moved?.seconds ? Number(moved.seconds) * 1000 : Date.now();
  }
}
