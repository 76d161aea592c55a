import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type StopSignal = (typeof SIGNALS)[number];

/** Thrown where a command was asked to end before its time. */
export class Stopped extends Error {
  /** As a shell has it: 128 and the number of the signal. */
  readonly exitCode: number;

  constructor(signal: StopSignal) {
    super(`stopped by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** Resolves at the first signal to end. Later ones are ignored: stopping is under way. */
export function stopSignal(): Promise<StopSignal> {
  return new Promise((resolve) => {
    for (const name of SIGNALS) process.on(name, () => resolve(name));
  });
}
