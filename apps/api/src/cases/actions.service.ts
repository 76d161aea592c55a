import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { ActKind } from '#domain/process/acts.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '#prisma/client.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { caseOpeningStore } from '#prisma/stores/case-opening.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import type { CaseRow, TaskRow } from '#prisma/stores/case/case-row.js';
import { unitsOf } from '../access/case-filter.js';
import type { RequestActor } from '../identity/actor.js';
import { actOf, handlersOf, isPossible, matterOf } from '../matters/matter.js';
import type { CaseAct, Matter, TaskKind } from '../matters/matter.js';
import { Settings } from '../matters/settings.service.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { stateLabel, taskLabel } from './act-labels.js';
import { CaseAccess } from './case-access.js';
import type { ActionList, ActionView } from './case.schemas.js';

/** What somebody may do on a case now, so that a client shows those buttons and no others. The workflow has the last word. */
@Injectable()
export class ActionsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: CaseAccess,
    private readonly settings: Settings,
  ) {}

  async actions(actor: RequestActor, caseNo: string): Promise<ActionList> {
    const row = await this.access.readable(actor, caseNo);
    const matter = matterOf(row.matter);
    const items =
      row.closedAt === null ? await this.#possible(actor, row, matter) : await this.#afterEnd(actor, row, matter);
    return { caseNo, seq: row.seq, state: stateLabel(matter, row.state), items };
  }

  async #possible(actor: RequestActor, row: CaseRow, matter: Matter): Promise<ActionView[]> {
    const keys = await this.access.keysOf(actor);
    if (watches(actor)) return this.#ofAuditor(row, matter, keys);
    const barred = await this.#hasTies(actor, row.caseNo);
    const tasks = await caseStore(this.database).tasks(row.id);
    const mine = tasks.filter((task) => reaches(task, row, matter, keys, actor));
    const onTasks = mine.flatMap((task) => actsOn(task, matter, barred).map((kind) => viewOf(matter, row, kind, task)));
    const onCase = await this.#open(row, actsOnCase(actor, row, matter, barred));
    return [...onTasks, ...onCase.map(({ kind }) => viewOf(matter, row, kind, null))];
  }

  /** A case that has ended is taken up again by few acts, and by most never. */
  async #afterEnd(actor: RequestActor, row: CaseRow, matter: Matter): Promise<ActionView[]> {
    const { reopenedBy = [] } = matter;
    if (reopenedBy.length === 0 || watches(actor)) return [];
    const acts = actsOnCase(actor, row, matter, await this.#hasTies(actor, row.caseNo));
    return acts.filter(({ kind }) => reopenedBy.includes(kind)).map(({ kind }) => viewOf(matter, row, kind, null));
  }

  /** Acts that are about something now: no deed is signed where there is none. */
  async #open(row: CaseRow, acts: readonly CaseAct[]): Promise<readonly CaseAct[]> {
    const asked = acts.flatMap(({ opening }) => opening ?? []);
    const open = await caseOpeningStore(this.database).among(row.id, asked);
    return acts.filter(({ opening }) => opening === undefined || open.includes(opening));
  }

  /** Who watches, acts on nothing but what waits for an auditor (评分表解锁). */
  async #ofAuditor(row: CaseRow, matter: Matter, keys: readonly string[]): Promise<ActionView[]> {
    const tasks = await caseStore(this.database).tasks(row.id);
    return tasks
      .filter(({ status, assigneeKey }) => status === 'OPEN' && isAuditors(assigneeKey) && keys.includes(assigneeKey))
      .flatMap((task) => (matter.taskKinds[task.kind]?.acts ?? []).map((kind) => viewOf(matter, row, kind, task)));
  }

  async #hasTies({ userId }: RequestActor, caseNo: string): Promise<boolean> {
    const recusalYears = await this.settings.recusalYears();
    const asked = { caseNo, taskId: null, userId, requestId: null, now: this.clock(), recusalYears };
    return ((await caseContextStore(this.database).find(asked))?.ties.length ?? 0) > 0;
  }
}

