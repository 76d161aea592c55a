import { randomInt, randomUUID } from 'node:crypto';

import type { Client, Connection, WorkflowHandle } from '@temporalio/client';

import type { CheckSheet } from '#domain/annual-inspection/check-sheet.rule.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { asId, type CaseId, type RequestId, type TaskId, type UnitId, type UserId } from '#domain/ids.js';
import type { Act, ActResult, Actor } from '#domain/process/act.js';
import { person } from '#domain/process/assignee.js';
import { DEFAULT_SETTINGS } from '#domain/annual-inspection/settings.js';
import { DrawPlan, termsOf } from '#domain/random-check/plan.js';
import { DRAWN_CHECK, RANDOM_CHECK } from '#domain/random-check/states.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '#prisma/client.js';
import { UNIT, USER } from '#prisma/demonstration/handles.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { checkSheetStore } from '#prisma/stores/check-sheet.store.js';
import { RANDOM_CHECK_WORKFLOW } from '#workflows/random-check/contract.js';
import { act, workflowIdOf } from '#workflows/steps/contract.js';
import { refusalOf } from './acting.js';
import { demonstrationWorker } from './product-worker.js';
import { skipTime, untilTrue } from './time.js';

const REGISTRY = UNIT.jimeiCivilAffairs;

/** A draw or a check under way. */
export interface CheckCase {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly handle: WorkflowHandle;
}

/** A drawn check, and the accounts of its inspectors. */
export interface DrawnCase extends CheckCase {
  readonly organisationId: string;
  readonly inspectors: readonly string[];
}

const official = (userId: string, role: Role): Actor => ({
  userId: asId<UserId>(userId),
  personId: null,
  role,
  unitId: asId<UnitId>(REGISTRY),
  onBehalfOf: null,
});

export const OFFICER = official(USER.jimeiRegistry, 'REGISTRY_OFFICER');
export const LEADER = official(USER.jimeiRegistryLeader, 'REGISTRY_LEADER');
export const inspector = (userId: string | undefined): Actor => official(userId ?? '', 'INSPECTOR');

/** Random checks of 集美's registry: a database, and the product's own worker on a queue of its own. */
export class RandomCheckWorld {
  /** A division of its own, so that its case numbers are those of no other test on this Temporal server. */
  private readonly division = `350211${randomInt(10_000, 99_999)}1`;

