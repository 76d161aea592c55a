import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';

import { type Database, openDatabase } from '#prisma/client.js';
import { type ContentStore, contentStore } from '#prisma/files/content-store.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { demonstrationDatabase, type FreshDatabase } from './database.js';
import { testServers } from './servers.js';
import { PRODUCT, quietRuntime, workflowCode } from './workflow-code.js';

const DATA_KEY = Buffer.alloc(32, 7).toString('base64');
const SECRET = 'a secret for tests only, 32 letters';

/** The product's own worker at work on a queue, a database and a folder of files of its own. */
export interface ProductWorker {
  readonly database: Database;
  readonly files: ContentStore;
  readonly client: Client;
  readonly connection: Connection;
  readonly queue: string;
  /** Stops the worker and removes what it worked on. */
  readonly close: () => Promise<void>;
}

/** A worker over the demonstration as of today. */
export async function demonstrationWorker(): Promise<ProductWorker> {
  return productWorker(await demonstrationDatabase({ dataKey: DATA_KEY, secret: SECRET }));
}

/** A worker over that database, which is dropped at its end. */
export async function productWorker(fresh: FreshDatabase): Promise<ProductWorker> {
  quietRuntime();
  const { temporalAddress: address } = testServers();
  const database = openDatabase(fresh.url);
  const home = await mkdtemp(path.join(tmpdir(), 'banjie-test-'));
  const files = contentStore(home);
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const queue = `test-${randomUUID()}`;
  const worker = await createWorker({
    connection: native,
    temporalAddress: address,
    database,
    dataKey: DATA_KEY,
    files,
    templates: new URL('../../templates/', import.meta.url),
    workflows: { workflowBundle: await workflowCode(PRODUCT) },
    taskQueue: queue,
  });
  const running = worker.run();
  const close = async (): Promise<void> => {
    worker.shutdown();
    await running;
    await native.close();
    await connection.close();
    await database.close();
    await fresh.drop();
    await rm(home, { recursive: true, force: true });
  };
  return { database, files, client: new Client({ connection }), connection, queue, close };
}
