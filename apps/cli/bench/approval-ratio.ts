import { UNIT } from '#prisma/demonstration/handles.js';
import type { Instance } from '../embedded/instance.js';
import { Approvals } from './approval.js';
import { openBare } from './bare.js';
import { bytesIn, cpuNow, cpuPerCase, type Cpu } from './cpu.js';
import { round, type Run } from './load.js';
import { atLeast, atMost, type BenchPart, type Bound, type Measurement } from './part.js';

const CLIENTS = [1, 8, 32] as const;
/** Odd, so that one is in the middle. The bounds are at 8 clients. */
const ROUNDS = { 1: 3, 8: 5, 32: 3 } as const;
/** At 8 some twenty seconds: while one side runs the other rests, and a program that has rested is slower for its first seconds. */
const CASES_A_CLIENT = { 1: 20, 8: 80, 32: 10 } as const;
/** Cases of each that are not counted: a program that has just started spends a third more on each, and still a tenth after 400. */
const WARM_UP = 1000;

interface Measured extends Run {
  readonly cpuMsPerCase: Cpu;
  readonly bytesPerCase: number;
}

interface Round {
  readonly bare: Measured;
  readonly banjie: Measured;
}

/**
 * The same three-step approval (a) as bare Temporal and (b) through the API, in one run on one server, as ratios; the next decision after
 * a worker's crash.
 */
export const approval: BenchPart = {
  name: 'approval',
  async run({ instance, folder, cast, started, say }) {
    const bare = await openBare(instance.temporalAddress, instance.databaseUrl);
    started.push(bare);
    const approvals = new Approvals(cast, UNIT.neijiangWorkCommittee, instance.databaseUrl);
    started.push({ stop: () => approvals.close() });
    const pids = { bench: process.pid, bareWorker: bare.workerPid, api: instance.api.pid, worker: instance.worker.pid };
    await bare.run(8, WARM_UP);
    await approvals.run(8, WARM_UP);
    const sides = { bare, banjie: approvals };
    const rounds: Round[] = [];
    for (const clients of CLIENTS) {
      for (let nth = 1; nth <= ROUNDS[clients]; nth += 1) {
        const run = async (side: keyof Round): Promise<Measured> => {
          const cases = clients * CASES_A_CLIENT[clients];
          const measured = await account(folder, pids, () => sides[side].run(clients, cases));
          const { casesPerSecond, decision } = measured;
          say(`${side} ${clients} clients, round ${nth}: ${casesPerSecond} cases/s, p95 ${decision.p95} ms`);
          return measured;
        };
        rounds.push(await inTurn(nth, run));
      }
    }
    return measurement(summary(rounds), await nextDecisionAfterCrash(approvals, instance));
  },
};

async function account(
  folder: string,
  pids: Readonly<Record<string, number>>,
  run: () => Promise<Run>,
): Promise<Measured> {
  const [cpuBefore, bytesBefore] = [cpuNow(folder, pids), bytesIn(folder)];
  const result = await run();
  const bytesPerCase = Math.round((bytesIn(folder) - bytesBefore) / result.cases);
  return { ...result, cpuMsPerCase: cpuPerCase(cpuBefore, cpuNow(folder, pids), result.cases), bytesPerCase };
}

/** Both, one right after the other and each first in every other round: a machine that grows slower meanwhile slows both. */
async function inTurn(nth: number, run: (side: keyof Round) => Promise<Measured>): Promise<Round> {
  if (nth % 2 === 1) {
    const bare = await run('bare');
    return { bare, banjie: await run('banjie') };
  }
  const banjie = await run('banjie');
  return { bare: await run('bare'), banjie };
}

/**
 * For each number of clients: of either side the median round by throughput, with the worst decision of all; the ratios are medians over the
 * rounds, each of two runs that followed each other.
 */
function summary(rounds: readonly Round[]) {
  return {
    byClients: CLIENTS.map((clients) => {
      const ofThese = rounds.filter(({ bare }) => bare.clients === clients);
      const throughputRatios = ofThese.map(({ bare, banjie }) => round(banjie.casesPerSecond / bare.casesPerSecond));
      const p95Ratios = ofThese.map(({ bare, banjie }) => round(banjie.decision.p95 / bare.decision.p95));
      const [bare, banjie] = [typical(ofThese.map(({ bare }) => bare)), typical(ofThese.map(({ banjie }) => banjie))];
      const ratios = { throughputRatio: median(throughputRatios), p95Ratio: median(p95Ratios) };
      return { clients, bare, banjie, ...ratios, throughputRatios, p95Ratios };
    }),
  };
}

function typical(runs: readonly Measured[]): Measured {
  const middle = medianBy(runs, ({ casesPerSecond }) => casesPerSecond);
  return { ...middle, decision: { ...middle.decision, max: Math.max(...runs.map(({ decision }) => decision.max)) } };
}

const median = (values: readonly number[]): number => medianBy(values, (value) => value);

function medianBy<Each>(all: readonly Each[], by: (each: Each) => number): Each {
  const middle = [...all].sort((one, other) => by(one) - by(other))[Math.floor(all.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

type Summary = ReturnType<typeof summary>;

function boundsOf({ byClients }: Summary, afterCrashMs: number): Bound[] {
  const at = (clients: number) => byClients.find((each) => each.clients === clients);
  const [eight, many] = [at(8), at(32)];
  return [
    atLeast(0.7, 'throughput at 8 clients ≥ 0.7 of bare Temporal', eight?.throughputRatio ?? 0),
    atMost(1.6, 'p95 of a decision at 8 clients ≤ 1.6 × bare Temporal', eight?.p95Ratio ?? 99),
    atMost(2000, 'no decision over 2 s at 32 clients (ms)', many?.banjie.decision.max ?? 1e9),
    atMost(3000, 'next decision after a crash of the worker within 3 s (ms)', afterCrashMs),
  ];
}

/** Kills the worker of a case that it has cached; how long the case's next decision takes. */
async function nextDecisionAfterCrash(approvals: Approvals, { worker }: Instance): Promise<number> {
  const opened = await approvals.half();
  process.kill(worker.pid, 'SIGKILL');
  const begun = performance.now();
  await approvals.decide(opened, 1);
  return round(performance.now() - begun);
}

function measurement(measured: Summary, afterCrashMs: number): Measurement {
  const rows = measured.byClients.flatMap(({ clients, bare, banjie, throughputRatio, p95Ratio }) =>
    (
      [
        ['bare', bare, ''],
        ['banjie', banjie, `${throughputRatio} / ${p95Ratio}`],
      ] as const
    ).map(([name, run, ratios]) => [
      String(clients),
      name,
      String(run.casesPerSecond),
      `${run.decision.p50} / ${run.decision.p95} / ${run.decision.max}`,
      Object.entries(run.cpuMsPerCase)
        .map(([part, ms]) => `${part} ${ms}`)
        .join(' · '),
      String(run.bytesPerCase),
      ratios,
    ]),
  );
  const head = [
    ...['clients', 'what', 'cases/s', 'decision p50/p95/max ms', 'CPU ms a case', 'bytes a case'],
    'throughput / p95 ratio',
  ];
  const figures = { ...measured, afterCrashMs };
  return { figures, shown: { head, rows }, bounds: boundsOf(measured, afterCrashMs) };
}
