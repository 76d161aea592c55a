import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { LegacyHighsOptions } from 'highs';
import { z } from 'zod';
import { lpText } from './linear-program.js';
import type { LinearProgram } from './linear-program.js';

/** How long and how exactly to solve. */
export interface SolveOptions {
  /** After this many seconds the best solution found so far is answered. */
  readonly seconds: number;
  /** How far from the best a solution in whole numbers may be, as a share of it; 0 unless said. */
  readonly gap?: number;
  /** Stops the solver at once; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** OPTIMAL: proven. FEASIBLE: found in time, not proven. INFEASIBLE: no solution exists. UNKNOWN: none found in time. */
export interface Solution {
  readonly status: 'OPTIMAL' | 'FEASIBLE' | 'INFEASIBLE' | 'UNKNOWN';
  /** Variables that are not 0. */
  readonly values: ReadonlyMap<string, number>;
}

/** Solves a program. A port, so that who decides does not know who computes. */
export type Solve = (program: LinearProgram, options: SolveOptions) => Promise<Solution>;

const Answer = z.object({ status: z.string(), values: z.array(z.tuple([z.string(), z.number()])) });

// Runs in a thread of its own, because the solver blocks: the worker's heartbeats and other tasks go on meanwhile.
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
require(workerData.highs)().then((highs) => {
  const { Status, Columns } = highs.solve(workerData.text, workerData.options);
  const values = Object.entries(Columns)
    .filter(([, column]) => Math.abs(column.Primal) > 1e-9)
    .map(([name, column]) => [name, column.Primal]);
  parentPort.postMessage({ status: Status, values });
});
`;

/** HiGHS in WebAssembly, a fresh thread for each program, so that its memory is given back and it can be stopped. */
export const solveInThread: Solve = async (program, { seconds, gap = 0, signal }) => {
  signal?.throwIfAborted();
  const options: LegacyHighsOptions = { output_flag: false, time_limit: seconds, mip_rel_gap: gap, random_seed: 1 };
  const highs = createRequire(import.meta.url).resolve('highs');
  const worker = new Worker(SCRIPT, { eval: true, workerData: { highs, text: lpText(program), options } });
  const stopped = (): void => void worker.terminate();
  signal?.addEventListener('abort', stopped, { once: true });
  try {
    return solutionOf(Answer.parse(await answerOf(worker, signal)), program);
  } finally {
    signal?.removeEventListener('abort', stopped);
    await worker.terminate();
  }
};

function answerOf(worker: Worker, signal: AbortSignal | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(signal?.aborted === true ? reasonOf(signal) : new Error('the solver stopped')));
  });
}

const reasonOf = ({ reason }: AbortSignal): Error => (reason instanceof Error ? reason : new Error(String(reason)));

function solutionOf({ status, values }: z.output<typeof Answer>, program: LinearProgram): Solution {
  const found = new Map(values);
  if (status === 'Optimal') return { status: 'OPTIMAL', values: found };
  if (status === 'Infeasible' || status === 'Primal infeasible or unbounded')
    return { status: 'INFEASIBLE', values: new Map() };
  // Out of time the solver also answers with points that are no solution.
  return holds(program, found) ? { status: 'FEASIBLE', values: found } : { status: 'UNKNOWN', values: new Map() };
}

const SLACK = 1e-6;

function holds({ rows, bounds, whole }: LinearProgram, values: Solution['values']): boolean {
  const of = (variable: string): number => values.get(variable) ?? 0;
  const row = ({ terms, sense, right }: LinearProgram['rows'][number]): boolean => {
    const over = terms.reduce((sum, [coefficient, variable]) => sum + coefficient * of(variable), -right);
    return (sense === '>=' || over <= SLACK) && (sense === '<=' || over >= -SLACK);
  };
  return (
    rows.every(row) &&
    bounds.every(([variable, low, high]) => of(variable) >= low - SLACK && of(variable) <= high + SLACK) &&
    whole.every((variable) => Math.abs(of(variable) - Math.round(of(variable))) <= SLACK)
  );
}
