import { randomInt, randomUUID } from 'node:crypto';

import type { Client, Connection, WorkflowHandle } from '@temporalio/client';

import {
  asId,
  type CaseId,
  type OrganisationId,
  type RequestId,
  type TaskId,
  type UnitId,
  type UserId,
} from '#domain/ids.js';
import type { ActResult } from '#domain/process/act.js';
import { person } from '#domain/process/assignee.js';
import { anApplication } from '#domain/venture-round/application.example.js';
import type { ProjectApplication } from '#domain/venture-round/application-form.js';
import { budgetTotal } from '#domain/venture-round/budget.rule.js';
import { aRound } from '#domain/venture-round/round.example.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { DEFAULT_SETTINGS, type VentureRoundSettings } from '#domain/venture-round/settings.js';
import { VENTURE_PROJECT, VENTURE_ROUND } from '#domain/venture-round/states.js';
import type { Database } from '#prisma/client.js';
import type { ContentStore } from '#prisma/files/content-store.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { act, workflowIdOf } from '#workflows/steps/contract.js';
import { VENTURE_PROJECT_WORKFLOW } from '#workflows/venture-project/contract.js';
import { VENTURE_ROUND_WORKFLOW } from '#workflows/venture-round/contract.js';
import { freshDatabase } from './database.js';
import { actorOf, applicant, HOST, ORGANISER, SECOND, type Who } from './money-people.js';
import { assertConsistent } from './money-consistency.js';
import { givenRanking, givenTables, givenVoucher } from './money-rows.js';
import { sha256 } from './sha256.js';
import { refusalOf } from './acting.js';
import { productWorker } from './product-worker.js';
import { skipTime, timeOf, untilTrue } from './time.js';

export interface MoneyCase {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly handle: WorkflowHandle;
}

/** A project in a test's words: its total decides its rank within its class. */
export interface TestProject {
  readonly form?: Partial<ProjectApplication>;
  /** Of every judge; absent: the class is not scored. */
  readonly total?: number;
}

export interface MoneyRound extends MoneyCase {
  readonly projects: readonly MoneyCase[];
}

/** Rounds that are ranked, with their scored projects: a database and a worker of their own. */
export class MoneyWorld {
  /** A division of its own, so that its case numbers are those of no other test on this Temporal server. */
  readonly division = `330402${randomInt(100, 999)}`;

