import { randomUUID } from 'node:crypto';

import type { Client, WorkflowHandle } from '@temporalio/client';

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
import { person, pool as poolOf } from '#domain/process/assignee.js';
import type { Role } from '#domain/roles.js';
import { aRound } from '#domain/venture-round/round.example.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { policyHash } from '#domain/venture-round/scoring-policy.js';
import { DEFAULT_SETTINGS } from '#domain/venture-round/settings.js';
import { checkedSheet } from '#domain/venture-round/sheet.js';
import { VENTURE_PROJECT, VENTURE_ROUND } from '#domain/venture-round/states.js';
import type { VentureTheme } from '#domain/venture-round/terms.js';
import type { Database } from '#prisma/client.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { assignmentJobStore } from '#prisma/stores/venture-judging/assignment-job.store.js';
import { panelStore } from '#prisma/stores/venture-judging/panel.store.js';
import { sheetStore } from '#prisma/stores/venture-judging/sheet.store.js';
import { act, workflowIdOf } from '#workflows/steps/contract.js';
import { assignmentWorkflowId, JUDGE_ASSIGNMENT_WORKFLOW } from '#workflows/judge-assignment/contract.js';
import { VENTURE_PROJECT_WORKFLOW } from '#workflows/venture-project/contract.js';
import { VENTURE_ROUND_WORKFLOW } from '#workflows/venture-round/contract.js';
import { refusalOf } from './acting.js';
import { sha256 } from './sha256.js';
import { untilTrue } from './time.js';

/** A case under way. */
export interface JudgedCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly handle: WorkflowHandle;
}

/** A round at its judging, with its projects and the judges of its panel. */
export interface JudgedRound extends JudgedCase {
  readonly projects: readonly JudgedCase[];
  /** Users and judges of the panel, in the order of their names. */
  readonly judges: readonly { readonly userId: string; readonly judgeId: string }[];
}

/** A project in a test's words. */
export interface TestProject {
  readonly class?: 'DISPLAY' | 'KEY' | 'REGULAR';
  readonly themes?: readonly VentureTheme[];
  readonly organisationId?: string;
  readonly requestedFen?: number;
}

/** Marks for the default criteria that add up to a total in points. */
export function marksOf(total: number): Record<string, number> {
  let left = total * 2;
  const entries = aRound().scoring.criteria.map(({ id, max }): [string, number] => {
    const half = Math.min(left, max * 2);
    left -= half;
    return [id, half];
  });
  return Object.fromEntries(entries);
}

/** Where rounds are under way. */
export interface Place {
  readonly database: Database;
  readonly client: Client;
  readonly queue: string;
  /** Of the case numbers. */
  readonly division: string;
  /** The unit that organises, and its organiser. */
  readonly host: string;
  readonly organiser: string;
}

/** Rounds in the middle of their judging, as a test drives them. */
export class JudgedRounds {
  readonly database: Database;

  constructor(protected readonly place: Place) {
    this.database = place.database;
  }

