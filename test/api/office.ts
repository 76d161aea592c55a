import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { NestExpressApplication } from '@nestjs/platform-express';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { NativeConnection } from '@temporalio/worker';
import type { Worker } from '@temporalio/worker';
import { TOTP } from 'otpauth';
import request from 'supertest';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { openDatabase } from '#prisma/client.js';
import type { Database } from '#prisma/client.js';
import { DEMONSTRATION_PASSWORD, totpSecretOf } from '#prisma/demonstration/accounts.js';
import { applicantOf, personOf, USER, usernameOf } from '#prisma/demonstration/handles.js';
import { contentStore } from '#prisma/files/content-store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { CASE_QUEUE, workflowIdOf } from '#workflows/steps/contract.js';
import { CaseStarter } from '../../apps/api/src/cases/case-starter.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { demonstrationDatabase } from '../support/database.js';
import { testServers } from '../support/servers.js';
import { skipTime } from '../support/time.js';
import { PRODUCT, quietRuntime, workflowCode } from '../support/workflow-code.js';

const SECRET = 'a secret of at least thirty-two characters';
const DATA_KEY = Buffer.alloc(32, 5);

/** What an HTTP call answered. */
export interface Answer {
  readonly status: number;
  // The shape of an answer is what a test asserts.
  readonly body: Record<string, never> & Record<string, unknown>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface OfficeOptions {
  /** Temporal's address; by default the one of the run. */
  readonly temporalAddress?: string;
  readonly withoutWorker?: boolean;
  /** The clock of the API, epoch ms; by default the real one. */
  readonly clock?: () => number;
  /** The built web app, which is then served too. */
  readonly webFolder?: string;
}

/** The whole product on a database of its own: API, worker and the demonstration's people, who sign in over HTTP. */
export class Office {
  readonly #cookies = new Map<string, Promise<string>>();

  private constructor(
    readonly database: Database,
    readonly app: NestExpressApplication,
    private readonly temporal: { readonly address: string; readonly namespace: string },
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async open({
    temporalAddress,
    withoutWorker = false,
    clock = Date.now,
    webFolder,
  }: OfficeOptions = {}): Promise<Office> {
    quietRuntime();
    const address = temporalAddress ?? testServers().temporalAddress;
    // Case numbers begin at one in every database, and workflow ids with them.
    const namespace = temporalAddress === undefined ? await freshNamespace(address) : 'default';
    const fresh = await demonstrationDatabase({ dataKey: DATA_KEY.toString('base64'), secret: SECRET });
    const { url } = fresh;
    const database = openDatabase(url);
    const home = await mkdtemp(path.join(os.tmpdir(), 'banjie-office-'));
    const app = await createApp(
      {
        databaseUrl: url,
        temporalAddress: address,
        temporalNamespace: namespace,
        host: '127.0.0.1',
        port: 0,
        home,
        secret: SECRET,
        dataKey: DATA_KEY,
        ...(webFolder === undefined ? {} : { webFolder }),
      },
      clock,
    );
    await app.listen(0, '127.0.0.1');
    const stopWorker = withoutWorker ? () => Promise.resolve() : await startWorker(database, home, address, namespace);
    return new Office(database, app, { address, namespace }, async () => {
      await stopWorker();
      await app.close();
      await database.close();
      await fresh.drop();
      await rm(home, { recursive: true, force: true });
    });
  }

  close(): Promise<void> {
    return this.cleanUp();
  }

  /** Signs in, with the second factor where the account has one; once a test file. */
  signIn(userId: string): Promise<string> {
    const known = this.#cookies.get(userId) ?? this.#session(userId);
    this.#cookies.set(userId, known);
    return known;
  }

  /** Forgets the session of a user, who then signs in anew. */
  forget(userId: string): void {
    this.#cookies.delete(userId);
  }

  /** Starts what Temporal has not taken over, however young it is. */
  async sweep(): Promise<void> {
    const starter = this.app.get(CaseStarter, { strict: false });
    for (const row of await caseStore(this.database).unstarted(Date.now() + 60_000)) await starter.start(row);
  }

  /** Moves the clock of one case forward. */
  async skip(caseNo: string, seconds: number): Promise<void> {
    const { matter } = await this.database.rows.case.findUniqueOrThrow({ where: { caseNo } });
    await this.#connected((connection, namespace) =>
      skipTime(connection, workflowIdOf(matter, caseNo), seconds, namespace),
    );
  }

  /** Lends a client of the office's own namespace. */
  withClient<T>(use: (client: Client) => Promise<T>): Promise<T> {
    return this.#connected((connection, namespace) => use(new Client({ connection, namespace })));
  }

  async get(userId: string | null, address: string): Promise<Answer> {
    const asked = request(this.app.getHttpServer()).get(`/api/v1${address}`);
    if (userId !== null) asked.set('Cookie', await this.signIn(userId));
    return asked;
  }

