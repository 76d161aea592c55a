import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '#domain/errors.js';

/** A Node program of ours that is kept running. */
export interface SupervisedProgram {
  readonly name: string;
  /** Absolute path of its module. It says `process.send('ready')` when it serves. */
  readonly module: string;
  /** Added to the environment of this process. */
  readonly env: NodeJS.ProcessEnv;
  /** Where its output is appended. Absolute. */
  readonly log: string;
  readonly onEvent: (event: 'died' | 'restarted') => void;
}

/** A supervised program that has said it is ready once. */
export interface SupervisedProcess {
  readonly pid: number;
  /** SIGTERM, after fifteen seconds SIGKILL; and no restart any more. */
  stop(): Promise<void>;
}

/** Thrown when a program ends, or stays silent, before it was ready for the first time. */
export class ProgramDidNotStart extends DomainError {
  constructor(name: string, log: string) {
    super({
      code: 'PROGRAM_DID_NOT_START',
      status: 503,
      messageZh: `${name} 未能启动,原因见日志 ${log}。`,
      messageEn: `${name} did not start; its log ${log} says why.`,
      details: { log },
    });
  }
}

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
/** Who lived this long has earned a quick restart again. */
const STABLE_AFTER_MS = 30_000;

/** Starts the program and resolves when it is ready; from then on restarts it, with growing pauses, when it dies. */
export async function supervise(program: SupervisedProgram): Promise<SupervisedProcess> {
  const supervisor = new Supervisor(program);
  if (!(await supervisor.launch())) {
    await supervisor.stop();
    throw new ProgramDidNotStart(program.name, program.log);
  }
  supervisor.watch();
  return supervisor;
}

class Supervisor implements SupervisedProcess {
  #child: ChildProcess | undefined;
  #gone: Promise<void> = Promise.resolve();
  #stopping = false;
  #wake: () => void = () => undefined;

  constructor(private readonly program: SupervisedProgram) {}

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** True when it became ready. */
  launch(): Promise<boolean> {
    const log = openSync(this.program.log, 'a', 0o600);
    const preload = new URL('./leave-with-parent.js', import.meta.url).href;
    // Detached: Ctrl-C in a terminal reaches the supervisor alone, which stops its children in order.
    const child = spawn(process.execPath, ['--import', preload, this.program.module], {
      cwd: path.dirname(this.program.module),
      env: { ...process.env, ...this.program.env },
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
    });
    closeSync(log);
    this.#child = child;
    this.#gone = new Promise((resolve) => child.once('exit', () => resolve()));
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(false), READY_WITHIN_MS);
      const settle = (ready: boolean) => {
        clearTimeout(late);
        resolve(ready);
      };
      child.on('message', (message) => message === 'ready' && settle(true));
      child.once('exit', () => settle(false));
      child.once('error', () => settle(false));
    });
  }

  watch(): void {
    void this.#keepAlive();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.#gone;
    clearTimeout(kill);
  }

  async #keepAlive(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    for (;;) {
      const begun = Date.now();
      await this.#gone;
      if (this.#stopping) return;
      this.program.onEvent('died');
      wait = Date.now() - begun > STABLE_AFTER_MS ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
      await this.#pause(wait);
      if (this.#isStopping()) return;
      if (await this.launch()) this.program.onEvent('restarted');
      else if (this.#child?.exitCode === null) this.#child.kill('SIGKILL');
    }
  }

  /** Asked anew after each wait: `stop` may have been called meanwhile. */
  #isStopping(): boolean {
    return this.#stopping;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
