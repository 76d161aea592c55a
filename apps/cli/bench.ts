import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { UNIT } from '#prisma/demonstration/handles.js';
import { Approvals } from './bench/approval.js';
import { openBare } from './bench/bare.js';
import { bytesIn, cpuNow, cpuPerCase, type Cpu } from './bench/cpu.js';
import { round, type Run } from './bench/load.js';
import { todoPage } from './bench/todo.js';
import { Cast } from './demo/cast.js';
import { homeFolder, openHome } from './embedded/home.js';
import { type Instance, openInstance, type Started } from './embedded/instance.js';
import { sayAloud } from './embedded/progress.js';
import { table } from './embedded/table.js';

const PORT = 3800;
const CLIENTS = [1, 8, 32] as const;
/** Interleaved, so that a machine that grows slower meanwhile slows both. */
const ROUNDS = 3;
const CASES_A_CLIENT = { 1: 20, 8: 15, 32: 6 } as const;
const WARM_UP = 40;

interface Measured extends Run {
  readonly cpuMsPerCase: Cpu;
  readonly bytesPerCase: number;
}

/**
 * `npm run bench -- [--json FILE]`: the same three-step approval (a) as bare Temporal and (b) through the API, in one run on one server, as
 * ratios; the next decision after a worker's crash; the first page of a to-do list with a million tasks. Returns 1 when a bound is missed.
 */
export async function bench(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'string' }, synchronous: { type: 'string', default: 'FULL' } },
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'banjie-bench-'));
  const started: Started = [];
  try {
    const home = { ...(await openHome(folder)), binaries: path.join(homeFolder(), 'bin') };
    const synchronous = values.synchronous === 'NORMAL' ? 'NORMAL' : 'FULL';
    const instance = await openInstance(home, started, { env: process.env, say: sayAloud, port: PORT, synchronous });
    const result = await measure(instance, folder, started);
    print(result);
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, undefined, 2)}\n`);
    return result.bounds.every(({ met }) => met) ? 0 : 1;
  } finally {
    for (const each of started.reverse()) await each.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(instance: Instance, folder: string, started: Started) {
  const cast = new Cast(instance.address);
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
        sayAloud(
          `${name} ${clients} clients, round ${round}: ${measured.casesPerSecond} cases/s, p95 ${measured.decision.p95} ms`,
        );
      }
    }
  }
  const afterCrashMs = await nextDecisionAfterCrash(approvals, instance);
  const todo = await todoPage(cast, instance.databaseUrl);
  return { ...summary(runs), afterCrashMs, todo, bounds: boundsOf(summary(runs), afterCrashMs, todo.page.p95) };
}

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

function boundsOf({ byClients }: Summary, afterCrashMs: number, todoP95: number) {
  const at = (clients: number) => byClients.find((each) => each.clients === clients);
  const bound = (what: string, actual: number, met: boolean) => ({ what, actual, met });
  const [eight, many] = [at(8), at(32)];
  const [ratio, p95, max] = [eight?.throughputRatio ?? 0, eight?.p95Ratio ?? 99, many?.banjie.decision.max ?? 1e9];
  return [
    bound('throughput at 8 clients ≥ 0.7 of bare Temporal', ratio, ratio >= 0.7),
    bound('p95 of a decision at 8 clients ≤ 1.6 × bare Temporal', p95, p95 <= 1.6),
    bound('no decision over 2 s at 32 clients (ms)', max, max <= 2000),
    bound('next decision after a crash of the worker within 3 s (ms)', afterCrashMs, afterCrashMs <= 3000),
    bound('first page of the to-do list with 1,000,000 tasks, 8 clients, p95 < 15 ms', todoP95, todoP95 < 15),
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

function print({ byClients, bounds }: Summary & { readonly bounds: ReturnType<typeof boundsOf> }): void {
  const rows = byClients.flatMap(({ clients, bare, banjie, throughputRatio, p95Ratio }) =>
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
    'clients',
    'what',
    'cases/s',
    'decision p50/p95/max ms',
    'CPU ms a case',
    'bytes a case',
    'throughput / p95 ratio',
  ];
  sayAloud(`\n${table(head, rows)}\n`);
  for (const { what, actual, met } of bounds) sayAloud(`${met ? '✓' : '✗'} ${what}: ${actual}`);
}
