import { randomInt, randomUUID } from 'node:crypto';

import type { Client, Connection } from '@temporalio/client';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate, startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { asId, type OrganisationId, type RequestId, type TaskId, type UnitId, type UserId } from '#domain/ids.js';
import type { ActResult } from '#domain/process/act.js';
import { person } from '#domain/process/assignee.js';
import { DEFAULT_SETTINGS } from '#domain/temp-party-org/settings.js';
import { TEMP_PARTY_ORG } from '#domain/temp-party-org/states.js';
import type { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import type { Database } from '#prisma/client.js';
import { applicantOf } from '#prisma/demonstration/handles.js';
import type { ContentStore } from '#prisma/files/content-store.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { act, workflowIdOf } from '#workflows/steps/contract.js';
import { TEMP_PARTY_ORG_WORKFLOW, type TempPartyOrgInput } from '#workflows/temp-party-org/contract.js';
import { actorOf, applicant, applicationOf, officialsFor, type Who, whoOf } from './temp-party-org-people.js';
import { type PartyCase, PartyCaseTables } from './temp-party-org-tables.js';
import { refusalOf } from './acting.js';
import { demonstrationWorker } from './product-worker.js';
import { skipTime, timeOf, untilTrue } from './time.js';

/** What a case may start with beside the defaults. */
export interface StartOptions extends Partial<Pick<TempPartyOrgInput, 'settings' | 'actsPerRun'>> {
  /** The case that it renews. */
  readonly predecessor?: PartyCase;
}

/** On what one acts, and with which words: a kind of open task, or more; null for an act on the case. */
export type Asked =
  | string
  | { readonly task?: string; readonly taskId?: string; readonly opinion?: string; readonly requestId?: string }
  | null;

/** M01 on the demonstration's organisations: a database, files, and the product's own worker. */
export class TempPartyOrgWorld extends PartyCaseTables {
  /** A division of its own, so that its case numbers are those of no other test on this Temporal server. */
  private readonly division = `511002${randomInt(10_000, 99_999)}1`;

  private constructor(
    database: Database,
    readonly client: Client,
    private readonly connection: Connection,
    private readonly queue: string,
    readonly files: ContentStore,
    readonly close: () => Promise<void>,
  ) {
    super(database);
  }

  static async open(): Promise<TempPartyOrgWorld> {
    const { database, client, connection, queue, files, close } = await demonstrationWorker();
    return new TempPartyOrgWorld(database, client, connection, queue, files, close);
  }

  /** A case that was submitted, with its workflow's input; not started. */
  async create(
    organisationId: string,
    form: TempPartyOrgApplication,
    { predecessor, ...more }: StartOptions = {},
  ): Promise<TempPartyOrgInput> {
    const { unitId, leader } = officialsFor(organisationId);
    const startRequestId = asId<RequestId>(randomUUID());
    const applicantUserId = asId<UserId>(applicantOf(organisationId));
    const row = await caseStore(this.database).create({
      startRequestId,
      matter: TEMP_PARTY_ORG.slug,
      code: TEMP_PARTY_ORG.code,
      title: form.proposedName,
      organisationId: asId<OrganisationId>(organisationId),
      unitId: asId<UnitId>(unitId),
      divisionCode: this.division,
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
      unitId: asId<UnitId>(unitId),
      filingUnitId: asId<UnitId>(unitId),
      applicant: actorOf(applicant(organisationId)),
      requestId: startRequestId,
      leader: person(leader.userId),
      settings: DEFAULT_SETTINGS,
      ...more,
    };
  }

  /** Submits the application of an organisation's first `n` countable members. */
  async submit(
    organisationId: string,
    n: number,
    more: Partial<TempPartyOrgApplication> = {},
    options: StartOptions = {},
  ): Promise<PartyCase> {
    const input = await this.create(organisationId, applicationOf(organisationId, n, more), options);
    const workflowId = workflowIdOf(input.matter, input.caseNo);
    await this.client.workflow.start(TEMP_PARTY_ORG_WORKFLOW, { taskQueue: this.queue, workflowId, args: [input] });
    const opened = this.of(input);
    await this.until(async () => (await this.tasks(opened)).length > 0);
    return opened;
  }

  /** A case that a workflow started by itself (a renewal). */
  of(input: TempPartyOrgInput): PartyCase {
    const { caseId, caseNo, matter, organisationId } = input;
    const handle = this.client.workflow.getHandle(workflowIdOf(matter, caseNo));
    return {
      caseId,
      caseNo,
      organisationId: organisationId ?? '',
      officials: officialsFor(organisationId ?? ''),
      input,
      handle,
    };
  }

  /** Carries out an act on the open task of that kind, or on the case (`kind` null). Rejects with the refusal's code. */
  async act(on: PartyCase, who: Who, kind: string, facts: object = {}, asked: Asked = null): Promise<ActResult> {
    const {
      task = null,
      taskId,
      opinion = null,
      requestId: id,
    } = typeof asked === 'string' ? { task: asked } : (asked ?? {});
    const requestId = asId<RequestId>(id ?? randomUUID());
    const named = taskId ?? (task === null ? null : await this.taskFor(on, who, task));
    const actor = actorOf(who);
    const request = {
      id: requestId,
      caseId: on.caseId,
      userId: actor.userId,
      fingerprint: kind,
      opinion,
      fileIds: [],
      ip: null,
    };
    await caseContextStore(this.database).saveActRequest(request, Date.now());
    const sent = {
      requestId,
      fingerprint: kind,
      kind,
      actor,
      taskId: named === null ? null : asId<TaskId>(named),
      seenSeq: null,
      facts,
    };
    try {
      return await on.handle.executeUpdate(act, { args: [sent], updateId: requestId });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** From submission to the reply's desk, everybody doing what they have to. */
  async bringToReply(
    organisationId: string,
    n: number,
    more: Partial<TempPartyOrgApplication> = {},
  ): Promise<PartyCase> {
    const opened = await this.submit(organisationId, n, more);
    await this.accept(opened);
    await this.confirmAll(opened);
    await this.verify(opened);
    return opened;
  }

  /** From submission to ACTIVE. */
  async activate(organisationId: string, n: number, options: StartOptions = {}): Promise<PartyCase> {
    const opened = await this.submit(organisationId, n, {}, options);
    await this.carryThrough(opened);
    return opened;
  }

  /** From the intake's desk to ACTIVE. */
  async carryThrough(opened: PartyCase, replyFacts: object = {}): Promise<void> {
    await this.accept(opened);
    await this.confirmAll(opened);
    await this.verify(opened);
    await this.reply(opened, replyFacts);
    await this.file(opened);
  }

  /** From the reply to ACTIVE. */
  async file(on: PartyCase): Promise<void> {
    await this.act(on, applicant(on.organisationId), 'file', {}, 'FILE');
    await this.act(on, on.officials.filer, 'record', {}, 'RECORD_FILING');
  }

  accept(on: PartyCase): Promise<ActResult> {
    return this.act(on, on.officials.intake, 'accept', {}, 'INTAKE');
  }

  verify(on: PartyCase): Promise<ActResult> {
    return this.act(on, on.officials.reviewer, 'verify', { method: 'INTERVIEW' }, 'VERIFY');
  }

  /** The approving reply, studied together on the case's own day. */
  async reply(on: PartyCase, more: object = {}, by: Who = on.officials.signer): Promise<ActResult> {
    const studiedOn = shanghaiDate(await this.now(on));
    return this.act(on, by, 'reply', { verdict: 'AGREE', studiedOn, ...more }, 'REPLY');
  }

  refuse(on: PartyCase, opinion: string): Promise<ActResult> {
    return this.act(on, on.officials.signer, 'reply', { verdict: 'REFUSE' }, { task: 'REPLY', opinion });
  }

  /** Every member and home organisation answers, except the first `leaveOut`. */
  async confirmAll(on: PartyCase, leaveOut = 0): Promise<void> {
    const asked = (await this.tasks(on)).filter(({ kind }) => kind.startsWith('CONFIRM'));
    for (const { id, assigneeKey } of asked.slice(leaveOut))
      await this.act(on, whoOf(assigneeKey), 'confirm', { answer: 'CONFIRM' }, { taskId: id });
  }

  /** Moves the case's own clock. */
  skipDays(on: PartyCase, days: number): Promise<void> {
    return skipTime(this.connection, on.handle.workflowId, Math.ceil(days * 86_400));
  }

  /** Moves the case's own clock a little beyond the beginning of a day in Shanghai. */
  async skipTo(on: PartyCase, day: IsoDate): Promise<void> {
    await this.skipDays(on, (startOfDayShanghai(day) - (await this.now(on)) + 60_000) / 86_400_000);
  }

  /** Moves the case's own clock so many seconds beyond the limit of its open task of that kind. */
  async skipPast(on: PartyCase, kind: string, seconds = 60): Promise<void> {
    const task = (await this.tasks(on)).find((open) => open.kind === kind);
    if (!task?.dueAt) throw new Error(`no open task ${kind} with a limit`);
    await this.skipDays(on, (task.dueAt.getTime() - (await this.now(on)) + seconds * 1000) / 86_400_000);
  }

  /** The case's own time, epoch ms. */
  now(on: PartyCase): Promise<number> {
    return timeOf(on.handle);
  }

  until(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
    return untilTrue(holds, withinMs);
  }

  /** Waits until the case is in that state, and its record written: the workflow knows a moment earlier. */
  async untilState(on: PartyCase, state: string): Promise<void> {
    await this.until(async () => {
      const view = await this.view(on);
      return view.state === state && view.seq === (await this.recordedSeq(on, state));
    });
  }

  private async taskFor(on: PartyCase, who: Who, kind: string): Promise<TaskId> {
    const open = (await this.tasks(on)).filter((task) => task.kind === kind);
    const keys = [`user:${who.userId}`, `pool:${who.unitId ?? ''}:${who.role}`];
    const task = open.find(({ assigneeKey }) => keys.includes(assigneeKey)) ?? open[0];
    if (!task) throw new Error(`no open task ${kind}`);
    return asId<TaskId>(task.id);
  }
}
