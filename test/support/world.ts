import { createHash, randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import pg from 'pg';

import { recordActivities, type Records } from '#activities/record/record.activities.js';
import { GENERAL_APPROVAL } from '#domain/general-approval/states.js';
import { asId, type CaseId, type RequestId, type TaskId, type UnitId, type UserId } from '#domain/ids.js';
import { verifyChain } from '#domain/ledger/verify-chain.js';
import type { ActResult } from '#domain/process/act.js';
import { person } from '#domain/process/assignee.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { recordStore } from '#prisma/stores/record.store.js';
import { GENERAL_APPROVAL_WORKFLOW, type GeneralApprovalInput } from '#workflows/general-approval/contract.js';
import { act, caseView, type CaseInput, type CaseView, workflowIdOf } from '#workflows/steps/contract.js';
import { actorOf, APPLICANT, LEADER, refusalOf, type TestAct, type TestStep, toStep, UNIT } from './acting.js';
import { freshDatabase } from './database.js';
import { testServers } from './servers.js';
import { skipTime, timeOf, untilTrue } from './time.js';
import { PRODUCT, quietRuntime, workflowCode } from './workflow-code.js';

/** A case under way, as a test drives it. */
export interface TestCase {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly workflowId: string;
  readonly handle: WorkflowHandle;
}

export interface TestTask {
  readonly id: string;
  readonly stage: string;
  readonly assigneeKey: string;
  readonly status: string;
  readonly outcome: string | null;
  /** Epoch ms. */
  readonly dueAt: number | null;
  readonly escalated: boolean;
  readonly claimedBy: string | null;
}

export interface WorldOptions {
  /** The file whose exports are the workflows; the product's own unless a test brings one. */
  readonly workflowsPath?: string;
  /** Stands between the workflows and the store, to break something on the way. */
  readonly records?: (real: Records) => Records;
  /** Activities beside those of records. */
  readonly activities?: object;
  /** Starts without any calendar: no limit can be computed until `loadCalendar`. */
  readonly withoutCalendar?: true;
  /** The test starts the worker itself. */
  readonly withoutWorker?: true;
}

/** Everything that a workflow test needs: a database and a task queue of its own, a worker on them, a client. */
export class World {
  private constructor(
    readonly queue: string,
    readonly url: string,
    readonly pool: pg.Pool,
    readonly client: Client,
    readonly connection: Connection,
    private readonly native: NativeConnection,
    private readonly drop: () => Promise<void>,
    private readonly makeWorker: () => Promise<Worker>,
    private readonly workflowBundle: WorkflowBundle,
  ) {}

  #running: { readonly worker: Worker; readonly ended: Promise<void> } | null = null;

  static async open({
    workflowsPath = PRODUCT,
    records = (real) => real,
    activities = {},
    withoutCalendar,
    withoutWorker,
  }: WorldOptions = {}): Promise<World> {
    quietRuntime();
    const { temporalAddress: address } = testServers();
    const database = await freshDatabase();
    const pool = new pg.Pool({ connectionString: database.url, max: 10 });
    pool.on('error', () => undefined);
    if (!withoutCalendar) await loadPlainCalendar(pool);
    const connection = await Connection.connect({ address });
    const native = await NativeConnection.connect({ address });
    const queue = `test-${randomUUID()}`;
    const workflowBundle = await workflowCode(workflowsPath);
    const makeWorker = (): Promise<Worker> =>
      Worker.create({
        connection: native,
        taskQueue: queue,
        identity: 'test-worker',
        workflowBundle,
        activities: { ...activities, ...recordActivities({ records: records(recordStore({ pool })) }) },
        stickyQueueScheduleToStartTimeout: '1s',
        workflowTaskPollerBehavior: { type: 'autoscaling' },
      });
    const client = new Client({ connection, identity: 'test-client' });
    const world = new World(
      queue,
      database.url,
      pool,
      client,
      connection,
      native,
      () => database.drop(),
      makeWorker,
      workflowBundle,
    );
    if (!withoutWorker) await world.startWorker();
    return world;
  }

  async startWorker(): Promise<void> {
    const worker = await this.makeWorker();
    this.#running = { worker, ended: worker.run() };
  }

  async stopWorker(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    if (!running) return;
    running.worker.shutdown();
    await running.ended;
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.native.close();
    await this.connection.close();
    await this.pool.end();
    await this.drop();
  }

  /** Starts a general approval with these steps, applied for by `applicant`. */
  async startApproval(steps: readonly TestStep[]): Promise<TestCase> {
    const input = await this.newCase();
    const whole: GeneralApprovalInput = { ...input, steps: steps.map(toStep) };
    return this.start(GENERAL_APPROVAL_WORKFLOW, whole);
  }

  /** A case's row, and what its workflow starts with. */
  async newCase(applicant: string = APPLICANT): Promise<CaseInput> {
    const requestId = asId<RequestId>(randomUUID());
    const { id, caseNo } = await caseStore({ pool: this.pool }).create({
      startRequestId: requestId,
      matter: GENERAL_APPROVAL.slug,
      code: GENERAL_APPROVAL.code,
      title: '关于开展活动的请示',
      organisationId: null,
      unitId: asId<UnitId>(UNIT),
      divisionCode: '511002',
      applicantUserId: asId<UserId>(applicant),
      state: 'UNDER_REVIEW',
      config: {},
      facts: {},
      form: {},
      fileIds: [],
      draft: null,
      predecessorId: null,
      units: [],
      at: Date.now(),
    });
    return {
      caseId: asId<CaseId>(id),
      caseNo,
      matter: GENERAL_APPROVAL.slug,
      organisationId: null,
      unitId: asId<UnitId>(UNIT),
      applicant: actorOf({ kind: 'start', by: applicant, role: 'APPLICANT_USER' }),
      requestId,
      leader: person(LEADER),
    };
  }

  async start(workflow: string, input: CaseInput): Promise<TestCase> {
    const { caseId, caseNo, matter } = input;
    // Every test file numbers its cases from 1 in a database of its own, on one server.
    const workflowId = `${workflowIdOf(matter, caseNo)}:${caseId}`;
    const handle = await this.client.workflow.start(workflow, {
      taskQueue: this.queue,
      workflowId,
      args: [input],
      workflowTaskTimeout: '3s',
    });
    await this.until(async () => (await this.seq(caseId)) > 0);
    return { caseId, caseNo, workflowId, handle: this.client.workflow.getHandle(handle.workflowId) };
  }

  /** Carries out an act; a refusal rejects with `{ code }` and what the client is told. */
  async act(on: TestCase, asked: TestAct): Promise<ActResult> {
    const requestId = asId<RequestId>(asked.requestId ?? randomUUID());
    const taskId = asked.taskId === undefined ? await this.taskOf(on, asked) : asked.taskId;
    const sent = {
      requestId,
      fingerprint: asked.kind,
      kind: asked.kind,
      actor: actorOf(asked),
      taskId: taskId === null ? null : asId<TaskId>(taskId),
      seenSeq: asked.seenSeq ?? null,
      facts: asked.facts ?? {},
    };
    try {
      return await on.handle.executeUpdate(act, { args: [sent], updateId: requestId });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** A vote on the voter's own open task. */
  vote(on: TestCase, by: string, verdict: 'AGREE' | 'REFUSE' | 'ABSTAIN', more: Partial<TestAct> = {}) {
    return this.act(on, { kind: 'vote', by, facts: { verdict }, ...more });
  }

  /** Replays a history against these workflows; rejects when they would do something else. */
  async replay(history: unknown): Promise<void> {
    await Worker.runReplayHistory({ workflowBundle: this.workflowBundle }, history);
  }

  view(on: TestCase): Promise<CaseView> {
    return on.handle.query(caseView);
  }

  async tasks(on: TestCase): Promise<TestTask[]> {
    const text = `SELECT id, stage, "assigneeKey", status, outcome, "claimedBy", "escalatedAt" IS NOT NULL AS escalated,
        (extract(epoch from "dueAt") * 1000)::float8 AS "dueAt"
      FROM "Task" WHERE "caseId" = $1 ORDER BY length(id), id`;
    return (await this.pool.query<TestTask>(text, [on.caseId])).rows;
  }

  /** Whom the case waits for, sorted: `user:li`, `pool:unit-1:TWO_NEW_APPROVER`. */
  async waitsFor(on: TestCase): Promise<string[]> {
    const open = (await this.tasks(on)).filter(({ status }) => status !== 'CLOSED');
    return open.map(({ assigneeKey }) => assigneeKey.replace('user:', '')).sort();
  }

  /** Kinds and recipients of the notices, in order. */
  async notices(on: TestCase): Promise<{ kind: string; to: string; percent: number | null }[]> {
    const text = `SELECT kind, "recipientKey" AS "to", (params->>'percent')::int AS percent FROM "Notice" WHERE "caseId" = $1 ORDER BY at, id`;
    return (await this.pool.query<{ kind: string; to: string; percent: number | null }>(text, [on.caseId])).rows;
  }

  async state(on: TestCase): Promise<string> {
    const text = 'SELECT state FROM "Case" WHERE id = $1';
    const { rows } = await this.pool.query<{ state: string }>(text, [on.caseId]);
    return rows[0]?.state ?? 'NONE';
  }

  async seq(caseId: string): Promise<number> {
    const { rows } = await this.pool.query<{ seq: number }>('SELECT seq FROM "Case" WHERE id = $1', [caseId]);
    return rows[0]?.seq ?? -1;
  }

  async decisions(on: TestCase): Promise<{ kind: string; verdict: string | null; actorId: string }[]> {
    const text = 'SELECT kind, verdict, "actorId" FROM "Decision" WHERE "caseId" = $1 ORDER BY seq';
    return (await this.pool.query<{ kind: string; verdict: string | null; actorId: string }>(text, [on.caseId])).rows;
  }

  /** Moves the case's own clock; what is due on the way happens, and is recorded before this returns. */
  async skip(on: TestCase, seconds: number): Promise<void> {
    await skipTime(this.connection, on.workflowId, Math.ceil(seconds));
  }

  /** Moves the case's clock to a moment (epoch ms), and a minute on. */
  async skipTo(on: TestCase, at: number): Promise<void> {
    await this.skip(on, (at - (await this.now(on))) / 1000 + 60);
  }

  loadCalendar(): Promise<void> {
    return loadPlainCalendar(this.pool);
  }

  /** The case's own time, epoch ms: where the server has moved it to. */
  now(on: TestCase): Promise<number> {
    return timeOf(on.handle);
  }

  /** Waits until the tables show it: a record by the case's own clock comes a moment after the time was skipped. */
  until(holds: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
    return untilTrue(holds, withinMs);
  }

  /** Waits until nothing of the case is under way between the workflow and the tables. */
  async settled(on: TestCase): Promise<void> {
    await this.until(async () => {
      const [{ seq, state }, written] = await Promise.all([this.view(on), this.seq(on.caseId)]);
      return seq === written && state === (await this.state(on));
    });
  }

  /** How many acts of people the ledger holds. */
  async acts(on: TestCase): Promise<number> {
    const text = `SELECT count(*)::int AS acts FROM "LedgerEntry" WHERE "caseId" = $1 AND "requestId" IS NOT NULL AND kind <> 'START'`;
    const { rows } = await this.pool.query<{ acts: number }>(text, [on.caseId]);
    return rows[0]?.acts ?? -1;
  }

  /** Tables, ledger chain and the workflow's own view say the same, as soon as its clock has nothing under way. */
  async assertConsistent(on: TestCase): Promise<void> {
    await this.settled(on);
    const end = Date.now() + 3_000;
    let [told, written] = await this.bothSides(on);
    while (JSON.stringify(told) !== JSON.stringify(written) && Date.now() < end) {
      [told, written] = await this.bothSides(on);
    }
    expect(written).toEqual(told);
  }

  private async bothSides(on: TestCase): Promise<[unknown, unknown]> {
    const { state, seq, hash, openTasks } = await this.view(on);
    const { rows: cases } = await this.pool.query<{ state: string; seq: number; hash: string }>(
      'SELECT state, seq, "ledgerHash" AS hash FROM "Case" WHERE id = $1',
      [on.caseId],
    );
    const { rows: entries } = await this.pool.query<{ seq: number; payload: string; prevHash: string; hash: string }>(
      'SELECT seq, payload, "prevHash", hash FROM "LedgerEntry" WHERE "caseId" = $1 ORDER BY seq',
      [on.caseId],
    );
    const open = (await this.tasks(on)).filter(({ status }) => status !== 'CLOSED').map(({ id }) => id);
    return [
      { case: [{ state, seq, hash }], open: [...openTasks].sort(), chain: { ok: true, entries: seq } },
      { case: cases, open: open.sort(), chain: verifyChain(entries, sha256, { seq, hash }) },
    ];
  }

  private async taskOf(on: TestCase, { by, onBehalfOf }: TestAct): Promise<string | null> {
    const key = `user:${onBehalfOf ?? by}`;
    const open = (await this.tasks(on)).filter(({ status }) => status !== 'CLOSED');
    return (open.find(({ assigneeKey }) => assigneeKey === key) ?? open[0])?.id ?? null;
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Weekends and no holidays, for the years that a test can reach: tests give the same due dates whenever they run. */
async function loadPlainCalendar(pool: pg.Pool): Promise<void> {
  const year = new Date().getUTCFullYear();
  const text = `INSERT INTO "CalendarYear" (year, source, holidays, "makeUpDays") SELECT y, 'DEMONSTRATION', '{}', '{}' FROM generate_series($1::int, $2::int) y`;
  await pool.query(text, [year - 1, year + 7]);
}
