import { randomUUID } from 'node:crypto';

import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

const DAY_MS = 86_400_000;

/** Moves the clocks of single cases forward on the real server: limits and terms keep their real length. */
export class FastClock {
  readonly #ahead = new Map<string, number>();

  private constructor(private readonly connection: Connection) {}

  static async at(address: string): Promise<FastClock> {
    return new FastClock(await Connection.connect({ address }));
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** Lets days pass for one case; its reminders and limits fire on the way. */
  async pass(workflowId: string, days: number): Promise<void> {
    const id = randomUUID();
    const namespace = 'default';
    const workflowExecution = { workflowId };
    await this.connection.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: {
        timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(days * DAY_MS) } },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    await this.connection.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution,
      fastForwardId: id,
    });
    this.#ahead.set(workflowId, (this.#ahead.get(workflowId) ?? 0) + days);
  }

  /** What time it is for a case, epoch ms. */
  now(workflowId: string): number {
    return Date.now() + (this.#ahead.get(workflowId) ?? 0) * DAY_MS;
  }
}
