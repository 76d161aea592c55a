import { allHandlersFinished, condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

import type { BareActivities } from './bare-worker.js';

const { insert } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10s' });

export const decide = defineUpdate<number, [string]>('decide');

/** The reference: three Updates, each with one local activity that inserts one row, and nothing else. */
export async function bareApproval(caseId: string): Promise<void> {
  let decisions = 0;
  setHandler(
    decide,
    async (by) => {
      const seq = decisions + 1;
      await insert(caseId, seq, by);
      decisions = seq;
      return seq;
    },
    {
      validator: (by) => {
        if (by === '') throw new Error('nobody');
      },
    },
  );
  await condition(() => decisions >= 3 && allHandlersFinished());
}