  private constructor(
    readonly database: Database,
    readonly client: Client,
    private readonly connection: Connection,
    readonly queue: string,
    readonly files: ContentStore,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<MoneyWorld> {
    const { database, client, connection, queue, files, close } = await productWorker(await freshDatabase());
    const world = new MoneyWorld(database, client, connection, queue, files, close);
    await givenTables(world.database, world.division);
    return world;
  }

  /** A round that is ranked, with its projects scored, or shown where their class is not scored. */
  async round(projects: readonly TestProject[], change: Partial<RoundConfiguration> = {}): Promise<MoneyRound> {
    const { rows } = this.database;
    const configuration = aRound({ divisionCode: this.division, ...change });
    const round = await this.#case(VENTURE_ROUND, 'RANKED', null, {});
    const at = new Date();
    await rows.round.create({
      data: {
        ...{ caseId: round.caseId, caseNo: round.caseNo, unitId: HOST, divisionCode: this.division },
        ...{ series: 'VENTURE', edition: 1, title: configuration.title, version: 1, formVersion: 1 },
        ...{ configuration, configurationHash: '', policyHash: sha256('policy') },
        ...{ opensAt: at, closesAt: at, publishedAt: at, shortlistedAt: at },
      },
    });
    const born: MoneyCase[] = [];
    for (const [place, project] of projects.entries()) born.push(await this.#project(round, place, project));
    await givenRanking(this.database, round, born, projects);
    const call = { version: 1, formVersion: 1, opensAt: 0, closesAt: 0, screenWD: 10, publicityWD: 5, signWD: 15 };
    const ref = { caseId: round.caseId, caseNo: round.caseNo };
    for (const [place, on] of born.entries()) {
      const state = projects[place]?.total === undefined ? 'SHOWN' : 'SCORED';
      await this.#start(VENTURE_PROJECT_WORKFLOW, on, state, { round: ref });
    }
    const started = await this.#start(VENTURE_ROUND_WORKFLOW, round, 'RANKED', { round: { call, told: 0 } });
    await this.until(async () => (await this.open(started)).length > 0);
    return { ...started, projects: born };
  }

  /** From the ranking to the agreements: proposed, published, undisputed. */
  async award(round: MoneyRound): Promise<void> {
    await this.act(round, ORGANISER, 'proposeAwards', {}, 'PROPOSE_AWARDS');
    await this.untilAll(round.projects, (state) => state !== 'SCORED');
    await this.skipPast(round, 'PUBLIC_NOTICE');
    await this.until(async () => (await this.state(round)) === 'AWARDED');
    await this.untilAll(round.projects, (state) => state !== 'PROPOSED');
  }

  /** Both sides sign the agreement as it stands, and the applicant names its own account. */
  async contract(on: MoneyCase, n: number, account = `organisation-${n}`): Promise<void> {
    await this.until(async () => (await this.open(on)).some(({ kind }) => kind === 'SIGN_AGREEMENT'));
    const { contentHash: hash } = await this.database.rows.fundingAgreement.findUniqueOrThrow({
      where: { projectId: on.caseId },
    });
    await this.database.rows.fundingAgreement.update({
      where: { projectId: on.caseId },
      data: { account: { holderId: account, bank: '示例银行', tail: '1234' } },
    });
    await this.act(on, applicant(n), 'signAgreement', { hash }, 'SIGN_AGREEMENT');
    await this.act(on, ORGANISER, 'signAgreement', { hash }, 'COUNTERSIGN_AGREEMENT');
    await this.untilState(on, 'CONTRACTED');
    await this.until(async () => (await this.open(on)).some(({ kind }) => kind === 'SIGN_PAYMENT'));
  }

  /** Two different people sign every payment that is open. */
  async pay(on: MoneyCase): Promise<void> {
    for (const { id } of (await this.open(on)).filter(({ kind }) => kind === 'SIGN_PAYMENT')) {
      await this.act(on, ORGANISER, 'signPayment', {}, null, { taskId: id });
      await this.act(on, SECOND, 'signPayment', {}, null, { taskId: id });
    }
  }

  /** A report as the interface draws it up, filed by the applicant. */
  async report(on: MoneyCase, n: number, kind: 'MID_TERM' | 'FINAL'): Promise<void> {
    const no = (await this.database.rows.projectReport.count({ where: { projectId: on.caseId } })) + 1;
    const figures = { activityIds: [] };
    await this.database.rows.projectReport.create({
      data: {
        ...{ projectId: on.caseId, no, kind, figures, words: {}, hash: sha256(`${no}`) },
        ...{ filedBy: applicant(n).userId, filedAt: new Date() },
      },
    });
    const task = kind === 'FINAL' ? 'FILE_FINAL_REPORT' : 'FILE_MID_TERM_REPORT';
    await this.act(on, applicant(n), 'fileReport', { no, kind }, task);
  }

  voucher(on: MoneyCase, fen: number): Promise<void> {
    return givenVoucher(this.database, on.caseId, fen);
  }

  async act(
    on: MoneyCase,
    who: Who,
    kind: string,
    facts: object = {},
    task: string | null = null,
    { requestId: id = randomUUID(), taskId: named = null }: { requestId?: string; taskId?: string | null } = {},
  ): Promise<ActResult> {
    const requestId = asId<RequestId>(id);
    const actor = actorOf(who);
    const taskId = named ?? (task === null ? null : await this.#taskFor(on, who, task));
    const kept = { id: requestId, caseId: on.caseId, userId: actor.userId, fingerprint: kind };
    await caseContextStore(this.database).saveActRequest({ ...kept, opinion: null, fileIds: [], ip: null }, Date.now());
    const request = { requestId, fingerprint: kind, kind, actor, seenSeq: null, facts };
    const sent = { ...request, taskId: taskId === null ? null : asId<TaskId>(taskId) };
    return on.handle.executeUpdate(act, { args: [sent], updateId: requestId }).catch((error: unknown) => {
      throw refusalOf(error);
    });
  }

  open(on: MoneyCase): Promise<{ id: string; kind: string; assigneeKey: string; dueAt: Date | null }[]> {
    return this.database.rows.task.findMany({
      where: { caseId: on.caseId, status: { not: 'CLOSED' } },
      orderBy: { openedAt: 'asc' },
    });
  }

  async state(on: MoneyCase): Promise<string> {
    return (await this.database.rows.case.findUniqueOrThrow({ where: { id: on.caseId } })).state;
  }

  untilState(on: MoneyCase, state: string): Promise<void> {
    return this.until(async () => (await this.state(on)) === state);
  }

  async untilAll(cases: readonly MoneyCase[], holds: (state: string) => boolean): Promise<void> {
    for (const on of cases) await this.until(async () => holds(await this.state(on)));
  }

  /** What was ordered, in the order of the orders. */
  async orders(on: MoneyCase): Promise<{ source: string; instalment: number; fen: number; signers: string[] }[]> {
    const where = { projectId: on.caseId };
    const found = await this.database.rows.paymentOrder.findMany({ where, orderBy: [{ seq: 'asc' }, { id: 'asc' }] });
    return found.map(({ source, instalment, fen, signers }) => ({ source, instalment, fen: Number(fen), signers }));
  }

  /** Moves the case's own clock. */
  skipDays(on: MoneyCase, days: number): Promise<void> {
    return skipTime(this.connection, on.handle.workflowId, Math.ceil(days * 86_400));
  }

  /** Moves the case's own clock a minute beyond the limit of its open task of that kind. */
  async skipPast(on: MoneyCase, kind: string): Promise<void> {
    const task = (await this.open(on)).find((one) => one.kind === kind);
    if (!task?.dueAt) throw new Error(`no open task ${kind} with a limit`);
    await this.skipDays(on, (task.dueAt.getTime() - (await this.now(on)) + 60_000) / 86_400_000);
  }

  /** The case's own time, epoch ms. */
  now(on: MoneyCase): Promise<number> {
    return timeOf(on.handle);
  }

  until(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
    return untilTrue(holds, withinMs);
  }

  /** Tables, ledger chain and the workflow's own view say the same. */
  assertConsistent(on: MoneyCase): Promise<void> {
    return assertConsistent(this.database, on);
  }

  async #taskFor(on: MoneyCase, { userId, role, unitId }: Who, kind: string): Promise<string> {
    const keys = [`user:${userId}`, `pool:${unitId ?? ''}:${role}`];
    const ofKind = (await this.open(on)).filter((task) => task.kind === kind);
    const task = ofKind.find(({ assigneeKey }) => keys.includes(assigneeKey)) ?? ofKind[0];
    if (task === undefined) throw new Error(`no open task ${kind}`);
    return task.id;
  }

  async #project(round: MoneyCase, place: number, { form, total }: TestProject): Promise<MoneyCase> {
    const written = anApplication({ title: `公益项目第${place + 1}号`, ...form });
    const organisationId = `organisation-${place}`;
    const state = total === undefined ? 'SHOWN' : 'SCORED';
    const born = await this.#case(VENTURE_PROJECT, state, organisationId, written, applicant(place).userId);
    const { title, class: name, themes, requestedFen, ownFundsFen } = written;
    await this.database.rows.project.create({
      data: {
        ...{ caseId: born.caseId, caseNo: born.caseNo, roundId: round.caseId, organisationId, title, titleKey: title },
        ...{ class: name, appliedClass: name, themes: [...themes], siteDivision: this.division },
        ...{ requestedFen, ownFundsFen, totalFen: budgetTotal(written.budget), formVersion: 1, receivedAt: new Date() },
        sha256: '',
      },
    });
    return born;
  }

  async #case(
    { slug, code }: { readonly slug: string; readonly code: string },
    state: string,
    organisationId: string | null,
    form: object,
    applicantUserId = 'organiser',
  ): Promise<MoneyCase> {
    const { id, caseNo } = await caseStore(this.database).create({
      ...{ startRequestId: asId<RequestId>(randomUUID()), matter: slug, code, title: '公益创投', state, form },
      organisationId: organisationId === null ? null : asId<OrganisationId>(organisationId),
      unitId: asId<UnitId>(HOST),
      divisionCode: this.division,
      applicantUserId: asId<UserId>(applicantUserId),
      ...{
        config: DEFAULT_SETTINGS,
        facts: {},
        fileIds: [],
        draft: null,
        predecessorId: null,
        units: [],
        at: Date.now(),
      },
    });
    return { caseId: id, caseNo, handle: this.client.workflow.getHandle(workflowIdOf(slug, caseNo)) };
  }

  /** Starts a case in the middle of its way, as it would go on in a new run. */
  async #start(workflow: string, on: MoneyCase, state: string, more: object): Promise<MoneyCase> {
    const row = await this.database.rows.case.findUniqueOrThrow({ where: { id: on.caseId } });
    const settings: VentureRoundSettings = DEFAULT_SETTINGS;
    const input = {
      ...{ caseId: on.caseId, caseNo: on.caseNo, matter: row.matter, organisationId: row.organisationId, unitId: HOST },
      applicant: actorOf({ userId: row.applicantUserId, role: 'APPLICANT_USER' }),
      ...{ requestId: row.startRequestId, leader: person('leader'), settings },
      carried: { state, seq: 0, hash: '', tasksMade: 0, handled: [], duties: [] },
      ...more,
    };
    const workflowId = workflowIdOf(row.matter, row.caseNo);
    await this.client.workflow.start(workflow, { taskQueue: this.queue, workflowId, args: [input] });
    return on;
  }
}
