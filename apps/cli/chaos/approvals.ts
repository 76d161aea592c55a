import pg from 'pg';

import { UNIT } from '#prisma/demonstration/handles.js';
import { Approvals } from '../bench/approval.js';
import { underLoad } from '../bench/load.js';
import { Cast } from '../demo/cast.js';
import type { Instance } from '../embedded/instance.js';
import type { Say } from '../embedded/progress.js';
import { writePatiently } from '../http/patient-client.js';
import { verify } from '../verify.js';
import type { ChaosPart } from './part.js';
import { allBack, kill, onServers, VICTIMS } from './torment.js';

const CASES = 200;
const KILLS = 12;
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

/** Approvals under load while one server after another is killed at random moments: what is lost or doubled. */
export const approvals: ChaosPart = {
  name: 'approvals',
  async run(ground, { cases = CASES, kills = KILLS }) {
    const figures = await onServers(ground, {}, (instance, folder) =>
      torment(instance, folder, { cases, kills, say: ground.say }),
    );
    const { unfinished, lostDecisions, doubledDecisions, chainsBroken } = figures;
    return { figures, isWhole: unfinished + lostDecisions + doubledDecisions === 0 && !chainsBroken };
  },
};

async function torment(
  instance: Instance,
  folder: string,
  { cases, kills, say }: { readonly cases: number; readonly kills: number; readonly say: Say },
): Promise<Found> {
  const { address, databaseUrl, temporalAddress } = instance;
  const load = new Approvals(new Cast(address), UNIT.neijiangWorkCommittee, databaseUrl, writePatiently);
  const drafts = await load.drafts(cases);
  const numbers: string[] = [];
  const work = underLoad(CLIENTS, cases, async (n) => {
    const opened = await load.submit(drafts[n] ?? '');
    numbers.push(opened.caseNo);
    for (const step of [0, 1, 2]) await load.decide(opened, step);
  });
  const [done, killed] = await Promise.all([work, killInTurn(instance, folder, kills, say)]);
  await load.close();
  await allBack(address);
  const counted = await count(databaseUrl, numbers);
  const env = { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, BANJIE_HOME: folder };
  const chainsBroken = (await verify([], env)) !== 0;
  return { cases: done.cases, ...counted, chainsBroken, kills: killed };
}

/** How often each was killed. */
async function killInTurn(
  instance: Instance,
  folder: string,
  times: number,
  say: Say,
): Promise<Record<string, number>> {
  const tally: Record<string, number> = {};
  for (let n = 0; n < times; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (0.5 + Math.random())));
    const victim = VICTIMS[n % VICTIMS.length] ?? VICTIMS[0];
    tally[victim] = (tally[victim] ?? 0) + 1;
    kill(victim, instance, folder, say);
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
