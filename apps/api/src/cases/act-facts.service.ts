import { Injectable } from '@nestjs/common';

import { FieldInvalid } from '#domain/errors.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { AddSigner, CopyTo, Transfer } from '#domain/process/acts.js';
import { LockSheet } from '#domain/venture-round/judging-acts.js';
import { SlotNotOpen } from '#domain/process/errors.js';
import { ROLES } from '#domain/roles.js';
import type { RequestId } from '#domain/ids.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '#prisma/client.js';
import type { CaseContext } from '#prisma/stores/case-context.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { submissionStore } from '#prisma/stores/submission.store.js';
import { keysOf } from '../access/case-filter.js';
import type { RequestActor } from '../identity/actor.js';
import { Assignees } from '../matters/assignees.js';
import { Applications } from '../matters/applications.js';
import { SheetSeals } from '../matters/sheet-seals.js';
import { actOf, matterOf } from '../matters/matter.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { ActBody } from './act.schemas.js';

/** The facts with which an act goes to its workflow: what a workflow cannot know (users, files, forms) is checked here. */
@Injectable()
export class ActFacts {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly assignees: Assignees,
    private readonly applications: Applications,
    private readonly seals: SheetSeals,
  ) {}

  /** Throws ASSIGNEE_UNFIT, FIELD_INVALID, TASK_NOT_OPEN, and every rule of a submission for a form that is handed in again. */
  async of(actor: RequestActor, body: ActBody, context: CaseContext, requestId: RequestId): Promise<unknown> {
    await this.#assertFiles(body.attachments, actor, context);
    const { organisationId, matter, state } = context.case;
    const { bringsForm } = actOf(matterOf(matter), body.kind, state);
    if (bringsForm === true) return this.#brought(actor, body, context);
    if (bringsForm === 'WORDS') return this.#words(actor, body, context, requestId);
    switch (body.kind) {
      case 'transfer': {
        const { to } = Transfer.facts.parse(body.facts);
        await this.assignees.assertFit([{ to, field: 'facts.to' }], { organisationId, role: roleOf(context) });
        return body.facts;
      }
      case 'addSigner': {
        const { to } = AddSigner.facts.parse(body.facts);
        await this.assignees.assertFit([{ to, field: 'facts.to' }], { organisationId, role: null });
        return body.facts;
      }
      case 'copy': {
        const { to } = CopyTo.facts.parse(body.facts);
        for (const [place, reader] of to.entries()) await this.assignees.assertThere(reader, `facts.to.${place}`);
        return body.facts;
      }
      case LockSheet.kind:
        return this.seals.seal(actor.userId, context.case.id, LockSheet.facts.parse(body.facts).version);
      default:
        return body.facts;
    }
  }

  async #assertFiles(ids: readonly string[], { userId }: RequestActor, { case: row }: CaseContext): Promise<void> {
    if (ids.length === 0) return;
    const found = await submissionStore(this.database).uploadsOf(ids, { userId, organisationId: null, caseId: row.id });
    const unknown = ids.findIndex((id) => !found.has(id));
    if (unknown >= 0)
      throw new FieldInvalid(
        `attachments.${unknown}`,
        '没有找到该文件,请重新上传。',
        'This file was not found. Upload it again.',
      );
  }

  /**
   * Keeps the new form as the next version, which stands from then on; so only the holder of the task, or whom the matter lets change it, may bring one.
   * The same form again is the same version.
   */
  async #brought(actor: RequestActor, { kind, form }: ActBody, { case: row, task }: CaseContext): Promise<unknown> {
    const isTheirs = task?.status === 'OPEN' && keysOf(actor).includes(task.assigneeKey);
    if ((kind === 'resubmit' && task?.kind !== 'SUPPLEMENT') || (task !== null && !isTheirs))
      throw (await this.applications.tooLate({ row, kind, task })) ?? new SlotNotOpen();
    const now = this.clock();
    const { organisationId } = row;
    const changed = await this.applications.change({ row, kind, task }, { actor, organisationId, data: form, now });
    const newest = (await caseStore(this.database).forms(row.id)).at(-1);
    if (newest !== undefined && canonicalJson(newest.data) === canonicalJson(changed.form))
      return { ...changed.facts, formVersion: newest.version };
    const version = (newest?.version ?? 0) + 1;
    await caseStore(this.database).addForm({
      caseId: row.id,
      version,
      data: changed.form,
      fileIds: changed.fileIds,
      at: now,
    });
    return { ...changed.facts, formVersion: version };
  }

  /** Words that the matter keeps in its own tables, once per request; only from the holder of the task. */
  async #words(
    actor: RequestActor,
    { kind, form }: ActBody,
    { case: row, task }: CaseContext,
    requestId: RequestId,
  ): Promise<unknown> {
    if (task?.status !== 'OPEN' || !keysOf(actor).includes(task.assigneeKey)) throw new SlotNotOpen();
    const { organisationId } = row;
    const asked = { actor, organisationId, data: form, now: this.clock() };
    return this.applications.words({ row, kind, task }, asked, requestId);
  }
}

/** The role that a pool's task waits for; a task of one person goes to any official. */
function roleOf({ task }: CaseContext): Role | null {
  const [kind, , role] = task?.assigneeKey.split(':') ?? [];
  return kind === 'pool' ? (ROLES.find((one) => one === role) ?? null) : null;
}
