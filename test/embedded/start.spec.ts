import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { z } from 'zod';
import { anyFreePort } from '../../apps/cli/embedded/free-port.js';
import { identify, processesNaming, signal, waitUntilGone } from '../../apps/cli/embedded/process-identity.js';
import type { ProcessIdentity } from '../../apps/cli/embedded/process-identity.js';

jest.setTimeout(120_000);

/** Stands where API and worker will run: it serves its database's address and leaves when it is told to. */
const STAND_IN = `
import { writeFileSync } from 'node:fs';
import path from 'node:path';
const name = path.basename(import.meta.url, '.mjs');
writeFileSync(path.join(process.env.BANJIE_HOME, name + '.json'), JSON.stringify({ pid: process.pid, url: process.env.DATABASE_URL, temporal: process.env.TEMPORAL_ADDRESS, port: process.env.PORT }));
process.on('SIGTERM', () => process.exit(0));
setInterval(() => undefined, 1000);
process.send?.('ready');
`;
const Seen = z.object({ pid: z.number(), url: z.string(), temporal: z.string(), port: z.string() });

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

let folder: string;
let home: string;
let port: number;
const runs: Run[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'banjie-start-'));
  await chmod(folder, 0o711);
  home = path.join(folder, 'home');
  port = await anyFreePort();
  for (const name of ['api', 'worker']) await writeFile(path.join(folder, `${name}.mjs`), STAND_IN);
});
afterEach(async () => {
  for (const run of runs.splice(0)) {
    run.child.kill('SIGTERM');
    await run.exit;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(args: string[] = [], env: NodeJS.ProcessEnv = {}): Run {
  const { DATABASE_URL: _url, TEMPORAL_ADDRESS: _address, ...rest } = process.env;
  const child = spawn(process.execPath, ['bin/banjie.mjs', 'start', ...args], {
    env: {
      ...rest,
      PATH: `${path.dirname(process.env.BANJIE_TEST_TEMPORAL ?? '')}:${process.env.PATH ?? ''}`,
      BANJIE_HOME: home,
      BANJIE_API_MODULE: path.join(folder, 'api.mjs'),
      BANJIE_WORKER_MODULE: path.join(folder, 'worker.mjs'),
      BANJIE_WEB_FOLDER: folder,
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const started = { child, output: () => said.join(''), exit };
  runs.push(started);
  return started;
}

/** Resolves when the run has printed this; fails with all its output when it ends before. */
function printed(text: string, of: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => of.output().includes(text) && resolve();
    look();
    of.child.stdout?.on('data', look);
    void of.exit.then(() => reject(new Error(`ended before "${text}":\n${of.output()}`)));
  });
}

async function seen(name: 'api' | 'worker'): Promise<z.infer<typeof Seen>> {
  return Seen.parse(JSON.parse(await readFile(path.join(home, `${name}.json`), 'utf8')));
}

/** Everything that runs for this home: servers by their files, programs by their modules. */
function ours(): ProcessIdentity[] {
  return [
    ...processesNaming(`${home}/`),
    ...processesNaming(`${folder}/api.mjs`),
    ...processesNaming(`${folder}/worker.mjs`),
  ];
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: (await seen('api')).url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function retentionDays(): Promise<number> {
  const connection = await Connection.connect({ address: (await seen('api')).temporal });
  try {
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    return Number(config?.workflowExecutionRetentionTtl?.seconds) / 86_400;
  } finally {
    await connection.close();
  }
}

async function endHard(identity: ProcessIdentity | undefined): Promise<void> {
  if (identity === undefined) throw new Error('it does not run');
  signal(identity, 'SIGKILL');
  await waitUntilGone(identity, 5_000);
}

describe('npm start', () => {
  it('prints the address, keeps its secrets to itself, and leaves nothing running after SIGTERM', async () => {
    const first = run();
    await printed('ready in', first);
    expect(first.output()).toContain(`http://localhost:${port}/api/v1/docs`);
    for (const secret of ['secret', 'data-key', 'pg/password'])
      expect((await stat(path.join(home, secret))).mode & 0o777).toBe(0o600);
    expect(await retentionDays()).toBe(3650);
    await query('CREATE TABLE kept (n int)');
    await query('INSERT INTO kept VALUES (7)');
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(ours()).toEqual([]);
    expect(await readdir(home)).not.toContain('running.json');
  });

  it('finds its data again, and tells a second start that one is running', async () => {
    const first = run();
    await printed('ready in', first);
    expect(await query('SELECT n FROM kept')).toEqual([{ n: 7 }]);
    const second = run();
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`already running: http://localhost:${port}`);
  });

  it('adopts its servers after a kill -9, when API and worker have left by themselves', async () => {
    const first = run();
    await printed('ready in', first);
    const programs = [identify((await seen('api')).pid), identify((await seen('worker')).pid)];
    await query('INSERT INTO kept VALUES (8)');
    first.child.kill('SIGKILL');
    await first.exit;
    for (const program of programs) expect(program === undefined || (await waitUntilGone(program, 10_000))).toBe(true);
    expect(ours()).not.toEqual([]);
    const second = run();
    await printed('ready in', second);
    expect(second.output().match(/adopted/g)).toHaveLength(2);
    expect(await query('SELECT n FROM kept ORDER BY n')).toEqual([{ n: 7 }, { n: 8 }]);
  });

  it('starts over after everything was killed at once', async () => {
    const first = run();
    await printed('ready in', first);
    await query('INSERT INTO kept VALUES (9)');
    const all = ours();
    first.child.kill('SIGKILL');
    for (const each of all) signal(each, 'SIGKILL');
    await first.exit;
    const second = run();
    await printed('ready in', second);
    expect(await query('SELECT n FROM kept ORDER BY n')).toEqual([{ n: 7 }, { n: 8 }, { n: 9 }]);
  });

  it('brings back a server and a program that die while it runs, at the same place', async () => {
    const first = run();
    await printed('ready in', first);
    const before = await seen('api');
    await endHard(processesNaming('--db-filename ' + path.join(home, 'temporal')).at(0));
    await printed('Temporal 已恢复', first);
    await endHard(processesNaming(`-D ${path.join(home, 'pg', 'data')} `).at(0));
    await printed('PostgreSQL 已恢复', first);
    await endHard(identify(before.pid));
    await printed('接口 API 已恢复', first);
    const after = await seen('api');
    expect({ ...after, pid: 0 }).toEqual({ ...before, pid: 0 });
    expect(await retentionDays()).toBe(3650);
    expect(await query('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 3 }]);
  });

  it('moves on when the port is taken', async () => {
    const blocker = createServer().listen(port);
    await once(blocker, 'listening');
    const first = run();
    try {
      await printed('ready in', first);
      expect(Number((await seen('api')).port)).toBeGreaterThan(port);
    } finally {
      blocker.close();
    }
  });

  it('says which server of the environment does not answer', async () => {
    const lost = run([], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
    expect(await lost.exit).toBe(1);
    expect(lost.output()).toContain('DATABASE_URL names 127.0.0.1:1/none, which does not answer');
    expect(ours()).toEqual([]);
  });

  it('says where the log is when a program does not come up', async () => {
    const broken = run([], { BANJIE_WORKER_MODULE: path.join(folder, 'missing.mjs') });
    expect(await broken.exit).toBe(1);
    expect(broken.output()).toContain(path.join(home, 'logs', 'worker.log'));
    expect(ours()).toEqual([]);
  });

  it('erases nothing unasked, and all data with --reset --yes', async () => {
    const unasked = run(['--reset']);
    expect(await unasked.exit).toBe(2);
    const erased = run(['--reset', '--yes']);
    await printed('ready in', erased);
    await expect(query('SELECT n FROM kept')).rejects.toThrow('does not exist');
  });
});
