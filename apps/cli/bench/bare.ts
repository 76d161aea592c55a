import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { Client, Connection } from '@temporalio/client';
import pg from 'pg';

import { decide } from './bare-approval.workflow.js';
import { BARE_QUEUE } from './bare-worker.js';
import { type Run, underLoad } from './load.js';

/** The reference (a), running: bare Temporal with one local activity a decision. */
export interface Bare {
  readonly workerPid: number;
  run(clients: number, cases: number): Promise<Run>;
  stop(): Promise<void>;
}

export async function openBare(address: string, databaseUrl: string): Promise<Bare> {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bench_bare (case_id text, seq int, by text, PRIMARY KEY (case_id, seq))',
  );
  await pool.end();
  const worker = fork(fileURLToPath(new URL('./bare-worker.js', import.meta.url)), [address, databaseUrl]);
  await once(worker, 'message');
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  const oneCase = async (timed: <T>(run: () => Promise<T>) => Promise<T>): Promise<void> => {
    const workflowId = `bare-${randomUUID()}`;
    const handle = await workflow.start('bareApproval', { taskQueue: BARE_QUEUE, workflowId, args: [workflowId] });
    for (const by of ['one', 'two', 'three']) await timed(() => handle.executeUpdate(decide, { args: [by] }));
  };
  return {
    workerPid: worker.pid ?? -1,
    run: (clients, cases) => underLoad(clients, cases, (_n, _client, timed) => oneCase(timed)),
    stop: async () => {
      await ended(worker);
      await connection.close();
    },
  };
}

async function ended(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit');
  worker.disconnect();
  await gone;
}