const watches = ({ grants }: RequestActor): boolean =>
  grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR' || role === 'ADMIN');

const isAuditors = (assigneeKey: string): boolean => assigneeKey.endsWith(':SUPERVISOR_AUDITOR');

/** Whether an open task waits for one of the keys; what the applicant owes may also be handed in by the handling unit (报送备案). */
function reaches(task: TaskRow, row: CaseRow, matter: Matter, keys: readonly string[], actor: RequestActor): boolean {
  if (task.status === 'CLOSED') return false;
  const personal = matter.taskKinds[task.kind]?.personal === true;
  if (personal) return task.assigneeKey === `user:${actor.userId}`;
  return (
    keys.includes(task.assigneeKey) ||
    (task.kind === 'FILE' && unitsOf(actor, ['TWO_NEW_APPROVER']).includes(row.unitId))
  );
}

/** Pauses that end by themselves: with the applicant's answer, with the season's resumption. */
const HELD: readonly string[] = ['SUPPLEMENT', 'SEASON_PAUSED'];

/** The acts of the task's kind, and those that every task has. Who is barred may only hand it on. */
function actsOn(task: TaskRow, { taskKinds }: Matter, barred: boolean): string[] {
  const { acts, personal, ofApplicant }: TaskKind = taskKinds[task.kind] ?? { zh: '', en: '', acts: [] };
  if (task.status === 'SUSPENDED') return HELD.includes(task.pauseGround ?? '') ? [] : ['resume'];
  if (ofApplicant === true || personal === true) return [...acts];
  const pool = task.assigneeKey.startsWith('pool:');
  if (barred) return ['recuse', 'transfer'];
  return [...acts, ...(pool ? ['claim'] : []), 'transfer', 'recuse', ...(task.dueAt === null ? [] : ['pause'])];
}

function actsOnCase(actor: RequestActor, row: CaseRow, matter: Matter, barred: boolean): readonly CaseAct[] {
  const applies =
    actor.grants.some(
      ({ role, organisationId }) =>
        role === 'APPLICANT_USER' && organisationId !== null && organisationId === row.organisationId,
    ) ||
    (row.organisationId === null && matter.ofOffice !== true && row.applicantUserId === actor.userId);
  const handles = (roles: readonly Role[]) => !barred && unitsOf(actor, roles).includes(row.unitId);
  const may = ({ by, roles }: CaseAct): boolean =>
    by === 'READER' || (by === 'APPLICANT' ? applies : handles(roles ?? handlersOf(matter)));
  return matter.caseActs.filter((act) => may(act) && (act.event === null || isPossible(matter, row.state, act.event)));
}

function viewOf(matter: Matter, row: CaseRow, name: string, task: TaskRow | null): ActionView {
  const kind = actOf(matter, name, row.state);
  const { zh, en } = kind;
  return {
    ...{ kind: name, zh, en },
    taskId: task?.taskId ?? null,
    task: task === null ? null : { kind: task.kind, ...taskLabel(matter, task.kind) },
    reasons: reasonsOf(kind),
    facts: factsSchema(kind),
    returnTo: name === 'return' && task !== null ? [...matter.returnTo(task)] : null,
  };
}

/** An act whose reasons depend on its facts asks its rule; one whose reasons do not, takes none. */
function reasonsOf({ needsReasons }: ActKind): ActionView['reasons'] {
  if (needsReasons === undefined) return 'NEVER';
  return needsReasons.length === 0 ? 'ALWAYS' : 'WHEN_NEGATIVE';
}

function factsSchema({ bringsForm, facts }: ActKind): Record<string, unknown> {
  // The version of a form is the server's to give; what a client sends is the form itself.
  if (bringsForm !== undefined) return { type: 'object' };
  const {
    $schema: _dialect,
    '~standard': _standard,
    ...schema
  } = z.toJSONSchema(facts, { io: 'input', unrepresentable: 'any' });
  return schema;
}
