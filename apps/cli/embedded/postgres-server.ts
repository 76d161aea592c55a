import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { keptSecret } from './home.js';
import { keepServer, portInUse } from './kept-server.js';
import type { ServerEvent } from './kept-server.js';
import { postgresProgram } from './postgres-program.js';
import type { PostgresProgram } from './postgres-program.js';
import { endProcess, identify, processesNaming } from './process-identity.js';

/** How to run the embedded PostgreSQL. */
export interface PostgresServerOptions {
  /** Holds the cluster in data/ and its password. Absolute. */
  readonly folder: string;
  /** The database that must exist. */
  readonly database: string;
  /** False gives up safety against power cuts for speed: for tests alone. */
  readonly durable?: boolean;
  readonly onEvent?: (event: ServerEvent) => void;
}

/** A running PostgreSQL. */
export interface PostgresServer {
  /** Of the database that was asked for, with the password of the superuser `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly adopted: boolean;
  stop(): Promise<void>;
}

const SUPERUSER = 'postgres';
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  random_page_cost: '1.1',
  log_min_messages: 'warning',
} as const;
const FRAGILE_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

/** Starts or adopts the cluster of this folder, makes it the first time, and keeps it running. */
export async function startPostgres(options: PostgresServerOptions): Promise<PostgresServer> {
  const { folder, database, durable = true } = options;
  const data = path.join(folder, 'data');
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
  const program = await postgresProgram();
  const password = await keptSecret(path.join(folder, 'password'));
  const settings = Object.entries({ ...SETTINGS, ...(durable ? { fsync: 'on' } : FRAGILE_SETTINGS) });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const kept = await keepServer({
    name: 'PostgreSQL',
    folder,
    command: (port) => program.command('postgres', data, ['-D', data, '-p', String(port), ...flags]),
    isReady: (port) => isPostgresReady(urlOf(port, password, 'postgres')),
    beforeLaunch: async () => {
      if (!existsSync(data)) await makeCluster(program, folder, password, durable);
      await clearTheWay(data);
    },
    // "Fast" shutdown: sessions are ended, nothing is lost.
    stopSignal: 'SIGINT',
    onEvent: options.onEvent ?? (() => undefined),
  });
  try {
    await ensureDatabase(urlOf(kept.port, password, 'postgres'), database);
  } catch (error) {
    await kept.stop();
    throw error;
  }
  const { port, pid, adopted } = kept;
  return { url: urlOf(port, password, database), port, pid, adopted, stop: () => kept.stop() };
}

/** The URL of a database of the server that runs in this folder, whoever keeps it; undefined when none does. */
export async function urlInUse(folder: string, database: string): Promise<string | undefined> {
  const port = await portInUse(folder);
  return port === undefined ? undefined : urlOf(port, await keptSecret(path.join(folder, 'password')), database);
}

/** True when the database at this URL answers a query. */
export async function isPostgresReady(url: string, withinMs = 3_000): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: withinMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** The cluster appears under its name only when it is whole, so that a start that is killed half-way is simply repeated. */
async function makeCluster(
  program: PostgresProgram,
  folder: string,
  password: string,
  durable: boolean,
): Promise<void> {
  const unfinished = path.join(folder, 'data.new');
  const passwordFile = path.join(folder, 'password.new');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (program.account !== undefined)
    for (const each of [unfinished, passwordFile]) await chown(each, program.account.uid, program.account.gid);
  // Collation by code point, from PostgreSQL itself: the same order on every machine, whatever locales it has.
  const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  const speed = durable ? [] : ['--no-sync'];
  try {
    const args = ['-D', unfinished, ...locale, ...access, ...speed];
    const { file, args: all, ...account } = program.command('initdb', unfinished, args);
    await promisify(execFile)(file, all, { ...account, cwd: '/' });
    await rename(unfinished, path.join(folder, 'data'));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * Ends a postmaster that nobody keeps, and removes the pid file of a killed one when its number is another program's now.
 * Otherwise the file stays: by it PostgreSQL sees that sessions of the killed one are still writing.
 */
async function clearTheWay(data: string): Promise<void> {
  const strays = processesNaming(`-D ${data} `);
  await Promise.all(strays.map((stray) => endProcess(stray, 'SIGINT', 10_000)));
  const file = path.join(data, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  if (!Number.isNaN(pid) && identify(pid) !== undefined) await rm(file, { force: true });
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