  private constructor(
    readonly database: Database,
    readonly client: Client,
    private readonly connection: Connection,
    private readonly queue: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<RandomCheckWorld> {
    const { database, client, connection, queue, close } = await demonstrationWorker();
    return new RandomCheckWorld(database, client, connection, queue, close);
  }

  /** A draw that an officer has planned. */
  async plan(purpose: string, more: Partial<DrawPlan> = {}): Promise<CheckCase> {
    const requestId = asId<RequestId>(randomUUID());
    const plan = DrawPlan.parse({ year: 2026, purpose, ratePct: '10', rounding: 'FLOOR', ...more });
    const terms = termsOf(plan, { name: '集美区民政局', level: 'COUNTY' }, DEFAULT_SETTINGS);
    const unitId = asId<UnitId>(REGISTRY);
    const input = {
      matter: RANDOM_CHECK.slug,
      organisationId: null,
      unitId,
      applicant: OFFICER,
      leader: person(LEADER.userId),
    };
    const { id: caseId, caseNo } = await caseStore(this.database).create({
      startRequestId: requestId,
      matter: RANDOM_CHECK.slug,
      code: RANDOM_CHECK.code,
      title: purpose,
      organisationId: null,
      unitId,
      divisionCode: this.division,
      applicantUserId: OFFICER.userId,
      state: 'PREPARED',
      config: { terms, checkedMonths: 0, recusalYears: 2, publishWD: 20 },
      facts: { input },
      form: plan,
      fileIds: [],
      draft: null,
      predecessorId: null,
      units: [],
      at: Date.now(),
    });
    const workflowId = workflowIdOf(RANDOM_CHECK.slug, caseNo);
    const args = [{ ...input, caseId, caseNo, requestId }];
    await this.client.workflow.start(RANDOM_CHECK_WORKFLOW, { taskQueue: this.queue, workflowId, args });
    const planned = { caseId, caseNo, handle: this.client.workflow.getHandle(workflowId) };
    await this.until(async () => (await this.tasks(planned)).length > 0);
    return planned;
  }

  /** Committed to, drawn, and every check opened. */
  async draw(purpose: string, more: Partial<DrawPlan> = {}): Promise<CheckCase> {
    const draw = await this.plan(purpose, more);
    await this.act(draw, OFFICER, 'commitDraw', {}, 'COMMIT_DRAW');
    await this.act(draw, LEADER, 'drawChecks', {}, 'DRAW_CHECKS');
    await this.untilState(draw, 'CHECKING');
    return draw;
  }

  /** The checks of a draw in its order, each with its tasks open. */
  async checks(draw: CheckCase): Promise<DrawnCase[]> {
    const text = `SELECT i."caseId", c."caseNo", i."organisationId", i."inspectorUserIds" AS inspectors
      FROM "Inspection" i JOIN "Case" c ON c."id" = i."caseId" WHERE i."drawCaseId" = $1 ORDER BY i."ordinal"`;
    const { rows } = await this.database.pool.query<Omit<DrawnCase, 'handle'>>(text, [draw.caseId]);
    const handleOf = (caseNo: string) => this.client.workflow.getHandle(workflowIdOf(DRAWN_CHECK.slug, caseNo));
    const found = rows.map((row) => ({ ...row, handle: handleOf(row.caseNo) }));
    for (const check of found) await this.until(async () => (await this.seq(check)) > 0);
    return found;
  }

  /** Carries out an act on the actor's open task of that kind, or on the case. Rejects with the refusal's code. */
  async act(
    on: CheckCase,
    actor: Actor,
    kind: string,
    facts: object,
    task: string | null,
    opinion: string | null = null,
  ) {
    const requestId = asId<RequestId>(randomUUID());
    const { userId } = actor;
    const words = { id: requestId, caseId: on.caseId, userId, fingerprint: kind, opinion, fileIds: [], ip: null };
    await caseContextStore(this.database).saveActRequest(words, Date.now());
    const taskId = task === null ? null : await this.taskFor(on, actor, task);
    return this.send(on, { requestId, fingerprint: kind, kind, actor, taskId, seenSeq: null, facts });
  }

  async send(on: CheckCase, asked: Act): Promise<ActResult> {
    return on.handle.executeUpdate(act, { args: [asked], updateId: asked.requestId }).catch((error: unknown) => {
      throw refusalOf(error);
    });
  }

  /** A sheet that the first inspector files and the others sign. */
  async check(
    on: DrawnCase,
    checkedOn = shanghaiDate(Date.now()),
    by: readonly string[] = on.inspectors,
  ): Promise<void> {
    const [first, ...others] = by;
    const sheet: CheckSheet = {
      checkedOn,
      inspectors: [...by],
      items: [{ item: '财务管理', ok: false, finding: '个别票据不规范,已当场更正。' }],
      result: 'PROBLEM_CORRECTED',
      signed: true,
    };
    const seen = (await checkSheetStore(this.database).newest(on.caseId))?.version ?? 0;
    await checkSheetStore(this.database).save(on.caseId, seen, sheet, { userId: first ?? '', at: Date.now() });
    await this.act(on, inspector(first), 'fileSheet', { version: seen + 1 }, 'CHECK');
    for (const one of others) await this.act(on, inspector(one), 'confirm', { answer: 'CONFIRM' }, 'SIGN_SHEET');
  }

  async tasks(on: CheckCase): Promise<{ id: string; kind: string; assigneeKey: string; dueAt: Date | null }[]> {
    const text = `SELECT id, kind, "assigneeKey", "dueAt" FROM "Task" WHERE "caseId" = $1 AND status = 'OPEN' ORDER BY length(id), id`;
    type Row = { id: string; kind: string; assigneeKey: string; dueAt: Date | null };
    return (await this.database.pool.query<Row>(text, [on.caseId])).rows;
  }

  async notices(on: CheckCase): Promise<{ kind: string; recipientKey: string }[]> {
    const text = 'SELECT kind, "recipientKey" FROM "Notice" WHERE "caseId" = $1 ORDER BY at, id';
    return (await this.database.pool.query<{ kind: string; recipientKey: string }>(text, [on.caseId])).rows;
  }

  async state(on: CheckCase): Promise<string> {
    return (await caseStore(this.database).byId(on.caseId))?.state ?? 'NONE';
  }

  /** Moves the case's own clock. */
  skipDays(on: CheckCase, days: number): Promise<void> {
    return skipTime(this.connection, on.handle.workflowId, Math.ceil(days * 86_400));
  }

  untilState(on: CheckCase, state: string): Promise<void> {
    return this.until(async () => (await this.state(on)) === state);
  }

  until(holds: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
    return untilTrue(holds, withinMs);
  }

  private async seq(on: CheckCase): Promise<number> {
    return (await caseStore(this.database).byId(on.caseId))?.seq ?? 0;
  }

  async taskFor(on: CheckCase, { userId, unitId, role }: Actor, kind: string): Promise<TaskId> {
    const keys = [`user:${userId}`, `pool:${unitId ?? ''}:${role}`];
    const open = (await this.tasks(on)).filter((task) => task.kind === kind);
    const task = open.find(({ assigneeKey }) => keys.includes(assigneeKey)) ?? open[0];
    if (task === undefined) throw new Error(`no open task ${kind}`);
    return asId<TaskId>(task.id);
  }
}
