import { Client, Connection } from '@temporalio/client';
import pg from 'pg';

import { SAMPLE_RETURN } from '#domain/annual-inspection/sample-return.js';
import { daysBetween, parseIsoDate, yearOf } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { applicantOf, UNIT, USER } from '#prisma/demonstration/handles.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { Cast } from '../demo/cast.js';
import { FastClock } from '../demo/clock.js';
import { onServers } from '../chaos/torment.js';
import type { Instance } from '../embedded/instance.js';
import { SeasonDesk, until } from '../inspection/season-desk.js';
import { cpuNow, cpuPerCase, type Cpu } from './cpu.js';
import { round, underLoad } from './load.js';
import { atMost, type BenchPart } from './part.js';

const PORT = 3820;
/** What an organisation costs must not grow with how many there are. */
const SIZES = { few: 1_000, many: 10_000 } as const;
const GROWTH = 1.2;

const CLIENTS = 8;
/** Accounts that file; each for its share of the organisations. */
const FILERS = 100;
/** The most that one bulk decision takes. */
const AT_ONCE = 100;
const SAMPLE = 20;
const OPENING_MS = 1_800_000;

/** A season of a thousand organisations and one of ten thousand, each on servers of its own. */
export const season: BenchPart = {
  name: 'season',
  async run({ say }) {
    const costOf = (organisations: number): Promise<SeasonCost> =>
      onServers({ say, port: PORT }, { timeSkipping: true }, (instance, folder) =>
        seasonCost(instance, folder, organisations, say),
      );
    const [few, many] = [await costOf(SIZES.few), await costOf(SIZES.many)];
    const growth = round(many.cpuMsPerOrganisationInAll / few.cpuMsPerOrganisationInAll);
    const what = 'cost of an organisation in a season of 10,000 ≤ 1.2 × in one of 1,000';
    return { figures: { few, many, growth }, shown: shownOf([few, many]), bounds: [atMost(GROWTH, what, growth)] };
  },
};

/** What one organisation of a season cost. */
interface SeasonCost {
  readonly organisations: number;
  readonly seconds: Readonly<Record<'opened' | 'filed' | 'takenIn' | 'concluded', number>>;
  readonly secondsPerOrganisation: number;
  readonly cpuMsPerOrganisation: Cpu;
  readonly cpuMsPerOrganisationInAll: number;
  readonly eventsPerOrganisation: number;
  readonly historyBytesPerOrganisation: number;
  readonly passed: number;
}

interface Owed {
  readonly caseId: string;
  readonly caseNo: string;
  readonly filer: number;
}

/** A season of so many organisations: opened, filed, taken in, and concluded in bulk by the published rules. */
async function seasonCost(
  instance: Instance,
  folder: string,
  organisations: number,
  say: (line: string) => void,
): Promise<SeasonCost> {
  const database = new pg.Client({ connectionString: instance.databaseUrl });
  await database.connect();
  const clock = await FastClock.at(instance.temporalAddress);
  const cast = new Cast(instance.address);
  const desk = new SeasonDesk(cast);
  try {
    await register(database, organisations);
    const pids = { bench: process.pid, api: instance.api.pid, worker: instance.worker.pid };
    const before = cpuNow(folder, pids);
    const timed = timer(say, organisations);
    const year = yearOf(shanghaiDate(Date.now()));
    await desk.create(year);
    const opened = await timed('opened', async () => {
      const opens = parseIsoDate(`${year + 1}-01-02`);
      await clock.pass(desk.workflowId, daysBetween(shanghaiDate(Date.now()), opens));
      await until(async () => (await unheard(database)) === 0, OPENING_MS);
    });
    const owed = await owedReturns(database);
    const filed = await timed('filed', () => file(cast, owed));
    const takenIn = await timed('takenIn', () => takeIn(cast, owed));
    const passed = { count: 0 };
    const concluded = await timed('concluded', async () => {
      passed.count = await conclude(desk, database);
    });
    const cpuMsPerOrganisation = cpuPerCase(before, cpuNow(folder, pids), organisations);
    const seconds = { opened, filed, takenIn, concluded };
    return {
      organisations,
      seconds,
      secondsPerOrganisation: round(Object.values(seconds).reduce((sum, each) => sum + each, 0) / organisations),
      cpuMsPerOrganisation,
      cpuMsPerOrganisationInAll: round(Object.values(cpuMsPerOrganisation).reduce((sum, each) => sum + each, 0)),
      ...(await histories(instance.temporalAddress, desk, owed)),
      passed: passed.count,
    };
  } finally {
    await clock.close();
    await database.end();
  }
}