  async send(
    userId: string,
    method: 'post' | 'put' | 'patch' | 'delete',
    address: string,
    body: object = {},
    key: string = randomUUID(),
  ): Promise<Answer> {
    const asked = request(this.app.getHttpServer())[method](`/api/v1${address}`);
    return asked
      .set('Cookie', await this.signIn(userId))
      .set('Idempotency-Key', key)
      .send(body);
  }

  post(userId: string, address: string, body: object = {}, key?: string): Promise<Answer> {
    return this.send(userId, 'post', address, body, key);
  }

  /** A file that somebody has uploaded. */
  async upload(ownerUserId: string, organisationId: string | null = null): Promise<string> {
    const id = randomUUID();
    const data = { id, sha256: '0'.repeat(64), name: '材料.pdf', mediaType: 'application/pdf', size: 1 };
    await this.database.rows.upload.create({ data: { ...data, ownerUserId, organisationId } });
    return id;
  }

  /** A whole application of an organisation: its first `n` people, the first of them secretary. */
  async form(organisationId: string, n: number, more: object = {}): Promise<Record<string, unknown>> {
    const owner = applicantOf(organisationId);
    const file = await this.upload(owner, organisationId);
    return {
      kind: 'TEMP_BRANCH',
      proposedName: '中共示例协会临时党支部',
      councilSize: 61,
      members: Array.from({ length: n }, (_, index) => ({
        personId: personOf(organisationId, index),
        certificateUploadId: file,
      })),
      secretary: personOf(organisationId, 0),
      isOneShoulder: true,
      reason:
        '本会理事会中有正式党员三名以上,组织关系均在原单位党组织,为发挥党员作用、加强党的领导、做好社会组织党建工作,特申请设立临时党支部,请予批准。',
      activityPlan: '每月一次集体学习,每季度一次主题党日。',
      councilResolutionUploadId: file,
      ...more,
    };
  }

  async draft(organisationId: string, data: object): Promise<string> {
    const body = { matter: 'temp-party-org', organisationId, data };
    const made = await this.post(applicantOf(organisationId), '/drafts', body);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return String(made.body.id);
  }

  /** Submits an application and waits until its first task is there. Returns its number. */
  async submit(organisationId: string, n: number, more: object = {}): Promise<string> {
    const draft = await this.draft(organisationId, await this.form(organisationId, n, more));
    const made = await this.post(applicantOf(organisationId), `/drafts/${draft}/submission`);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    const caseNo = String(made.body.caseNo);
    await this.until(async () => (await this.openTasks(caseNo)).length > 0);
    return caseNo;
  }

  /** An approval of one step, submitted by an official, on which these users sign. */
  async submitApproval(by: string, unitId: string, signers: readonly string[], rule = 'ALL'): Promise<string> {
    const steps = [
      {
        name: '签批',
        rule: { kind: rule },
        signers: signers.map((userId) => ({ to: { userId } })),
        duty: 'SIGN',
        limitWorkingDays: null,
      },
    ];
    const data = { title: '关于开展活动的请示', text: '拟于下月开展活动。', unitId, steps };
    const draft = await this.post(by, '/drafts', { matter: 'general-approval', data });
    const made = await this.post(by, `/drafts/${String(draft.body.id)}/submission`);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    const caseNo = String(made.body.caseNo);
    await this.until(async () => (await this.openTasks(caseNo)).length > 0);
    return caseNo;
  }

  async openTasks(caseNo: string): Promise<{ taskId: string; kind: string; assigneeKey: string }[]> {
    const text = `SELECT t.id AS "taskId", t.kind, t."assigneeKey" FROM "Task" t JOIN "Case" c ON c.id = t."caseId"
      WHERE c."caseNo" = $1 AND t.status = 'OPEN' ORDER BY t.id`;
    return (await this.database.pool.query<{ taskId: string; kind: string; assigneeKey: string }>(text, [caseNo])).rows;
  }

  async taskOf(caseNo: string, kind: string): Promise<string> {
    const found = (await this.openTasks(caseNo)).find((task) => task.kind === kind);
    if (found === undefined) throw new Error(`no open task ${kind} in ${caseNo}`);
    return found.taskId;
  }

  /** Acts on the open task of that kind, or on the case. */
  async act(userId: string, caseNo: string, kind: string, taskKind: string | null, more: object = {}, key?: string) {
    const task = taskKind === null ? {} : { taskId: await this.taskOf(caseNo, taskKind) };
    return this.post(userId, `/cases/${caseNo}/acts`, { kind, ...task, ...more }, key);
  }

