import { totalmem } from 'node:os';
import path from 'node:path';

import { migrate } from '#prisma/migrate.js';
import { keptSignIns, loadOnce, type SignIn } from './demonstration.js';
import { firstFreePort } from './free-port.js';
import { type Home, keptSecret } from './home.js';
import type { Say } from './progress.js';
import { projectRoot } from './project-root.js';
import { seconds, type Servers, startServers } from './servers.js';
import { supervise, type SupervisedProcess } from './supervisor.js';

/** How to bring Banjie up in a folder. */
export interface InstanceOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
  /** Loads no demonstration data. */
  readonly bare?: boolean;
  /** Lets a case's own clock be moved forward. */
  readonly timeSkipping?: boolean;
  /** How the embedded Temporal writes; see `TemporalServerOptions`. */
  readonly synchronous?: 'FULL' | 'NORMAL';
  /** The first port that is tried. */
  readonly port: number;
}

/** Banjie, running: both servers, the API and the worker. */
export interface Instance {
  /** http://localhost:PORT */
  readonly address: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly dataKey: string;
  readonly signIns: readonly SignIn[];
  readonly api: SupervisedProcess;
  readonly worker: SupervisedProcess;
}

/** What is to be stopped, in the order in which it was started. */
export type Started = { stop(): Promise<void> }[];

const PROGRAMS = {
  api: { name: '接口 API', file: 'dist/apps/api/src/main.js', log: 'api.log', replacedBy: 'BANJIE_API_MODULE' },
  worker: {
    name: '办理 worker',
    file: 'dist/apps/worker/src/main.js',
    log: 'worker.log',
    replacedBy: 'BANJIE_WORKER_MODULE',
  },
} as const;

/** Starts everything; what was started is put into `started` as it comes up, so that a half start can be undone. */
export async function openInstance(home: Home, started: Started, options: InstanceOptions): Promise<Instance> {
  const { env, say } = options;
  const servers = await startServers(home, options);
  started.push(servers);
  const applied = await migrate(servers.databaseUrl);
  say(`✓ 数据表 schema: ${applied} 项更新 migrations applied`);
  const keys = {
    dataKey: env.BANJIE_DATA_KEY ?? (await keptSecret(path.join(home.folder, 'data-key'))),
    secret: env.BANJIE_SECRET ?? (await keptSecret(path.join(home.folder, 'secret'))),
  };
  const signIns = options.bare ? [] : await demonstrate(servers, home, keys, applied > 0, say);
  const port = await firstFreePort(options.port);
  const programEnv = {
    DATABASE_URL: servers.databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    PORT: String(port),
    BANJIE_HOME: home.folder,
    BANJIE_SECRET: keys.secret,
    BANJIE_DATA_KEY: keys.dataKey,
    NODE_OPTIONS: [env.NODE_OPTIONS ?? '', heapOption()].join(' ').trim(),
    BANJIE_WEB_FOLDER: env.BANJIE_WEB_FOLDER ?? path.join(projectRoot(), 'dist/web'),
  };
  const launch = launcher(home, started, options, programEnv);
  const [api, worker] = await both(launch('api'), launch('worker'));
  const { databaseUrl, temporalAddress } = servers;
  return {
    address: `http://localhost:${port}`,
    databaseUrl,
    temporalAddress,
    dataKey: keys.dataKey,
    signIns,
    api,
    worker,
  };
}

const MIB = 1024 * 1024;
/** What Node takes for its heap at most, when nobody says otherwise. */
const NODE_TAKES_MIB = 4096;

/** A third of the machine's memory where that is more: a worker keeps as many cases at hand as its heap holds. */
function heapOption(): string {
  const third = Math.floor(totalmem() / MIB / 3);
  return third > NODE_TAKES_MIB ? `--max-old-space-size=${third}` : '';
}

/** Waits for both even when one fails, so that `started` holds whatever came up. */
async function both<T>(one: Promise<T>, other: Promise<T>): Promise<[T, T]> {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}

const launcher =
  (home: Home, started: Started, { env, say }: InstanceOptions, programEnv: NodeJS.ProcessEnv) =>
  async (which: keyof typeof PROGRAMS): Promise<SupervisedProcess> => {
    const begun = Date.now();
    const { name, file, log, replacedBy } = PROGRAMS[which];
    const program = await supervise({
      name,
      module: path.resolve(projectRoot(), env[replacedBy] ?? file),
      env: programEnv,
      log: path.join(home.logs, log),
      onEvent: (event) => say(event === 'died' ? `! ${name} 意外停止 stopped` : `✓ ${name} 已恢复 is back`),
    });
    started.push(program);
    say(`✓ ${name} (${seconds(begun)} s)`);
    return program;
  };

/** An office's own database gets demonstration accounts only when it was empty. */
async function demonstrate(
  servers: Servers,
  home: Home,
  keys: { readonly dataKey: string; readonly secret: string },
  isFresh: boolean,
  say: Say,
): Promise<SignIn[]> {
  const demonstration = { databaseUrl: servers.databaseUrl, folder: home.folder, ...keys };
  const kept = await keptSignIns(demonstration);
  if (kept !== undefined && !(isFresh && !servers.ownsDatabase)) return kept;
  if (!servers.ownsDatabase && !isFresh) return [];
  const begun = Date.now();
  const loaded = await loadOnce(demonstration);
  say(`✓ 演示数据 demonstration data (${seconds(begun)} s)`);
  return loaded;
}
