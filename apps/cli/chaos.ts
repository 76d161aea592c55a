import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';

import { UNIT } from '#prisma/demonstration/handles.js';
import { Approvals } from './bench/approval.js';
import { serverPids } from './bench/cpu.js';
import { underLoad } from './bench/load.js';
import { Cast } from './demo/cast.js';
import { homeFolder, openHome } from './embedded/home.js';
import { type Instance, openInstance, type Started } from './embedded/instance.js';
import { sayAloud } from './embedded/progress.js';
import { ApiClient } from './http/api-client.js';
import { writePatiently } from './http/patient-client.js';
import { verify } from './verify.js';

const PORT = 3750;
const CLIENTS = 8;
/** Between two kills: long enough to come back, short enough to be hit again while catching up. */
const PAUSE_MS = 4_000;

/** What was lost or doubled. */
interface Found {
  readonly cases: number;
  readonly kills: Readonly<Record<string, number>>;
  readonly unfinished: number;
  readonly lostDecisions: number;
  readonly doubledDecisions: number;
  readonly chainsBroken: boolean;
}

/**
 * `npm run chaos -- [--json FILE] [--cases N] [--kills N]`: kills the worker, the API, Temporal and PostgreSQL one after another at
 * random moments under load, and counts what was lost or doubled. Returns 1 when anything was.
 */
export async function chaos(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      json: { type: 'string' },
      cases: { type: 'string', default: '200' },
      kills: { type: 'string', default: '12' },
    },
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'banjie-chaos-'));
  const started: Started = [];
  try {
    const home = { ...(await openHome(folder)), binaries: path.join(homeFolder(), 'bin') };
    const instance = await openInstance(home, started, { env: process.env, say: sayAloud, port: PORT });
    const found = await torment(instance, folder, Number(values.cases), Number(values.kills));
    sayAloud(JSON.stringify(found));
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(found, undefined, 2)}\n`);
    const isWhole = found.unfinished + found.lostDecisions + found.doubledDecisions === 0 && !found.chainsBroken;
    sayAloud(
      isWhole ? '✓ 无一丢失、无一重复 nothing lost, nothing doubled' : '✗ 有丢失或重复 something was lost or doubled',
    );
    return isWhole ? 0 : 1;
  } finally {
    for (const each of started.reverse()) await each.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Waits until everything that was killed answers again: only then can it be counted. */
async function allBack(address: string): Promise<void> {
  const anyone = ApiClient.anonymous(address);
  for (let attempt = 1; attempt <= 240; attempt += 1) {
    const health = await anyone.call('GET', '/health').catch(() => null);
    if (health?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the servers did not come back within a minute');
}

async function torment(instance: Instance, folder: string, cases: number, kills: number): Promise<Found> {
  const { address, databaseUrl, temporalAddress } = instance;
  const approvals = new Approvals(new Cast(address), UNIT.neijiangWorkCommittee, databaseUrl, writePatiently);
  const drafts = await approvals.drafts(cases);
  const numbers: string[] = [];
  const work = underLoad(CLIENTS, cases, async (n) => {
    const opened = await approvals.submit(drafts[n] ?? '');
    numbers.push(opened.caseNo);
    for (const step of [0, 1, 2]) await approvals.decide(opened, step);
  });
  const [done, killed] = await Promise.all([work, kill(instance, folder, kills)]);
  await approvals.close();
  await allBack(address);
  const counted = await count(databaseUrl, numbers);
  const env = { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, BANJIE_HOME: folder };
  const chainsBroken = (await verify([], env)) !== 0;
  return { cases: done.cases, ...counted, chainsBroken, kills: killed };
}

/** How often each was killed. */
async function kill(instance: Instance, folder: string, times: number): Promise<Record<string, number>> {
  const tally: Record<string, number> = {};
  for (let n = 0; n < times; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (0.5 + Math.random())));
    const servers = serverPids(folder);
    const victims = [
      ['worker', instance.worker.pid],
      ['api', instance.api.pid],
      ['temporal', servers.temporal],
      ['postgres', servers.postgres],
    ] as const;
    const [name, pid] = victims[n % victims.length] ?? victims[0];
    sayAloud(`✂ ${name}`);
    tally[name] = (tally[name] ?? 0) + 1;
    if (pid > 0) process.kill(pid, 'SIGKILL');
  }
  return tally;
}

/** Every case must be approved by exactly three decisions of three people. */
async function count(databaseUrl: string, numbers: readonly string[]) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const text = `SELECT k."state", count(d.*)::int AS decisions, count(DISTINCT d."actorId")::int AS people
      FROM "Case" k LEFT JOIN "Decision" d ON d."caseId" = k."id" WHERE k."caseNo" = ANY($1) GROUP BY k."id"`;
    const { rows } = await client.query<{ state: string; decisions: number; people: number }>(text, [numbers]);
    const sum = (measure: (row: (typeof rows)[number]) => number): number =>
      rows.reduce((all, row) => all + measure(row), 0);
    return {
      unfinished: numbers.length - rows.length + rows.filter(({ state }) => state !== 'APPROVED').length,
      lostDecisions: sum(({ people }) => Math.max(0, 3 - people)),
      doubledDecisions: sum(({ decisions, people }) => decisions - people),
    };
  } finally {
    await client.end();
  }
}
