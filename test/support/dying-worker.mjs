// A worker in a process of its own that kills itself while it records one of a case's steps: nothing is cleaned up, as in a power cut.
// Arguments: host:port of Temporal, database URL, task queue, seq at which to die, BEFORE or AFTER the transaction.
import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import pg from 'pg';
import { recordActivities } from '../../dist/activities/record/record.activities.js';
import { recordStore } from '../../dist/prisma/stores/record.store.js';

const [address, connectionString, taskQueue, seq, moment] = process.argv.slice(2);
const store = recordStore({ pool: new pg.Pool({ connectionString }) });

const records = {
  record: async (record) => {
    if (record.seq === Number(seq) && moment === 'BEFORE') process.kill(process.pid, 'SIGKILL');
    const recorded = await store.record(record);
    if (record.seq === Number(seq)) process.kill(process.pid, 'SIGKILL');
    return recorded;
  },
};

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue,
  workflowsPath: fileURLToPath(new URL('../../dist/workflows/index.js', import.meta.url)),
  activities: recordActivities({ records }),
});
await worker.run();
