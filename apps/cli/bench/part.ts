import type { Cast } from '../demo/cast.js';
import type { Instance, Started } from '../embedded/instance.js';
import type { Say } from '../embedded/progress.js';

/** What is promised of a figure, and whether it was kept. */
export interface Bound {
  readonly what: string;
  readonly actual: number;
  readonly met: boolean;
}

/** Where a part is measured: servers that nothing else uses, with the demonstration's people. */
export interface Ground {
  readonly instance: Instance;
  /** The folder of the servers. */
  readonly folder: string;
  readonly cast: Cast;
  /** What a part starts is put here, and stopped at the end. */
  readonly started: Started;
  readonly say: Say;
  /** A share of the full size of what is measured, for a try on a busy machine; 1 is what the bounds are for. */
  readonly scale: number;
}

/** What a part measured: figures for the file, lines of a table for the reader, and what they are held to. */
export interface Measurement {
  readonly figures: object;
  readonly shown?: { readonly head: readonly string[]; readonly rows: readonly string[][] };
  readonly bounds: readonly Bound[];
}

/** One entry of the benchmarks' table. */
export interface BenchPart {
  readonly name: string;
  run(ground: Ground): Promise<Measurement>;
}

/** A figure that must not be more than its bound. */
export const atMost = (limit: number, what: string, actual: number): Bound => ({ what, actual, met: actual <= limit });

/** A figure that must not be less than its bound. */
export const atLeast = (limit: number, what: string, actual: number): Bound => ({ what, actual, met: actual >= limit });

/** A number of things at the scale of the ground; at least one. */
export const sized = ({ scale }: Ground, full: number): number => Math.max(1, Math.round(full * scale));
