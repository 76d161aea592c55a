import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type StopSignal = (typeof SIGNALS)[number] | 'SIGPIPE';

/** Thrown where a command was asked to end before its time. */
export class Stopped extends Error {
  /** As a shell has it: 128 and the number of the signal. */
  readonly exitCode: number;

  constructor(signal: StopSignal) {
    super(`stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Resolves at the first signal to end, and with SIGPIPE when nobody reads any more what is said (`| head -1`). Later ones are ignored: stopping
 * is under way.
 */
export function stopSignal(): Promise<StopSignal> {
  return new Promise((resolve) => {
    for (const name of SIGNALS) process.on(name, () => resolve(name));
    // Without a listener a broken pipe ends the process where it stands, and its servers stay.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => resolve('SIGPIPE'));
  });
}

/** For a race with what a command does on servers that it has to stop: never resolves, rejects with Stopped at the first signal to end. */
export function stopped(): Promise<never> {
  const asked = stopSignal().then((signal) => {
    // What is under way fails as its servers go: that is no news any more.
    process.on('unhandledRejection', () => undefined);
    throw new Stopped(signal);
  });
  asked.catch(() => undefined);
  return asked;
}