  /** A round whose projects are shortlisted, with a panel of these judges (users that are there already). */
  async round(
    projects: readonly TestProject[],
    judges: readonly string[],
    change: Partial<RoundConfiguration> = {},
  ): Promise<JudgedRound> {
    const configuration = aRound({ divisionCode: this.place.division, ...change });
    const round = await this.#case(VENTURE_ROUND, '解放街道公益创投', 'SCORING', null);
    const { rows } = this.database;
    const at = new Date();
    await rows.round.create({
      data: {
        ...{ caseId: round.caseId, caseNo: round.caseNo, unitId: this.place.host, divisionCode: this.place.division },
        ...{ series: 'VENTURE', edition: 1, title: '解放街道公益创投', version: 1, formVersion: 1 },
        ...{ configuration, configurationHash: '', policyHash: policyHash(configuration.scoring, sha256) },
        ...{ opensAt: at, closesAt: at, publishedAt: at, shortlistedAt: at },
      },
    });
    const born: JudgedCase[] = [];
    for (const [place, project] of projects.entries()) born.push(await this.#project(round.caseId, place, project));
    const judgeIds = await this.#panel(round.caseId, judges);
    const started = await this.#start(VENTURE_ROUND_WORKFLOW, round, 'SCORING', { round: { call: CALL, told: 0 } });
    const ref = { caseId: round.caseId, caseNo: round.caseNo };
    for (const project of born) await this.#start(VENTURE_PROJECT_WORKFLOW, project, 'SHORTLISTED', { round: ref });
    await this.until(async () => (await this.tasks(started)).length > 0);
    return { ...started, projects: born, judges: judges.map((userId, n) => ({ userId, judgeId: judgeIds[n] ?? '' })) };
  }

  /** Has the judges assigned by the solver, and the organiser accept it. */
  async assign(round: JudgedRound, judgesPerProject: number, goal: 'SUM' | 'FAIR' = 'SUM'): Promise<void> {
    const jobId = await this.job(round, { judgesPerProject, goal });
    await this.organise(round, 'acceptAssignment', { jobId });
    const scored = await this.pairs(round);
    await this.until(async () => (await this.openScores(round)) === scored);
  }

  /** A job that was computed. */
  async job(
    round: JudgedRound,
    asked: { readonly judgesPerProject: number; readonly goal?: 'SUM' | 'FAIR'; readonly replace?: string },
  ): Promise<string> {
    const jobs = assignmentJobStore(this.database);
    const { judgesPerProject, goal = 'SUM', replace = null } = asked;
    const request = {
      ...{ judgesPerProject, goal, expertsPerProject: 0, maxLoad: null, judgeId: replace, recusalYears: 2 },
      kind: replace === null ? ('ASSIGN' as const) : ('REPLACE' as const),
      today: '2026-04-01',
    };
    const { id } = await jobs.create(round.caseId, request, { userId: this.place.organiser, at: Date.now() });
    await this.place.client.workflow.execute(JUDGE_ASSIGNMENT_WORKFLOW, {
      taskQueue: this.place.queue,
      workflowId: assignmentWorkflowId(id),
      args: [{ jobId: id }],
    });
    return id;
  }

  async pairs(round: JudgedRound): Promise<number> {
    return this.database.rows.judgeAssignment.count({ where: { roundId: round.caseId, status: 'ACTIVE' } });
  }

  async openScores(round: JudgedRound): Promise<number> {
    const ids = round.projects.map(({ caseId }) => caseId);
    return this.database.rows.task.count({ where: { caseId: { in: ids }, kind: 'SCORE', status: 'OPEN' } });
  }

  /** An act of the organiser on the round, or on its task of that kind. */
  async organise(on: JudgedCase, kind: string, facts: object = {}, task: string | null = null): Promise<ActResult> {
    return this.act(
      on,
      { userId: this.place.organiser, role: 'ROUND_ORGANISER', unitId: this.place.host },
      kind,
      facts,
      task,
    );
  }

  /** Types a sheet of that total and locks it, as the interface does. */
  async lock(round: JudgedRound, project: JudgedCase, userId: string, total: number, requestId?: string) {
    const sheets = sheetStore(this.database);
    const { judgeId } = round.judges.find((judge) => judge.userId === userId) ?? { judgeId: '' };
    const key = { roundId: round.caseId, projectId: project.caseId, judgeId };
    const comment = '这是一条不少于十个字的评语';
    const before = await sheets.find(project.caseId, judgeId);
    const saved =
      before.status === 'DRAFT' ? await sheets.save(key, { halves: marksOf(total), comment }, Date.now()) : before;
    const values = Object.fromEntries(Object.entries(saved.halves).map(([id, half]) => [id, half / 2]));
    const checked = checkedSheet({ projectId: project.caseId, values, comment }, aRound().scoring.criteria);
    const sheet = await sheets.seal({ roundId: round.caseId, judgeId }, checked, Date.now());
    const judge: Who = { userId, role: 'JUDGE', unitId: null };
    return this.act(project, judge, 'lockSheet', { version: saved.version, sheet }, 'SCORE', requestId);
  }

  async act(
    on: JudgedCase,
    who: Who,
    kind: string,
    facts: object,
    task: string | null,
    id: string = randomUUID(),
  ): Promise<ActResult> {
    const requestId = asId<RequestId>(id);
    const taskId = task === null ? null : await this.#taskFor(on, who, task);
    const request = {
      id: requestId,
      caseId: asId<CaseId>(on.caseId),
      userId: asId<UserId>(who.userId),
      fingerprint: kind,
    };
    await caseContextStore(this.database).saveActRequest(
      { ...request, opinion: null, fileIds: [], ip: null },
      Date.now(),
    );
    const sent = { requestId, fingerprint: kind, kind, actor: actorOf(who), taskId, seenSeq: null, facts };
    return on.handle.executeUpdate(act, { args: [sent], updateId: requestId }).catch((error: unknown) => {
      throw refusalOf(error);
    });
  }

  async tasks(
    on: JudgedCase,
  ): Promise<{ id: string; kind: string; assigneeKey: string; status: string; outcome: string | null }[]> {
    return this.database.rows.task.findMany({ where: { caseId: on.caseId }, orderBy: { openedAt: 'asc' } });
  }

  async state(on: JudgedCase): Promise<string> {
    return (await this.database.rows.case.findUniqueOrThrow({ where: { id: on.caseId } })).state;
  }

  until(holds: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
    return untilTrue(holds, withinMs);
  }

  async #taskFor(on: JudgedCase, { userId, role, unitId }: Who, kind: string): Promise<TaskId> {
    const keys = [`user:${userId}`, `pool:${unitId ?? ''}:${role}`];
    const mine = (await this.tasks(on)).filter((task) => task.kind === kind && keys.includes(task.assigneeKey));
    const task = mine.find(({ status }) => status === 'OPEN') ?? mine.at(-1);
    if (task === undefined) throw new Error(`no task ${kind} of ${userId}`);
    return asId<TaskId>(task.id);
  }

