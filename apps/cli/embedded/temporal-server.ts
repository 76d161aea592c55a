import { connect } from 'node:net';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { DomainError } from '#domain/errors.js';
import { keepServer } from './kept-server.js';
import type { LaunchCommand, ServerEvent } from './kept-server.js';
import { endProcess, processesNaming } from './process-identity.js';

/** The server's own numbers for the types of search attributes. */
const ATTRIBUTE_TYPES = { Text: 1, Keyword: 2, Int: 3, Double: 4, Bool: 5, Datetime: 6, KeywordList: 7 } as const;

/** Type of a search attribute. A namespace on SQL takes ten Keywords and three of every other type. */
export type SearchAttributeType = keyof typeof ATTRIBUTE_TYPES;

/** How to run the embedded Temporal server. */
export interface TemporalServerOptions {
  /** Holds temporal.db and what belongs to it. Absolute. */
  readonly folder: string;
  /** The Temporal command line. */
  readonly program: string;
  /** FULL survives a power cut; NORMAL survives killed processes and is faster. */
  readonly synchronous?: 'FULL' | 'NORMAL';
  /** Lets a workflow's own clock be moved forward: for tests and the demonstration. */
  readonly timeSkipping?: boolean;
  readonly searchAttributes?: Readonly<Record<string, SearchAttributeType>>;
  readonly onEvent?: (event: ServerEvent) => void;
}

/** A running Temporal server. */
export interface TemporalServer {
  /** host:port */
  readonly address: string;
  readonly pid: number;
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** Thrown when a search attribute exists with another type: the server would ignore the change without a word. */
export class SearchAttributeHasOtherType extends DomainError {
  constructor(name: string, wanted: SearchAttributeType) {
    super({
      code: 'SEARCH_ATTRIBUTE_HAS_OTHER_TYPE',
      status: 409,
      messageZh: `检索属性 ${name} 已存在且类型不是 ${wanted},请换一个名称。`,
      messageEn: `Search attribute ${name} exists with a type other than ${wanted}; choose another name.`,
      details: { name, wanted },
    });
  }
}

/** Closed cases stay readable for ten years; the server's default deletes them after a day. */
const RETENTION_MS = 3650 * 86_400_000;

/** Starts or adopts the server of this folder, keeps it running, and prepares the namespace `default`. */
export async function startTemporal(options: TemporalServerOptions): Promise<TemporalServer> {
  const database = path.join(options.folder, 'temporal.db');
  const kept = await keepServer({
    name: 'Temporal',
    folder: options.folder,
    command: (port) => command(options, database, port),
    isReady: (port) => isTemporalReady(`127.0.0.1:${port}`),
    // Two servers on one file lose workflows without saying so.
    beforeLaunch: () => endAll(`--db-filename ${database} `),
    stopSignal: 'SIGTERM',
    onEvent: options.onEvent ?? (() => undefined),
  });
  const address = `127.0.0.1:${kept.port}`;
  try {
    await prepareNamespace(address, options.searchAttributes ?? {});
  } catch (error) {
    await kept.stop();
    throw error;
  }
  return { address, pid: kept.pid, adopted: kept.adopted, stop: () => kept.stop() };
}

/** True when a Temporal frontend answers for the namespace at host:port. */
export async function isTemporalReady(address: string, namespace = 'default', withinMs = 2_000): Promise<boolean> {
  // A refused connection would cost the gRPC client a second of back-off, a plain socket nothing.
  if (!(await accepts(address, withinMs))) return false;
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: withinMs });
    const { workflowService } = connection;
    await connection.withDeadline(Date.now() + withinMs, () => workflowService.describeNamespace({ namespace }));
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

function command(options: TemporalServerOptions, database: string, port: number): LaunchCommand {
  const pragmas = ['journal_mode=WAL', `synchronous=${options.synchronous ?? 'FULL'}`];
  const settings = ['matching.numTaskqueueReadPartitions=1', 'matching.numTaskqueueWritePartitions=1'];
  if (options.timeSkipping)
    settings.push('frontend.WorkflowTimeSkippingEnabled=true', 'history.timerProcessorMaxTimeShift="10ms"');
  return {
    file: options.program,
    args: [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--db-filename', database, '--log-level', 'warn', '--log-format', 'json'],
      ...pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma]),
      ...settings.flatMap((setting) => ['--dynamic-config-value', setting]),
    ],
  };
}

async function prepareNamespace(address: string, wanted: Readonly<Record<string, SearchAttributeType>>): Promise<void> {
  const namespace = 'default';
  const connection = await Connection.connect({ address });
  try {
    const { operatorService, workflowService } = connection;
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
    const missing: Record<string, number> = {};
    for (const [name, type] of Object.entries(wanted)) {
      const present: number | undefined = customAttributes[name];
      if (present === undefined) missing[name] = ATTRIBUTE_TYPES[type];
      else if (present !== ATTRIBUTE_TYPES[type]) throw new SearchAttributeHasOtherType(name, type);
    }
    if (Object.keys(missing).length > 0)
      await operatorService.addSearchAttributes({ namespace, searchAttributes: missing });
    const workflowExecutionRetentionTtl = msToTs(RETENTION_MS);
    await workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
  } finally {
    await connection.close();
  }
}

async function endAll(text: string): Promise<void> {
  await Promise.all(processesNaming(text).map((stray) => endProcess(stray, 'SIGTERM', 10_000)));
}

function accepts(address: string, withinMs: number): Promise<boolean> {
  if (!URL.canParse(`tcp://${address}`)) return Promise.resolve(false);
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: withinMs });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
