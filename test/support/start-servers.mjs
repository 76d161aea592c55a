// Before the tests of project `real`: one PostgreSQL with a migrated template database and one Temporal server that can skip time, for the whole run.
// JavaScript on purpose: Jest loads this file as CommonJS when it is TypeScript, and the product is ESM. It starts what the product starts, from dist/.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../scripts/build.mjs';

const TEMPLATE = 'banjie_template';

export default async function startServers() {
  // Jest starts its processes after this, with the flags of its own. Not --import: it is asynchronous, and the first message would be lost.
  process.execArgv.push('--require', fileURLToPath(new URL('./leave-at-once.cjs', import.meta.url)));
  await ensureBuilt();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'banjie-test-'));
  // Passing through is all that PostgreSQL's own account needs.
  fs.chmodSync(folder, 0o711);
  const watchdog = watchOver(folder);
  const [postgres, temporal] = await Promise.all([startDatabase(folder), startWorkflows(folder)]);
  process.env.BANJIE_TEST_FOLDER = folder;
  process.env.BANJIE_TEST_PG = postgres.url;
  process.env.BANJIE_TEST_TEMPLATE = TEMPLATE;
  process.env.TEMPORAL_ADDRESS = temporal.address;
  globalThis.stopTestServers = async () => {
    await Promise.all([postgres.stop(), temporal.stop()]);
    await watchdog.end();
  };
}

async function startDatabase(folder) {
  const { startPostgres } = await import('../../dist/apps/cli/embedded/postgres-server.js');
  const { migrate } = await import('../../dist/prisma/migrate.js');
  const options = { folder: path.join(folder, 'pg'), durable: false };
  const server = await startPostgres({ ...options, database: TEMPLATE });
  await migrate(server.url);
  return { url: Object.assign(new URL(server.url), { pathname: '/postgres' }).href, stop: () => server.stop() };
}

async function startWorkflows(folder) {
  const { findTemporal } = await import('../../dist/apps/cli/embedded/temporal-binary.js');
  const { startTemporal } = await import('../../dist/apps/cli/embedded/temporal-server.js');
  const tried = [];
  const binaries = fileURLToPath(new URL('../../.banjie/bin', import.meta.url));
  const source = await findTemporal({ env: process.env, binaries, say: (line) => tried.push(line) }).catch((error) => {
    throw new Error(`${error.message}\n${tried.join('\n')}`);
  });
  if (source.kind === 'address') return { address: source.address, stop: () => Promise.resolve() };
  process.env.BANJIE_TEST_TEMPORAL = source.path;
  const options = { folder: path.join(folder, 'temporal'), program: source.path };
  return startTemporal({ ...options, synchronous: 'NORMAL', timeSkipping: true });
}

/** A process that outlives this one by a moment: a run that is killed leaves neither servers nor files. */
function watchOver(folder) {
  const script = fileURLToPath(new URL('./watchdog.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'ignore', 'inherit'], detached: true });
  child.unref();
  child.stdin.unref?.();
  return {
    end: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.ref();
        child.stdin.end();
      }),
  };
}