  async #panel(roundId: string, judges: readonly string[]): Promise<string[]> {
    const { rows } = this.database;
    const found = await rows.judge.findMany({ where: { userId: { in: [...judges] } } });
    const judgeIds = judges.map((userId) => found.find((judge) => judge.userId === userId)?.id ?? '');
    await panelStore(this.database).add(roundId, judgeIds, { userId: this.place.organiser, at: Date.now() });
    return judgeIds;
  }

  async #project(roundId: string, place: number, project: TestProject): Promise<JudgedCase> {
    const { class: name = 'KEY', themes = ['DISABILITY'], requestedFen = 1_000_000 } = project;
    const organisationId = project.organisationId ?? `organisation-${place}`;
    const title = `公益项目${place + 1}`;
    const born = await this.#case(VENTURE_PROJECT, title, 'SHORTLISTED', organisationId);
    await this.database.rows.project.create({
      data: {
        ...{ caseId: born.caseId, caseNo: born.caseNo, roundId, organisationId, title, titleKey: title },
        ...{ class: name, appliedClass: name, themes: [...themes], siteDivision: this.place.division },
        ...{ requestedFen, ownFundsFen: 0, totalFen: requestedFen, formVersion: 1, receivedAt: new Date(), sha256: '' },
      },
    });
    return born;
  }

  async #case(
    { slug, code }: { readonly slug: string; readonly code: string },
    title: string,
    state: string,
    organisationId: string | null,
  ): Promise<JudgedCase> {
    const { id, caseNo } = await caseStore(this.database).create({
      ...{ startRequestId: asId<RequestId>(randomUUID()), matter: slug, code, title, state },
      organisationId: organisationId === null ? null : asId<OrganisationId>(organisationId),
      unitId: asId<UnitId>(this.place.host),
      divisionCode: this.place.division,
      applicantUserId: asId<UserId>(organisationId === null ? this.place.organiser : `applicant-${organisationId}`),
      ...{ config: {}, facts: {}, form: { leader: { personId: 'nobody' }, team: [] }, fileIds: [], draft: null },
      ...{ predecessorId: null, units: [], at: Date.now() },
    });
    return { caseId: id, caseNo, handle: this.place.client.workflow.getHandle(workflowIdOf(slug, caseNo)) };
  }

  /** Starts a case in the middle of its way, as it would go on in a new run. */
  async #start(workflow: string, on: JudgedCase, state: string, more: object): Promise<JudgedCase> {
    const row = await this.database.rows.case.findUniqueOrThrow({ where: { id: on.caseId } });
    const input = {
      caseId: on.caseId,
      caseNo: on.caseNo,
      matter: row.matter,
      organisationId: row.organisationId,
      unitId: this.place.host,
      applicant: actorOf({ userId: row.applicantUserId, role: 'APPLICANT_USER', unitId: null }),
      requestId: row.startRequestId,
      leader: workflow === VENTURE_ROUND_WORKFLOW ? person('leader') : poolOf(this.place.host, 'ROUND_ORGANISER'),
      settings: DEFAULT_SETTINGS,
      carried: { state, seq: 0, hash: '', tasksMade: 0, handled: [], duties: [] },
      ...more,
    };
    const workflowId = workflowIdOf(row.matter, row.caseNo);
    await caseStore(this.database).markStarted(asId<CaseId>(row.id), Date.now());
    await this.place.client.workflow.start(workflow, { taskQueue: this.place.queue, workflowId, args: [input] });
    return on;
  }
}

/** Who acts. */
export interface Who {
  readonly userId: string;
  readonly role: Role;
  readonly unitId: string | null;
}

const CALL = {
  ...{ version: 1, formVersion: 1, opensAt: 0, closesAt: 0 },
  ...{ screenWD: 10, publicityWD: 5, signWD: 15 },
};

const actorOf = ({ userId, role, unitId }: Who): Actor => ({
  userId: asId<UserId>(userId),
  personId: null,
  role,
  unitId: unitId === null ? null : asId<UnitId>(unitId),
  onBehalfOf: null,
});