/** The registry of 集美 with only so many organisations, none of which has a supervisory unit; an account files for each. */
async function register(database: pg.Client, organisations: number): Promise<void> {
  const registry = UNIT.jimeiCivilAffairs;
  await database.query('UPDATE "Organisation" SET "registryUnitId" = NULL WHERE "registryUnitId" = $1', [registry]);
  await database.query(
    `INSERT INTO "Organisation" SELECT (jsonb_populate_record(o, jsonb_build_object('id', 'org-load-' || n, 'name', '集美区第' || n || '号协会',
       'nameKey', 'load' || n, 'uscc', NULL, 'registryUnitId', $2::text, 'supervisoryUnitId', NULL))).*
     FROM "Organisation" o, generate_series(1, $3::int) n WHERE o."id" = $1`,
    [jimeiOrganisation(1), registry, organisations],
  );
  await database.query(
    `INSERT INTO "Grant" ("id", "userId", "role", "organisationId")
     SELECT 'load-' || n, ($1::text[])[1 + n % cardinality($1::text[])], 'APPLICANT_USER', 'org-load-' || n FROM generate_series(1, $2::int) n`,
    [Array.from({ length: FILERS }, (_, n) => filerOf(n)), organisations],
  );
  await database.query('ANALYZE');
}

const filerOf = (n: number): string => applicantOf(jimeiOrganisation(n + 1));

/** Returns that are owed and of which nothing is recorded yet; all of them while the opening goes on. */
async function unheard(database: pg.Client): Promise<number> {
  const text = `SELECT (SELECT count(*)::int FROM "Season" WHERE "openedAt" IS NULL)
    + (SELECT count(*)::int FROM "SeasonMember" m JOIN "Case" c ON c."id" = m."caseId" WHERE c."seq" = 0) AS n`;
  return (await database.query<{ n: number }>(text)).rows[0]?.n ?? 1;
}

async function owedReturns(database: pg.Client): Promise<Owed[]> {
  const text = `SELECT c."id" AS "caseId", c."caseNo", right(m."organisationId", -9)::int % $1::int AS filer
    FROM "SeasonMember" m JOIN "Case" c ON c."id" = m."caseId" ORDER BY c."caseNo"`;
  return (await database.query<Owed>(text, [FILERS])).rows;
}

async function file(cast: Cast, owed: readonly Owed[]): Promise<void> {
  const form = {
    ...SAMPLE_RETURN,
    basics: { ...SAMPLE_RETURN.basics, leaders: [] },
    finance: { ...SAMPLE_RETURN.finance, auditUploadId: undefined },
    partyBuilding: {
      ...SAMPLE_RETURN.partyBuilding,
      ...{ membersTotal: 0, membersTransferred: 0, secretaryReportUploadId: undefined },
    },
  };
  const uploads = new Map<number, Promise<string>>();
  const uploadOf = async (filer: number): Promise<string> => {
    const client = await cast.of(filerOf(filer));
    const answer = await client.must('POST', '/uploads', Buffer.from(`%PDF-1.4\n%${filer}\ntrailer<<>>\n%%EOF\n`));
    return String(Object.entries(answer ?? {}).find(([name]) => name === 'id')?.[1]);
  };
  await underLoad(CLIENTS, owed.length, async (n) => {
    const { caseId, caseNo, filer } = owed[n] ?? { caseId: '', caseNo: '', filer: 0 };
    const uploaded = uploads.get(filer) ?? uploadOf(filer);
    uploads.set(filer, uploaded);
    const uploadId = await uploaded;
    const filled = {
      ...form,
      finance: { ...form.finance, auditUploadId: uploadId },
      partyBuilding: { ...form.partyBuilding, secretaryReportUploadId: uploadId },
    };
    const client = await cast.of(filerOf(filer));
    await client.must('POST', `/cases/${caseNo}/acts`, { kind: 'submitReturn', taskId: `${caseId}-t1`, form: filled });
  });
}

