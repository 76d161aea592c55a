import type { Cast } from './cast.js';
import type { FastClock } from './clock.js';
import type { Progress } from './progress.js';

/** What a scenario has to work with. */
export interface Scene {
  readonly cast: Cast;
  readonly clock: FastClock;
  readonly progress: Progress;
}

/** One figure of the demonstration: what was expected, what came out of the system. */
export interface Figure {
  readonly figure: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly ok: boolean;
}

/** What a scenario showed. */
export interface Shown {
  readonly scenario: string;
  readonly caseNo: string | null;
  readonly figures: readonly Figure[];
}

/** Compares by value; both sides are JSON. */
export const figure = (name: string, expected: unknown, actual: unknown): Figure => ({
  figure: name,
  expected,
  actual,
  ok: JSON.stringify(expected) === JSON.stringify(actual),
});
