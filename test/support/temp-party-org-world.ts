import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { Client, Connection, type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';

import { addYears } from '#domain/calendar/terms.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import {
  asId,
  type CaseId,
  type OrganisationId,
  type RequestId,
  type TaskId,
  type UnitId,
  type UserId,
} from '#domain/ids.js';
import type { ActResult, Actor } from '#domain/process/act.js';
import { person } from '#domain/process/assignee.js';
import type { Role } from '#domain/roles.js';
import { DEFAULT_SETTINGS } from '#domain/temp-party-org/settings.js';
import { TEMP_PARTY_ORG } from '#domain/temp-party-org/states.js';
import type { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import { type Database, openDatabase } from '#prisma/client.js';
import { applicantOf, personOf, UNIT, USER } from '#prisma/demonstration/handles.js';
import { loadDemonstration } from '#prisma/demonstration/load.js';
import { contentStore } from '#prisma/files/content-store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { act, caseView, type CaseView, workflowIdOf } from '#workflows/steps/contract.js';
import { TEMP_PARTY_ORG_WORKFLOW, type TempPartyOrgInput } from '#workflows/temp-party-org/contract.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { freshDatabase } from './database.js';
import { testServers } from './servers.js';
import { skipTime } from './time.js';

const DATA_KEY = Buffer.alloc(32, 7).toString('base64');
const SECRET = 'a secret for tests only, 32 letters';

/** A case of M01 under way. */
export interface PartyCase {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly input: TempPartyOrgInput;
  readonly handle: WorkflowHandle;
}

/** Who acts: a user in a role at a unit. */
export interface Who {
  readonly userId: string;
  readonly role: Role;
  readonly unitId?: string;
}

const approver = (userId: string, unitId: string = UNIT.neijiangWorkCommittee): Who => ({
  userId,
  role: 'TWO_NEW_APPROVER',
  unitId,
});

/** The officials of 内江 who take a case through. */
export const INTAKE = approver(USER.neijiangIntake);
export const REVIEWER = approver(USER.neijiangReviewer);
export const SIGNER = approver(USER.neijiangSigner);
export const FILER = approver(USER.neijiangFiling);
export const applicant = (organisationId: string): Who => ({
  userId: applicantOf(organisationId),
  role: 'APPLICANT_USER',
});

/** M01 on the demonstration's organisations: a database, files, and the product's own worker. */
export class TempPartyOrgWorld {
  private constructor(
    readonly database: Database,
    readonly client: Client,
    private readonly connection: Connection,
    private readonly native: NativeConnection,
    private readonly queue: string,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async open(): Promise<TempPartyOrgWorld> {
    quiet();
    const { temporalAddress: address } = testServers();
    const { url, drop } = await freshDatabase();
    await loadDemonstration(url, DATA_KEY, SECRET);
    const database = openDatabase(url);
    const home = await mkdtemp(path.join(tmpdir(), 'banjie-test-'));
    const connection = await Connection.connect({ address });
    const native = await NativeConnection.connect({ address });
    const queue = `m01-${randomUUID()}`;
    const worker = await createWorker({
      connection: native,
      temporalAddress: address,
      database,
      dataKey: DATA_KEY,
      files: contentStore(home),
      templates: new URL('../../templates/', import.meta.url),
      workflows: { workflowBundle: await productBundle() },
      taskQueue: queue,
    });
    const cleanUp = async (): Promise<void> => {
      await database.close();
      await drop();
      await rm(home, { recursive: true, force: true });
    };
    const client = new Client({ connection });
    return new TempPartyOrgWorld(database, client, connection, native, queue, worker, worker.run(), cleanUp);
  }

  async close(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.native.close();
    await this.connection.close();
    await this.cleanUp();
  }

  /** What an organisation's application says: its first `n` countable members, the first of them secretary. */
  form(organisationId: string, n: number, more: Partial<TempPartyOrgApplication> = {}): TempPartyOrgApplication {
    const members = Array.from({ length: n }, (_, index) => ({
      personId: personOf(organisationId, index),
      certificateUploadId: `upload-certificate-${index}`,
    }));
    return {
      kind: 'TEMP_BRANCH',
      proposedName: '中共内江市示例协会临时党支部',
      councilSize: 9,
      members,
      secretary: personOf(organisationId, 0),
      committee: [],
      isOneShoulder: true,
      crossAppointments: [],
      reason:
        '本会理事会中有正式党员三名以上,组织关系均在原单位党组织,为发挥党员作用、加强党的领导、做好社会组织党建工作,特申请设立临时党支部,请予批准。',
      activityPlan: '每月一次集体学习,每季度一次主题党日。',
      councilResolutionUploadId: 'upload-resolution',
      ...more,
    };
  }

  /** A case that was submitted, with its workflow's input; not started. */
  async create(
    organisationId: string,
    form: TempPartyOrgApplication,
    predecessor?: PartyCase,
  ): Promise<TempPartyOrgInput> {
    const startRequestId = asId<RequestId>(randomUUID());
    const applicantUserId = asId<UserId>(applicantOf(organisationId));
    const row = await caseStore(this.database).create({
      startRequestId,
      matter: TEMP_PARTY_ORG.slug,
      code: TEMP_PARTY_ORG.code,
      title: form.proposedName,
      organisationId: asId<OrganisationId>(organisationId),
      unitId: asId<UnitId>(UNIT.neijiangWorkCommittee),
      divisionCode: '511000',
      applicantUserId,
      state: 'SUBMITTED',
      config: DEFAULT_SETTINGS,
      facts: {},
      form,
      fileIds: [],
      draft: null,
      predecessorId: predecessor?.caseId ?? null,
      units: [],
      at: Date.now(),
    });
    return {
      caseId: row.id,
      caseNo: row.caseNo,
      matter: TEMP_PARTY_ORG.slug,
      organisationId: asId<OrganisationId>(organisationId),
      unitId: asId<UnitId>(UNIT.neijiangWorkCommittee),
      filingUnitId: asId<UnitId>(UNIT.neijiangWorkCommittee),
      applicant: actorOf(applicant(organisationId)),
      requestId: startRequestId,
      leader: person(USER.neijiangLeader),
      settings: DEFAULT_SETTINGS,
    };
  }

  async submit(organisationId: string, n: number, more: Partial<TempPartyOrgApplication> = {}): Promise<PartyCase> {
    const input = await this.create(organisationId, this.form(organisationId, n, more));
    const workflowId = workflowIdOf(input.matter, input.caseNo);
    await this.client.workflow.start(TEMP_PARTY_ORG_WORKFLOW, { taskQueue: this.queue, workflowId, args: [input] });
    const opened = { ...this.of(input), input };
    await this.until(async () => (await this.tasks(opened)).length > 0);
    return opened;
  }

  /** A case that a workflow started by itself (a renewal). */
  of(input: TempPartyOrgInput): PartyCase {
    const handle = this.client.workflow.getHandle(workflowIdOf(input.matter, input.caseNo));
    return { caseId: input.caseId, caseNo: input.caseNo, input, handle };
  }

  /** Carries out an act on the open task of that kind, or on the case (`kind` null). Rejects with the refusal's code. */
  async act(
    on: PartyCase,
    who: Who,
    kind: string,
    facts: object = {},
    taskKind: string | null = null,
  ): Promise<ActResult> {
    const requestId = asId<RequestId>(randomUUID());
    const task = taskKind === null ? null : await this.taskFor(on, who, taskKind);
    const sent = {
      requestId,
      fingerprint: kind,
      kind,
      actor: actorOf(who),
      taskId: task,
      seenSeq: null,
      facts,
    };
    try {
      return await on.handle.executeUpdate(act, { args: [sent], updateId: requestId });
    } catch (error) {
      const cause = error instanceof WorkflowUpdateFailedError ? error.cause : error;
      const type = cause !== null && typeof cause === 'object' && 'type' in cause ? String(cause.type) : '';
      throw new Error(type === '' ? String(cause) : type);
    }
  }

  /** From submission to ACTIVE, everybody doing what they have to. */
  async activate(organisationId: string, n: number): Promise<PartyCase> {
    const opened = await this.submit(organisationId, n);
    await this.act(opened, INTAKE, 'accept', {}, 'INTAKE');
    await this.confirmAll(opened);
    await this.act(opened, REVIEWER, 'verify', { method: 'INTERVIEW' }, 'VERIFY');
    await this.reply(opened);
    await this.act(opened, applicant(organisationId), 'file', {}, 'FILE');
    await this.act(opened, FILER, 'record', {}, 'RECORD_FILING');
    return opened;
  }

  async reply(on: PartyCase, verdict: 'AGREE' | 'REFUSE' = 'AGREE'): Promise<ActResult> {
    const studiedOn = shanghaiDate(Date.now());
    return this.act(on, SIGNER, 'reply', { verdict, ...(verdict === 'AGREE' ? { studiedOn } : {}) }, 'REPLY');
  }

  /** Every member and home organisation confirms. */
  async confirmAll(on: PartyCase, answer: 'CONFIRM' | 'DECLINE' = 'CONFIRM'): Promise<void> {
    for (const { id, assigneeKey, kind } of await this.tasks(on)) {
      if (!kind.startsWith('CONFIRM')) continue;
      const who = whoOf(assigneeKey);
      await this.actOn(on, id, who, answer);
    }
  }

  async actOn(on: PartyCase, taskId: string, who: Who, answer: 'CONFIRM' | 'DECLINE'): Promise<void> {
    const requestId = asId<RequestId>(randomUUID());
    const actor = actorOf(who);
    const sent = {
      requestId,
      fingerprint: 'confirm',
      kind: 'confirm',
      actor,
      taskId: asId<TaskId>(taskId),
      seenSeq: null,
    };
    await on.handle.executeUpdate(act, { args: [{ ...sent, facts: { answer } }], updateId: requestId });
  }

  view(on: PartyCase): Promise<CaseView> {
    return on.handle.query(caseView);
  }

  async tasks(on: PartyCase): Promise<{ id: string; kind: string; assigneeKey: string; dueAt: Date | null }[]> {
    const text = `SELECT id, kind, "assigneeKey", "dueAt" FROM "Task" WHERE "caseId" = $1 AND status = 'OPEN' ORDER BY id`;
    const { rows } = await this.database.pool.query<{
      id: string;
      kind: string;
      assigneeKey: string;
      dueAt: Date | null;
    }>(text, [on.caseId]);
    return rows;
  }

  async partyOrganisation(
    on: PartyCase,
  ): Promise<{ status: string; termEnd: IsoDate | null; countsInCoverage: boolean }> {
    const text = `SELECT status, to_char("termEnd", 'YYYY-MM-DD') AS "termEnd", "countsInCoverage" FROM "PartyOrganisation" WHERE "caseId" = $1`;
    const { rows } = await this.database.pool.query<{
      status: string;
      termEnd: IsoDate | null;
      countsInCoverage: boolean;
    }>(text, [on.caseId]);
    const [row] = rows;
    if (!row) throw new Error('the case has set up no Party organisation');
    return row;
  }

  async papers(on: PartyCase): Promise<{ kind: string; docNo: string | null }[]> {
    const text = 'SELECT kind, "docNo" FROM "Document" WHERE "caseId" = $1 ORDER BY "issuedAt", seq';
    return (await this.database.pool.query<{ kind: string; docNo: string | null }>(text, [on.caseId])).rows;
  }

  /** Moves the case's own clock. */
  skipDays(on: PartyCase, days: number): Promise<void> {
    return skipTime(this.connection, on.handle.workflowId, days * 86_400);
  }

  async until(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
    const end = Date.now() + withinMs;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error('it did not come about in time');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async untilState(on: PartyCase, state: string): Promise<void> {
    await this.until(async () => (await this.view(on)).state === state);
  }

  private async taskFor(on: PartyCase, who: Who, kind: string): Promise<TaskId> {
    const open = (await this.tasks(on)).filter((task) => task.kind === kind);
    const keys = [`user:${who.userId}`, `pool:${who.unitId ?? ''}:${who.role}`];
    const task = open.find(({ assigneeKey }) => keys.includes(assigneeKey)) ?? open[0];
    if (!task) throw new Error(`no open task ${kind}`);
    return asId<TaskId>(task.id);
  }
}

/** Years from today, for terms. */
export const inYears = (n: number): IsoDate => addYears(shanghaiDate(Date.now()), n);

function actorOf({ userId, role, unitId }: Who): Actor {
  return {
    userId: asId<UserId>(userId),
    personId: null,
    role,
    unitId: unitId === undefined ? null : asId<UnitId>(unitId),
    onBehalfOf: null,
  };
}

function whoOf(assigneeKey: string): Who {
  const [kind = '', id = '', role = ''] = assigneeKey.split(':');
  if (kind === 'user') return { userId: id, role: 'COUNCIL_MEMBER' };
  return {
    userId: `official-of-${createHash('sha1').update(id).digest('hex').slice(0, 6)}`,
    role: role as Role,
    unitId: id,
  };
}

let bundle: ReturnType<typeof bundleWorkflowCode> | undefined;

/** The product's workflows, bundled from source once a run. */
export function productBundle(): ReturnType<typeof bundleWorkflowCode> {
  bundle ??= bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        extensionAlias: { '.js': ['.ts', '.js'] },
        conditionNames: ['source', 'import', 'require', 'node', 'default'],
      },
    }),
  });
  return bundle;
}

let quieted = false;

/** The SDK's notes would drown the results of the tests. */
function quiet(): void {
  if (quieted) return;
  quieted = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
  });
}
