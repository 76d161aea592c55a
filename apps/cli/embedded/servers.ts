import { DomainError, FieldInvalid } from '#domain/errors.js';
import type { Home } from './home.js';
import { isPostgresReady, startPostgres } from './postgres-server.js';
import type { Say } from './progress.js';
import { findTemporal } from './temporal-binary.js';
import { isTemporalReady, startTemporal } from './temporal-server.js';
import type { TemporalServerOptions } from './temporal-server.js';

/** The two servers, embedded or given, and how to stop those that are ours. */
export interface Servers {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  /** True when the database is our own, under .banjie. */
  readonly ownsDatabase: boolean;
  stop(): Promise<void>;
}

/** How to run what is embedded. */
export interface ServersOptions extends Pick<
  TemporalServerOptions,
  'synchronous' | 'timeSkipping' | 'searchAttributes'
> {
  /** DATABASE_URL and TEMPORAL_ADDRESS replace either server. */
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
}

/** Thrown when a server that the environment names does not answer. */
class ServerAway extends DomainError {
  constructor(variable: 'DATABASE_URL' | 'TEMPORAL_ADDRESS', where: string) {
    super({
      code: 'SERVER_AWAY',
      status: 503,
      messageZh: `${variable} 指定的服务 ${where} 没有响应,请检查地址、网络和服务状态,或取消该变量以使用内置服务。`,
      messageEn: `${variable} names ${where}, which does not answer. Check it, or unset the variable to use the embedded server.`,
      details: { variable },
    });
  }
}

/**
 * Where the database is that the environment names, without its password. Throws FIELD_INVALID for what is no address of PostgreSQL and
 * SERVER_AWAY when it does not answer.
 */
export async function namedDatabase(url: string): Promise<string> {
  if (!URL.canParse(url) || !/^postgres(ql)?:/.test(url))
    throw new FieldInvalid(
      'DATABASE_URL',
      'DATABASE_URL 须为 postgresql://用户:密码@主机:端口/数据库 形式的地址,或取消该变量以使用内置服务。',
      'DATABASE_URL must be an address postgresql://user:password@host:port/database; unset it to use the embedded server.',
    );
  const { host, pathname } = new URL(url);
  const where = `${host}${pathname}`;
  if (!(await isPostgresReady(url))) throw new ServerAway('DATABASE_URL', where);
  return where;
}

interface Part {
  readonly where: string;
  stop(): Promise<void>;
}

/** Starts both at once, or none: when one fails the other is stopped again. */
export async function startServers(home: Home, options: ServersOptions): Promise<Servers> {
  const parts = await Promise.allSettled([database(home, options), temporal(home, options)]);
  const [postgres, workflows] = parts;
  if (postgres.status === 'fulfilled' && workflows.status === 'fulfilled')
    return {
      databaseUrl: postgres.value.where,
      temporalAddress: workflows.value.where,
      ownsDatabase: !options.env.DATABASE_URL,
      // Temporal first: while it runs, it may still ask the worker to write.
      stop: async () => {
        await workflows.value.stop();
        await postgres.value.stop();
      },
    };
  for (const part of parts) if (part.status === 'fulfilled') await part.value.stop();
  throw parts.find((part) => part.status === 'rejected')?.reason;
}

async function database(home: Home, { env, say }: ServersOptions): Promise<Part> {
  const begun = Date.now();
  if (env.DATABASE_URL) {
    say(`✓ 数据库 PostgreSQL ← DATABASE_URL: ${await namedDatabase(env.DATABASE_URL)}`);
    return { where: env.DATABASE_URL, stop: () => Promise.resolve() };
  }
  const server = await startPostgres({
    folder: home.postgres,
    database: 'banjie',
    onEvent: (event) => say(event === 'died' ? '! PostgreSQL 意外停止 stopped' : '✓ PostgreSQL 已恢复 is back'),
  });
  say(`✓ 数据库 PostgreSQL 127.0.0.1:${server.port}${adoption(server)} (${seconds(begun)} s)`);
  return { where: server.url, stop: () => server.stop() };
}

async function temporal(home: Home, options: ServersOptions): Promise<Part> {
  const begun = Date.now();
  const { env, say } = options;
  const source = await findTemporal({ env, binaries: home.binaries, say });
  if (source.kind === 'address') {
    const namespace = env.TEMPORAL_NAMESPACE ?? 'default';
    if (!(await isTemporalReady(source.address, namespace))) throw new ServerAway('TEMPORAL_ADDRESS', source.address);
    return { where: source.address, stop: () => Promise.resolve() };
  }
  const server = await startTemporal({
    ...options,
    folder: home.temporal,
    program: source.path,
    onEvent: (event) => say(event === 'died' ? '! Temporal 意外停止 stopped' : '✓ Temporal 已恢复 is back'),
  });
  say(`✓ 流程引擎 Temporal ${server.address}${adoption(server)} (${seconds(begun)} s)`);
  return { where: server.address, stop: () => server.stop() };
}

function adoption({ adopted }: { readonly adopted: boolean }): string {
  return adopted ? ' 接管已在运行的 adopted' : '';
}

/** Seconds since `begun` (milliseconds), with one decimal. */
export function seconds(begun: number): string {
  return ((Date.now() - begun) / 1000).toFixed(1);
}