  /** From submission to ACTIVE, everybody doing what they have to. */
  async activate(organisationId: string, n: number, more: object = {}): Promise<string> {
    const caseNo = await this.submit(organisationId, n, more);
    await this.must(this.act(USER.neijiangIntake, caseNo, 'accept', 'INTAKE'));
    await this.confirmAll(caseNo, organisationId);
    await this.must(this.act(USER.neijiangReviewer, caseNo, 'verify', 'VERIFY', { facts: { method: 'INTERVIEW' } }));
    await this.must(this.act(USER.neijiangSigner, caseNo, 'reply', 'REPLY', agree()));
    await this.must(this.act(applicantOf(organisationId), caseNo, 'file', 'FILE'));
    await this.must(this.act(USER.neijiangFiling, caseNo, 'record', 'RECORD_FILING'));
    return caseNo;
  }

  /** The answer, which must be a good one. */
  async must(asked: Promise<Answer>): Promise<Answer> {
    const answer = await asked;
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }

  /** Every member whom the case asks confirms by their own account. */
  async confirmAll(caseNo: string, organisationId: string): Promise<void> {
    for (const { taskId, kind, assigneeKey } of await this.openTasks(caseNo)) {
      if (kind !== 'CONFIRM_MEMBER') continue;
      const userId = assigneeKey.replace('user:', '');
      const body = { kind: 'confirm', taskId, facts: { answer: 'CONFIRM' } };
      const answer = await this.post(userId, `/cases/${caseNo}/acts`, body);
      if (answer.status !== 200) throw new Error(`${organisationId} ${userId}: ${JSON.stringify(answer.body)}`);
    }
  }

  async state(caseNo: string): Promise<string> {
    return (await this.database.rows.case.findUniqueOrThrow({ where: { caseNo } })).state;
  }

  async decisions(caseNo: string): Promise<number> {
    const { id } = await this.database.rows.case.findUniqueOrThrow({ where: { caseNo } });
    return this.database.rows.decision.count({ where: { caseId: id } });
  }

  /** Waits until the tables show it. */
  async until(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
    const end = Date.now() + withinMs;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error('it did not come about in time');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async #connected<T>(use: (connection: Connection, namespace: string) => Promise<T>): Promise<T> {
    const connection = await Connection.connect({ address: this.temporal.address });
    try {
      return await use(connection, this.temporal.namespace);
    } finally {
      await connection.close();
    }
  }

  async #session(userId: string): Promise<string> {
    const server = this.app.getHttpServer();
    const username = usernameOf(userId);
    const first = await request(server)
      .post('/api/v1/auth/sign-in/username')
      .send({ username, password: DEMONSTRATION_PASSWORD });
    if (first.status !== 200) throw new Error(`${username}: ${JSON.stringify(first.body)}`);
    if (!('twoFactorRedirect' in Object(first.body))) return cookieOf(first.headers['set-cookie']);
    const code = new TOTP({ secret: totpSecretOf(username) }).generate();
    const second = await request(server)
      .post('/api/v1/auth/two-factor/verify-totp')
      .set('Cookie', cookieOf(first.headers['set-cookie']))
      .send({ code });
    if (second.status !== 200) throw new Error(`${username}: ${JSON.stringify(second.body)}`);
    return cookieOf(second.headers['set-cookie']);
  }
}

/** The approver agrees, after the collective study of today. */
export const agree = () => ({ facts: { verdict: 'AGREE', studiedOn: shanghaiDate(Date.now()) } });

/** A test's own name for an answer of that status and code. */
export const refused = (status: number, code: string) => ({ status, body: { code } });

function cookieOf(header: unknown): string {
  const lines: unknown[] = Array.isArray(header) ? header : [header];
  return lines.map((line) => String(line).split(';')[0]).join('; ');
}

/** A namespace of the server that nobody else uses. */
async function freshNamespace(address: string): Promise<string> {
  const connection = await Connection.connect({ address });
  const namespace = `office-${randomUUID()}`;
  try {
    const day = msToTs('1 day');
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day });
    for (let tries = 0; tries < 200; tries += 1) {
      const known = await connection.workflowService
        .describeTaskQueue({ namespace, taskQueue: { name: CASE_QUEUE } })
        .then(() => true)
        .catch(() => false);
      if (known) return namespace;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the new namespace did not become usable');
  } finally {
    await connection.close();
  }
}

async function startWorker(
  database: Database,
  home: string,
  address: string,
  namespace: string,
): Promise<() => Promise<void>> {
  const connection = await NativeConnection.connect({ address });
  const worker: Worker = await createWorker({
    connection,
    temporalAddress: address,
    namespace,
    database,
    dataKey: DATA_KEY,
    files: contentStore(home),
    templates: new URL('../../templates/', import.meta.url),
    workflows: { workflowBundle: await workflowCode(PRODUCT) },
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
    await connection.close();
  };
}
