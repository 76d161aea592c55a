import { randomInt, randomUUID } from 'node:crypto';

import type { Client, Connection, WorkflowHandle } from '@temporalio/client';

import type { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import { SAMPLE_RETURN } from '#domain/annual-inspection/sample-return.js';
import { closingOf, seasonDates } from '#domain/annual-inspection/season-calendar.rule.js';
import { DEFAULT_SETTINGS } from '#domain/annual-inspection/settings.js';
import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate, startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import {
  asId,
  type CaseId,
  type OrganisationId,
  type RequestId,
  type TaskId,
  type UnitId,
  type UserId,
} from '#domain/ids.js';
import type { Actor, ActResult } from '#domain/process/act.js';
import { pool as poolOf } from '#domain/process/assignee.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '#prisma/client.js';
import { UNIT, USER } from '#prisma/demonstration/handles.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import type { ContentStore } from '#prisma/files/content-store.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { ANNUAL_RETURN_WORKFLOW, type ReturnInput } from '#workflows/annual-inspection/contract.js';
import { act, caseView, workflowIdOf } from '#workflows/steps/contract.js';
import { refusalOf } from './acting.js';
import { demonstrationWorker } from './product-worker.js';
import { skipTime, timeOf, untilTrue } from './time.js';

const REGISTRY = UNIT.jimeiCivilAffairs;

/** A return under way. */
export interface ReturnCase {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly input: ReturnInput;
  readonly handle: WorkflowHandle;
}

/** A case of any kind, as its tables, clock and acts are asked for. */
export type CaseUnderWay = Omit<ReturnCase, 'input'>;

/** On which open task one acts (null: on the case), and with which facts. */
export interface ReturnAct {
  readonly kind: string;
  readonly by: Actor;
  readonly task?: string;
  readonly facts?: object;
}

const actorOf = (userId: string, role: Role, unitId: string | null, organisationId?: string): Actor => ({
  userId: asId<UserId>(userId),
  personId: null,
  role,
  unitId: unitId === null ? null : asId<UnitId>(unitId),
  ...(organisationId === undefined ? {} : { organisationId: asId<OrganisationId>(organisationId) }),
  onBehalfOf: null,
});

export const REGISTRY_OFFICER = actorOf(USER.jimeiRegistry, 'REGISTRY_OFFICER', REGISTRY);
export const REGISTRY_LEADER = actorOf(USER.jimeiRegistryLeader, 'REGISTRY_LEADER', REGISTRY);
export const INSPECTOR_1 = actorOf(USER.jimeiInspector1, 'INSPECTOR', REGISTRY);
export const INSPECTOR_2 = actorOf(USER.jimeiInspector2, 'INSPECTOR', REGISTRY);
const SUPERVISOR = asId<UnitId>('unit-of-the-supervisor');
export const SUPERVISORY_OFFICER = actorOf('user-of-the-supervisor', 'SUPERVISORY_OFFICER', SUPERVISOR);
export const applicantOf = ({ input }: ReturnCase): Actor =>
  actorOf(`applicant-of-${input.organisationId}`, 'APPLICANT_USER', null, input.organisationId);

/** What a test varies of a return. */
export interface StartedReturn {
  readonly supervised?: true;
  readonly organisationId?: string;
  readonly inspectedYear?: number;
  readonly settings?: Partial<ReturnInput['settings']>;
}

/** Returns of 集美's organisations for 2026, each with a case of its own, without their season. */
export class ReturnWorld {
  /** A division of its own, so that its case numbers are those of no other test on this Temporal server. */
  readonly #division = `350211${randomInt(10_000, 99_999)}1`;
  #organisations = 0;

  private constructor(
    readonly database: Database,
    readonly client: Client,
    readonly connection: Connection,
    readonly queue: string,
    readonly files: ContentStore,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<ReturnWorld> {
    const { database, client, connection, queue, files, close } = await demonstrationWorker();
    return new ReturnWorld(database, client, connection, queue, files, close);
  }

  /** Starts the return of an organisation that has none yet, as its season does. */
  async start(how: StartedReturn = {}): Promise<ReturnCase> {
    const input = await this.#create(how);
    const workflowId = workflowIdOf(input.matter, input.caseNo);
    const handle = await this.client.workflow.start(ANNUAL_RETURN_WORKFLOW, {
      taskQueue: this.queue,
      workflowId,
      args: [input],
    });
    const { caseId, caseNo } = input;
    const started = { caseId, caseNo, input, handle };
    await this.until(async () => (await this.tasks(started)).length > 0);
    return started;
  }

  /** Carries out an act; rejects with the refusal's code. */
  async act(on: CaseUnderWay, { kind, by, task, facts = {} }: ReturnAct): Promise<ActResult> {
    const requestId = asId<RequestId>(randomUUID());
    const open = task === undefined ? undefined : (await this.tasks(on)).find((one) => one.kind === task);
    if (task !== undefined && open === undefined) throw new Error(`no open task ${task}`);
    const request = { id: requestId, caseId: on.caseId, userId: by.userId, fingerprint: kind, opinion: null };
    await caseContextStore(this.database).saveActRequest({ ...request, fileIds: [], ip: null }, Date.now());
    const taskId = open === undefined ? null : asId<TaskId>(open.id);
    const sent = { requestId, fingerprint: kind, kind, actor: by, taskId, seenSeq: null, facts };
    return on.handle.executeUpdate(act, { args: [sent], updateId: requestId }).catch((error: unknown) => {
      throw refusalOf(error);
    });
  }

  /** Hands the return in, keeping its form as the API does. */
  async file(on: ReturnCase, form: AnnualReturnForm = SAMPLE_RETURN, kind = 'submitReturn'): Promise<ActResult> {
    const facts = { formVersion: await this.keep(on, form) };
    const task = kind === 'submitReturn' ? { task: 'FILE_RETURN' } : {};
    return this.act(on, { kind, by: applicantOf(on), facts, ...task });
  }

  /** Keeps a form as the next version of the case's. */
  async keep(on: ReturnCase, form: AnnualReturnForm = SAMPLE_RETURN): Promise<number> {
    const text = `INSERT INTO "CaseForm" ("caseId", "version", "data", "createdAt")
      SELECT $1, 1 + coalesce(max("version"), 0), $2, now() FROM "CaseForm" WHERE "caseId" = $1 RETURNING "version"`;
    const { rows } = await this.database.pool.query<{ version: number }>(text, [on.caseId, JSON.stringify(form)]);
    return rows[0]?.version ?? 0;
  }

  /** From filing to the leader's desk. */
  async bringToConclusion(on: ReturnCase, form?: AnnualReturnForm): Promise<void> {
    await this.file(on, form);
    if (on.input.filer.supervisoryUnitId !== null) await this.preliminary(on, 'AGREE');
    await this.act(on, { kind: 'accept', by: REGISTRY_OFFICER, task: 'INTAKE' });
  }

  preliminary(on: ReturnCase, verdict: 'AGREE' | 'RETURN'): Promise<ActResult> {
    return this.act(on, { kind: 'preliminary', by: SUPERVISORY_OFFICER, task: 'PRELIMINARY', facts: { verdict } });
  }

  conclude(on: ReturnCase, conclusion: string, deviates = false): Promise<ActResult> {
    return this.act(on, { kind: 'conclude', by: REGISTRY_LEADER, task: 'CONCLUDE', facts: { conclusion, deviates } });
  }

  publish(on: ReturnCase): Promise<ActResult> {
    return this.act(on, { kind: 'publishConclusion', by: REGISTRY_OFFICER, task: 'PUBLISH' });
  }

  /** Announces a talk for a day four days on, goes there, and records it. */
  async holdTalk(on: ReturnCase): Promise<void> {
    const heldOn = await this.#workday(on, 6);
    await this.act(on, { kind: 'noticeTalk', by: INSPECTOR_1, task: 'RECTIFICATION_TALK', facts: { heldOn } });
    await this.skipTo(on, heldOn);
    await this.act(on, {
      kind: 'recordTalk',
      by: INSPECTOR_1,
      task: 'RECTIFICATION_TALK',
      facts: {
        talkId: 'talk-1',
        heldOn,
        rectifyBy: await this.#workday(on, 40),
        officers: [INSPECTOR_1.userId, INSPECTOR_2.userId],
      },
    });
  }

  setRectification(on: ReturnCase, itemIds: readonly string[] = ['i1', 'i2']): Promise<ActResult> {
    const facts = { rectificationId: `rect-${on.caseId}`, itemIds };
    return this.act(on, { kind: 'setRectification', by: REGISTRY_OFFICER, task: 'SET_RECTIFICATION', facts });
  }

  handIn(on: ReturnCase, evidence: object = { i1: ['u1'], i2: ['u2'] }): Promise<ActResult> {
    return this.act(on, { kind: 'handIn', by: applicantOf(on), task: 'RECTIFY', facts: { evidence } });
  }

  verify(on: ReturnCase, by: Actor, done: readonly string[] = ['i1', 'i2']): Promise<ActResult> {
    return this.act(on, { kind: 'verifyRectification', by, task: 'VERIFY_RECTIFICATION', facts: { done } });
  }

  async state(on: CaseUnderWay): Promise<string> {
    return (await on.handle.query(caseView)).state;
  }

  /** Waits until the tables show the case in that state. */
  untilState(on: CaseUnderWay, state: string): Promise<void> {
    return this.until(async () => (await this.caseRow(on)).state === state);
  }

  async caseRow(on: CaseUnderWay): Promise<{ state: string; closed: boolean }> {
    const text = 'SELECT "state", "closedAt" IS NOT NULL AS closed FROM "Case" WHERE "id" = $1';
    const { rows } = await this.database.pool.query<{ state: string; closed: boolean }>(text, [on.caseId]);
    return rows[0] ?? { state: '', closed: false };
  }

  /** The row of the return, days as texts. */
  async row(on: ReturnCase): Promise<Record<string, unknown>> {
    const text = 'SELECT to_jsonb(r) AS row FROM "AnnualReturn" r WHERE "caseId" = $1';
    const { rows } = await this.database.pool.query<{ row: Record<string, unknown> }>(text, [on.caseId]);
    return rows[0]?.row ?? {};
  }

  async tasks(on: CaseUnderWay): Promise<{ id: string; kind: string; assigneeKey: string; dueAt: number | null }[]> {
    const text = `SELECT "id", "kind", "assigneeKey", (extract(epoch from "dueAt") * 1000)::float8 AS "dueAt"
      FROM "Task" WHERE "caseId" = $1 AND "status" = 'OPEN' ORDER BY "id"`;
    const query = await this.database.pool.query<{
      id: string;
      kind: string;
      assigneeKey: string;
      dueAt: number | null;
    }>(text, [on.caseId]);
    return query.rows;
  }

  async openKinds(on: CaseUnderWay): Promise<string[]> {
    return (await this.tasks(on)).map(({ kind }) => kind).sort();
  }

  async notices(on: CaseUnderWay): Promise<{ kind: string; to: string }[]> {
    const text = 'SELECT "kind", "recipientKey" AS "to" FROM "Notice" WHERE "caseId" = $1 ORDER BY "at", "id"';
    return (await this.database.pool.query<{ kind: string; to: string }>(text, [on.caseId])).rows;
  }

  /** Every conclusion of the return, the replaced ones too. */
  async conclusions(on: ReturnCase): Promise<string[]> {
    const text = 'SELECT "conclusion" FROM "ReturnConclusion" WHERE "caseId" = $1 ORDER BY "ordinal"';
    const { rows } = await this.database.pool.query<{ conclusion: string }>(text, [on.caseId]);
    return rows.map(({ conclusion }) => conclusion);
  }

  /** Moves the case's own clock a little beyond the beginning of a day in Shanghai. */
  async skipTo(on: CaseUnderWay, day: IsoDate): Promise<void> {
    const ahead = startOfDayShanghai(day) - (await this.now(on)) + 60_000;
    if (ahead > 0) await skipTime(this.connection, on.handle.workflowId, Math.ceil(ahead / 1000));
  }

  async skipDays(on: CaseUnderWay, days: number): Promise<void> {
    await skipTime(this.connection, on.handle.workflowId, Math.ceil(days * 86_400));
  }

  /** The case's own day in Shanghai. */
  async today(on: CaseUnderWay): Promise<IsoDate> {
    return shanghaiDate(await this.now(on));
  }

  now(on: CaseUnderWay): Promise<number> {
    return timeOf(on.handle);
  }

  until(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
    return untilTrue(holds, withinMs);
  }

  async #workday(on: ReturnCase, days: number): Promise<IsoDate> {
    return shanghaiDate((await this.now(on)) + days * 86_400_000);
  }

  async #create({
    supervised,
    organisationId,
    inspectedYear = 2026,
    settings = {},
  }: StartedReturn): Promise<ReturnInput> {
    this.#organisations += 1;
    const organisation = asId<OrganisationId>(organisationId ?? jimeiOrganisation(this.#organisations));
    const startRequestId = asId<RequestId>(randomUUID());
    const all = { ...DEFAULT_SETTINGS, ...settings };
    const filer = { foundationOrCharity: false, supervisoryUnitId: supervised === true ? SUPERVISOR : null };
    const dates = seasonDates(inspectedYear, workCalendar([]), all);
    const { due, closes } = closingOf({ foundationOrCharity: false, hasSupervisoryUnit: supervised === true }, dates);
    const row = await caseStore(this.database).create({
      startRequestId,
      matter: ANNUAL_INSPECTION.slug,
      code: ANNUAL_INSPECTION.code,
      title: '年度工作报告',
      organisationId: organisation,
      unitId: asId<UnitId>(REGISTRY),
      divisionCode: this.#division,
      applicantUserId: REGISTRY_OFFICER.userId,
      state: 'NOT_STARTED',
      config: all,
      facts: {},
      form: {},
      fileIds: [],
      draft: null,
      predecessorId: null,
      units: [],
      at: Date.now(),
    });
    const { pool } = this.database;
    await pool.query('DELETE FROM "CaseForm" WHERE "caseId" = $1', [row.id]);
    await pool.query(
      `INSERT INTO "AnnualReturn" ("caseId", "seasonId", "organisationId", "inspectedYear", "due", "closes") VALUES ($1, 'season', $2, $3, $4::date, $5::date)`,
      [row.id, organisation, inspectedYear, due, closes],
    );
    return {
      caseId: row.id,
      caseNo: row.caseNo,
      matter: ANNUAL_INSPECTION.slug,
      organisationId: organisation,
      unitId: asId<UnitId>(REGISTRY),
      applicant: REGISTRY_OFFICER,
      openedByOffice: true,
      requestId: startRequestId,
      leader: poolOf(REGISTRY, 'REGISTRY_LEADER'),
      seasonId: 'season',
      inspectedYear,
      filer,
      closing: { due: parseIsoDate(due), closes: parseIsoDate(closes) },
      settings: all,
    };
  }
}
