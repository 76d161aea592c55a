import { fileURLToPath } from 'node:url';

import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';

/** The queue of the reference. */
export const BARE_QUEUE = 'bench-bare';

const bareActivities = (pool: pg.Pool) => ({
  insert: async (caseId: string, seq: number, by: string): Promise<void> => {
    const text = 'INSERT INTO bench_bare (case_id, seq, by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
    await pool.query({ name: 'bare', text, values: [caseId, seq, by] });
  },
});
export type BareActivities = ReturnType<typeof bareActivities>;

/** A process of its own, with the settings of Banjie's worker. Ends when its parent goes. */
export async function bareWorker(address: string, databaseUrl: string): Promise<void> {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
  });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    taskQueue: BARE_QUEUE,
    workflowsPath: fileURLToPath(new URL('./bare-approval.workflow.js', import.meta.url)),
    activities: bareActivities(pool),
    workflowTaskPollerBehavior: { type: 'autoscaling' },
    stickyQueueScheduleToStartTimeout: '1s',
  });
  process.on('disconnect', () => worker.shutdown());
  process.send?.('ready');
  await worker.run();
  await pool.end();
}

const [address, databaseUrl] = process.argv.slice(2);
if (process.send && address !== undefined && databaseUrl !== undefined) {
  await bareWorker(address, databaseUrl);
  process.exit(0);
}
