import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DomainError } from '#domain/errors.js';
import { anyFreePort, isFree } from './free-port.js';
import { isHolder, takeLock } from './lifetime-lock.js';
import type { LifetimeLock } from './lifetime-lock.js';
import { endProcess, identify, isRunning } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';

/** How to start one server process. */
export interface LaunchCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** What happens to a kept server after it was started. */
export type ServerEvent = 'died' | 'restarted';

/** A server that lives in a folder: at most one process on it, whoever starts it and however often. */
export interface ServerPlan {
  readonly name: string;
  /** Holds owner.json, server.json and server.log beside the server's own files. */
  readonly folder: string;
  readonly command: (port: number) => LaunchCommand;
  readonly isReady: (port: number) => Promise<boolean>;
  /** Removes what a killed predecessor left in the way. */
  readonly beforeLaunch: () => Promise<void>;
  readonly stopSignal: NodeJS.Signals;
  readonly onEvent: (event: ServerEvent) => void;
}

/** A running server on the loopback. */
export interface KeptServer {
  readonly port: number;
  readonly pid: number;
  /** True when it had outlived an earlier owner. */
  readonly adopted: boolean;
  /** Orderly, for good. */
  stop(): Promise<void>;
}

/** Thrown when another living process keeps the server of this folder. */
export class ServerHasAnotherKeeper extends DomainError {
  constructor(name: string, pid: number) {
    super({
      code: 'SERVER_HAS_ANOTHER_KEEPER',
      status: 409,
      messageZh: `${name} 已由进程 ${pid} 管理,请先停止该进程。`,
      messageEn: `${name} is kept by process ${pid}; stop that one first.`,
      details: { pid },
    });
  }
}

/** Thrown when a server ends, or does not answer, after it was launched; its log says why. */
export class ServerDidNotStart extends DomainError {
  constructor(name: string, log: string) {
    super({
      code: 'SERVER_DID_NOT_START',
      status: 503,
      messageZh: `${name} 未能启动,原因见日志 ${log}。`,
      messageEn: `${name} did not start; its log ${log} says why.`,
      details: { log },
    });
  }
}

const State = z.object({ pid: z.number(), started: z.string(), port: z.number(), command: z.string() });
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 200;

/**
 * Adopts the server that a killed owner left behind, or launches one; then restarts it on the same port whenever it dies.
 * The process is detached: Ctrl-C in a terminal reaches the owner alone, which stops its servers in order.
 */
export async function keepServer(plan: ServerPlan): Promise<KeptServer> {
  await mkdir(plan.folder, { recursive: true });
  const lock = await takeLock(path.join(plan.folder, 'owner.json'));
  if (isHolder(lock)) throw new ServerHasAnotherKeeper(plan.name, lock.pid);
  const keeper = new ServerKeeper(plan, lock);
  try {
    await keeper.begin();
  } catch (error) {
    await keeper.stop();
    throw error;
  }
  return keeper;
}

/** Stops the server that a killed owner left in this folder, if there is one. */
export async function stopLeftover(folder: string, stopSignal: NodeJS.Signals): Promise<void> {
  const state = await readState(folder);
  if (state !== undefined) await endProcess(state, stopSignal, STOP_WITHIN_MS);
}

class ServerKeeper implements KeptServer {
  adopted = false;
  port = 0;
  #process: ProcessIdentity | undefined;
  #stopping = false;
  #watch: NodeJS.Timeout | undefined;
  #mending: Promise<void> | undefined;

  constructor(
    private readonly plan: ServerPlan,
    private readonly lock: LifetimeLock,
  ) {}

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  async begin(): Promise<void> {
    const left = await readState(this.plan.folder);
    this.adopted = left !== undefined && (await this.#adopt(left));
    if (!this.adopted) {
      if (left !== undefined) await endProcess(left, this.plan.stopSignal, STOP_WITHIN_MS);
      this.port = left !== undefined && (await isFree(left.port)) ? left.port : await anyFreePort();
      await this.#launchPatiently();
    }
    this.#watch = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#watch.unref();
  }

  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    clearInterval(this.#watch);
    await this.#mending;
    if (this.#process !== undefined) await endProcess(this.#process, this.plan.stopSignal, STOP_WITHIN_MS);
    await this.lock.release();
  }

  async #adopt(left: z.infer<typeof State>): Promise<boolean> {
    if (!isRunning(left) || left.command !== this.#commandText(left.port)) return false;
    if (!(await this.#answers(left, left.port, 5_000))) return false;
    this.#process = left;
    this.port = left.port;
    return true;
  }

  /** What a killed predecessor still holds, such as shared memory, is free a moment later. */
  async #launchPatiently(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#launch();
        return;
      } catch (error) {
        if (attempt === 3) throw error;
        await pause(1_000);
      }
    }
  }

  async #launch(): Promise<void> {
    await this.plan.beforeLaunch();
    const { file, args, ...account } = this.plan.command(this.port);
    const logFile = path.join(this.plan.folder, 'server.log');
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(file, args, { ...account, detached: true, stdio: ['ignore', log, log], cwd: '/' });
    closeSync(log);
    // A file that cannot be run shows as a process that never was; the log line below then names the log.
    child.on('error', () => undefined);
    child.unref();
    this.#process = child.pid === undefined ? undefined : identify(child.pid);
    if (this.#process === undefined) throw new ServerDidNotStart(this.plan.name, logFile);
    await this.#writeState(this.#process);
    if (!(await this.#answers(this.#process, this.port, READY_WITHIN_MS)))
      throw new ServerDidNotStart(this.plan.name, logFile);
  }

  async #answers(server: ProcessIdentity, port: number, withinMs: number): Promise<boolean> {
    const end = Date.now() + withinMs;
    while (isRunning(server) && Date.now() < end) {
      if (await this.plan.isReady(port)) return true;
      await pause(50);
    }
    return false;
  }

  #look(): void {
    if (this.#mending !== undefined || this.#process === undefined || isRunning(this.#process)) return;
    this.#mending = this.#mend().finally(() => (this.#mending = undefined));
  }

  async #mend(): Promise<void> {
    this.plan.onEvent('died');
    for (let wait = 100; !this.#stopping; wait = Math.min(wait * 2, 5_000)) {
      try {
        await this.#launch();
        this.plan.onEvent('restarted');
        return;
      } catch {
        if (this.#process !== undefined) await endProcess(this.#process, this.plan.stopSignal, STOP_WITHIN_MS);
        await pause(wait);
      }
    }
  }

  async #writeState(server: ProcessIdentity): Promise<void> {
    const file = stateFile(this.plan.folder);
    const state = { ...server, port: this.port, command: this.#commandText(this.port) };
    await writeFile(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  /** A server left behind by an owner with other settings is not the one that was asked for. */
  #commandText(port: number): string {
    const { file, args } = this.plan.command(port);
    return [file, ...args].join(' ');
  }
}

const stateFile = (folder: string): string => path.join(folder, 'server.json');

/** The port of the server that runs in this folder, whoever keeps it; undefined when none does. */
export async function portInUse(folder: string): Promise<number | undefined> {
  const state = await readState(folder);
  return state !== undefined && isRunning(state) ? state.port : undefined;
}

async function readState(folder: string): Promise<z.infer<typeof State> | undefined> {
  try {
    return State.parse(JSON.parse(await readFile(stateFile(folder), 'utf8')));
  } catch {
    await rm(stateFile(folder), { force: true });
    return undefined;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