async function takeIn(cast: Cast, owed: readonly Owed[]): Promise<void> {
  const officers = [USER.jimeiRegistry, USER.jimeiRegistrySecond] as const;
  await underLoad(CLIENTS, owed.length, async (n) => {
    const { caseId, caseNo } = owed[n] ?? { caseId: '', caseNo: '' };
    const client = await cast.of(officers[n % 2] ?? officers[0]);
    await client.must('POST', `/cases/${caseNo}/acts`, { kind: 'accept', taskId: `${caseId}-t2` });
  });
}

/** Those of which every rule says PASS, as the leader decides them; how many that were. */
async function conclude(desk: SeasonDesk, database: pg.Client): Promise<number> {
  const text = `SELECT c."caseNo", c."seq" AS "seenSeq" FROM "SeasonMember" m JOIN "Case" c ON c."id" = m."caseId" ORDER BY c."caseNo"`;
  const items = (await database.query<{ caseNo: string; seenSeq: number }>(text)).rows;
  let count = 0;
  for (let from = 0; from < items.length; from += AT_ONCE)
    count += (await desk.decideInBulk(items.slice(from, from + AT_ONCE))).concluded.length;
  return count;
}

/** Events and bytes of histories: of some returns, and of the season with its pages shared among all. */
async function histories(address: string, desk: SeasonDesk, owed: readonly Owed[]) {
  const connection = await Connection.connect({ address });
  try {
    const { workflow } = new Client({ connection });
    const sizeOf = async (workflowId: string): Promise<[number, number]> => {
      const { historyLength, historySize } = await workflow.getHandle(workflowId).describe();
      return [historyLength, historySize ?? 0];
    };
    const step = Math.max(1, Math.floor(owed.length / SAMPLE));
    const sampled = owed.filter((_, n) => n % step === 0);
    const returns = await Promise.all(sampled.map(({ caseNo }) => sizeOf(`annual-inspection:${caseNo}`)));
    const shared: [number, number][] = [];
    for await (const { workflowId, runId } of workflow.list({ query: 'WorkflowType = "seasonPages"' })) {
      const { historyLength, historySize } = await workflow.getHandle(workflowId, runId).describe();
      shared.push([historyLength, historySize ?? 0]);
    }
    shared.push(await sizeOf(desk.workflowId));
    const each = (place: 0 | 1): number =>
      returns.reduce((sum, sizes) => sum + sizes[place], 0) / returns.length +
      shared.reduce((sum, sizes) => sum + sizes[place], 0) / owed.length;
    return { eventsPerOrganisation: round(each(0)), historyBytesPerOrganisation: Math.round(each(1)) };
  } finally {
    await connection.close();
  }
}

/** Times a phase in seconds, and says so. */
const timer =
  (say: (line: string) => void, organisations: number) =>
  async (phase: string, carryOut: () => Promise<void>): Promise<number> => {
    const begun = performance.now();
    await carryOut();
    const seconds = round((performance.now() - begun) / 1000);
    say(`season of ${organisations}: ${phase} in ${seconds} s`);
    return seconds;
  };

function shownOf(costs: readonly SeasonCost[]) {
  return {
    head: ['organisations', 'CPU ms each', 's each', 'events each', 'bytes of history each', 'concluded PASS'],
    rows: costs.map((cost) =>
      [
        cost.organisations,
        cost.cpuMsPerOrganisationInAll,
        cost.secondsPerOrganisation,
        cost.eventsPerOrganisation,
        cost.historyBytesPerOrganisation,
        cost.passed,
      ].map(String),
    ),
  };
}
