import { fileURLToPath } from 'node:url';

import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';

import { openDatabase } from '#prisma/client.js';
import { contentStore } from '#prisma/files/content-store.js';
import { configFromEnv } from './config.js';
import { createWorker } from './create-worker.js';

Runtime.install({
  logger: new DefaultLogger('WARN'),
  // The supervisor decides when to stop; the worker drains on SIGTERM.
  shutdownSignals: ['SIGTERM', 'SIGINT'],
  telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
});

const config = configFromEnv(process.env);
const database = openDatabase(config.databaseUrl);
const connection = await NativeConnection.connect({ address: config.temporalAddress });
const root = new URL('../../../../', import.meta.url);
const worker = await createWorker({
  connection,
  temporalAddress: config.temporalAddress,
  namespace: config.temporalNamespace,
  database,
  dataKey: config.dataKey,
  files: contentStore(config.home),
  templates: new URL('templates/', root),
  workflows: { workflowBundle: { codePath: fileURLToPath(new URL('dist/workflow-bundle.js', root)) } },
});
process.on('disconnect', () => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
});
process.send?.('ready');
await worker.run();
await connection.close();
await database.close();
