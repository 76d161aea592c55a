import { Client, Connection } from '@temporalio/client';

import type { SendAgain } from '#activities/record/record.activities.js';
import type { Database } from '#prisma/client.js';
import { sentActStore } from '#prisma/stores/sent-act.store.js';
import { act, workflowIdOf } from '#workflows/steps/contract.js';

const DEADLINE_MS = 20_000;

/**
 * Sends an act that the tables know to the workflow that does not. It is not waited for: the workflow takes it in the
 * very task that fails while this runs, and the same request id makes a repetition harmless.
 */
export function sendAgain(database: Database, address: string, namespace: string): SendAgain {
  const connection = Connection.lazy({ address });
  const client = new Client({ connection, namespace });
  const sent = sentActStore(database);
  return async (caseId, requestId) => {
    const found = await sent.find(caseId, requestId);
    if (!found) return;
    const handle = client.workflow.getHandle(workflowIdOf(found.matter, found.caseNo));
    const update = connection.withDeadline(Date.now() + DEADLINE_MS, () =>
      handle.executeUpdate(act, { args: [{ ...found.act, again: true }], updateId: requestId }),
    );
    update.catch(() => undefined);
  };
}
