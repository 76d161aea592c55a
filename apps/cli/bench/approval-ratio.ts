import { UNIT } from '#prisma/demonstration/handles.js';
import type { Instance } from '../embedded/instance.js';
import { Approvals } from './approval.js';
import { openBare } from './bare.js';
import { bytesIn, cpuNow, cpuPerCase, type Cpu } from './cpu.js';
import { round, type Run } from './load.js';
import { atLeast, atMost, type BenchPart, type Bound, type Measurement } from './part.js';

const CLIENTS = [1, 8, 32] as const;
/** Interleaved, so that a machine that grows slower meanwhile slows both. */
const ROUNDS = 3;
const CASES_A_CLIENT = { 1: 20, 8: 40, 32: 10 } as const;
const WARM_UP = 400;

interface Measured extends Run {
  readonly cpuMsPerCase: Cpu;
  readonly bytesPerCase: number;
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
    const runs: { bare: Measured[]; banjie: Measured[] } = { bare: [], banjie: [] };
    for (const clients of CLIENTS) {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const cases = clients * CASES_A_CLIENT[clients];
        for (const [name, what] of [
          ['bare', bare],
          ['banjie', approvals],
        ] as const) {
          const measured = await account(folder, pids, () => what.run(clients, cases));
          runs[name].push(measured);
          const { casesPerSecond, decision } = measured;
          say(`${name} ${clients} clients, round ${round}: ${casesPerSecond} cases/s, p95 ${decision.p95} ms`);
        }
      }
    }
    return measurement(summary(runs), await nextDecisionAfterCrash(approvals, instance));
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

/** The median round by throughput, for each number of clients. */
function summary(runs: { readonly bare: readonly Measured[]; readonly banjie: readonly Measured[] }) {
  const median = (all: readonly Measured[], clients: number): Measured => {
    const ofThese = all.filter((run) => run.clients === clients).sort((a, b) => a.casesPerSecond - b.casesPerSecond);
    const middle = ofThese[Math.floor(ofThese.length / 2)];
    if (!middle) throw new Error(`nothing was measured with ${clients} clients`);
    return {
      ...middle,
      decision: { ...middle.decision, max: Math.max(...ofThese.map(({ decision }) => decision.max)) },
    };
  };
  return {
    byClients: CLIENTS.map((clients) => {
      const [bare, banjie] = [median(runs.bare, clients), median(runs.banjie, clients)];
      const throughputRatio = round(banjie.casesPerSecond / bare.casesPerSecond);
      return { clients, bare, banjie, throughputRatio, p95Ratio: round(banjie.decision.p95 / bare.decision.p95) };
    }),
  };
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
