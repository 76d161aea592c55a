import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';

import { CaseStateConflict, DomainError, NotFound } from '#domain/errors.js';
import { isCaseNumber } from '#domain/identifier/case-number.js';
import { asId } from '#domain/ids.js';
import type { RequestId, TaskId } from '#domain/ids.js';
import type { Act, ActResult } from '#domain/process/act.js';
import type { ActKind } from '#domain/process/acts.js';
import { factsOf } from '#domain/process/acts.js';
import { ReasonsTooShort } from '#domain/process/errors.js';
import { TempPartyOrgRefusal } from '#domain/temp-party-org/errors.js';
import type { Database } from '#prisma/client.js';
import { actResultStore } from '#prisma/stores/act-result.store.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import type { CaseContext, CaseContextStore } from '#prisma/stores/case-context.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { IdempotencyKeyReused } from '#prisma/stores/idempotency.store.js';
import { sentActStore } from '#prisma/stores/sent-act.store.js';
import { tempPartyOrgStore } from '#prisma/stores/temp-party-org.store.js';
import { act, workflowIdOf } from '#workflows/steps/contract.js';
import { requestIdOf } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { refusedBy } from '../http/refused-by.js';
import type { RequestActor } from '../identity/actor.js';
import { requireSecondFactor } from '../identity/second-factor.js';
import { cleanOpinion } from '../matters/form-text.js';
import { actOf, isPossible, matterOf } from '../matters/matter.js';
import { Settings } from '../matters/settings.service.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Temporal } from '../temporal/temporal.js';
import { ActFacts } from './act-facts.service.js';
import type { ActAnswer, ActBody } from './act.schemas.js';
import { capacityFor } from './capacity.js';
import type { Capacity } from './capacity.js';
import { CaseAccess } from './case-access.js';
import { CaseStarter } from './case-starter.js';
import { Gate } from './gate.js';
import { linksOf } from './links.js';
import { assertNoConflict } from './recusal.js';

/** Characters of the reasons of a negative decision (specification C6). */
const REASONS = 10;
/** How many Updates are under way at once; beyond it more only wait for each other on the server. */
const UPDATES = 32;

/** The way of a decision: one query for all that is to be checked, one write for its words, one Update. */
@Injectable()
export class ActsService {
  readonly #contexts: CaseContextStore;
  readonly #gate = new Gate(UPDATES);

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly temporal: Temporal,
    private readonly settings: Settings,
    private readonly access: CaseAccess,
    private readonly facts: ActFacts,
    private readonly starter: CaseStarter,
  ) {
    this.#contexts = caseContextStore(database);
  }

  async act(actor: RequestActor, caseNo: string, body: ActBody, request: IdempotentRequest): Promise<ActAnswer> {
    const requestId = requestIdOf(actor.userId, request.key);
    const context = await this.#contextOf(actor, caseNo, body, requestId);
    try {
      const { seq, state, fingerprint } = await this.#carryOut(actor, body, context, { requestId, ...request });
      if (fingerprint !== request.fingerprint) throw new IdempotencyKeyReused();
      return { caseNo, seq, state, links: linksOf(caseNo) };
    } catch (error) {
      await this.#noteRefusal(error, actor, context, body.kind);
      throw error;
    }
  }

  /** NOT_FOUND for a case that is not there, and for one that is not theirs to see. */
  async #contextOf(
    actor: RequestActor,
    caseNo: string,
    { taskId }: ActBody,
    requestId: RequestId,
  ): Promise<CaseContext> {
    if (!isCaseNumber(caseNo)) throw new NotFound('Case');
    const recusalYears = await this.settings.recusalYears();
    const { userId } = actor;
    const asked = { caseNo, taskId: taskId ?? null, userId, requestId, now: this.clock(), recusalYears };
    const context = await this.#contexts.find(asked);
    if (context === null || !(await this.access.mayRead(actor, context))) throw new NotFound('Case');
    return context;
  }

  async #carryOut(
    actor: RequestActor,
    body: ActBody,
    context: CaseContext,
    { requestId, fingerprint }: IdempotentRequest & { readonly requestId: RequestId },
  ): Promise<ActResult> {
    const { case: row, request: before } = context;
    if (before !== null && (before.fingerprint !== fingerprint || before.caseId !== row.id))
      throw new IdempotencyKeyReused();
    const known = before === null ? null : await this.#knownBefore(requestId, context);
    if (known !== null) return known;
    const kind = actOf(matterOf(row.matter), body.kind, row.state);
    const capacity = capacityFor(actor, context, kind.kind);
    await this.#assertMayAct(actor, kind, capacity, context);
    const { userId, personId, ip } = actor;
    const sent: Act = {
      requestId,
      fingerprint,
      kind: kind.kind,
      actor: { userId, personId, ...officeOf(capacity) },
      taskId: body.taskId == null ? null : asId<TaskId>(body.taskId),
      seenSeq: body.seenSeq ?? null,
      facts: await this.facts.of(actor, body, context, requestId),
    };
    const opinion = opinionOf(kind, sent, body);
    if (before === null) {
      const words = {
        id: requestId,
        caseId: row.id,
        userId,
        fingerprint,
        opinion,
        fileIds: body.attachments,
        ip,
        act: sent,
      };
      const kept = await this.#contexts.saveActRequest(words, this.clock());
      if (kept.fingerprint !== fingerprint || kept.caseId !== row.id) throw new IdempotencyKeyReused();
    }
    return this.#send(sent, context);
  }

  /** What the very request led to. The act goes to the workflow once more, in case a worker died before the workflow knew; the answer stays. */
  async #knownBefore(requestId: RequestId, context: CaseContext): Promise<ActResult | null> {
    const { id } = context.case;
    const known = await actResultStore(this.database).find(id, requestId);
    const sent = known === null ? null : await sentActStore(this.database).find(id, requestId);
    if (sent !== null) await this.#send(sent.act, context).catch(() => undefined);
    return known;
  }

  async #assertMayAct(actor: RequestActor, kind: ActKind, capacity: Capacity, context: CaseContext): Promise<void> {
    assertNoConflict(kind, capacity, context);
    requireSecondFactor(actor, capacity.role);
    if (kind.kind !== 'reply' || capacity.unitId === null || capacity.unitId === context.case.unitId) return;
    // An organ that has no power over probationary members is told so, rather than that the task is another's.
    if (!(await tempPartyOrgStore(this.database).mayApproveCase(context.case.id, capacity.unitId)))
      throw new TempPartyOrgRefusal('TPO_APPROVER_NOT_AUTHORISED', { unitId: capacity.unitId });
  }

  async #send(sent: Act, { case: row, begun }: CaseContext): Promise<ActResult> {
    const workflowId = workflowIdOf(row.matter, row.caseNo);
    const options: { args: [Act]; updateId: RequestId } = { args: [sent], updateId: sent.requestId };
    const update = () => this.#call(({ workflow }) => workflow.getHandle(workflowId).executeUpdate(act, options));
    try {
      if (begun === null) return await update();
      const startWorkflowOperation = this.starter.broughtAlong(row, begun);
      return await this.#call(({ workflow }) =>
        workflow.executeUpdateWithStart(act, { ...options, startWorkflowOperation }),
      );
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return this.#afterItsEnd(sent, row.caseNo);
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      if (row.startedAt === null) await this.starter.start(row);
      else if (isReopenedBy(row, sent.kind)) await this.starter.reopen(row);
      else return this.#afterItsEnd(sent, row.caseNo);
      return update();
    }
  }

  #call<Result>(run: (client: Client) => Promise<Result>): Promise<Result> {
    return this.#gate.pass(() => this.temporal.call(run));
  }

  /** The case has closed: what was decided by this very request stays so, anything else comes too late. */
  async #afterItsEnd({ requestId, kind }: Act, caseNo: string): Promise<ActResult> {
    const row = await caseStore(this.database).byNo(caseNo);
    if (row === null) throw new NotFound('Case');
    const known = await actResultStore(this.database).find(row.id, requestId);
    if (known === null) throw new CaseStateConflict(row.state, kind);
    return known;
  }

  /** A refused Update leaves no event, so the refusal is kept here. What could not be judged (a service away) is none. */
  async #noteRefusal(
    error: unknown,
    { userId, ip }: RequestActor,
    { case: row }: CaseContext,
    kind: string,
  ): Promise<void> {
    const refusal = refusedBy(error)?.refusal;
    if (refusal === undefined || refusal.status === 503) return;
    const refused = { id: randomUUID(), caseId: row.id, userId, kind, code: refusal.code, ip };
    await this.#contexts.saveRefusedAct(refused, this.clock()).catch((lost: unknown) => {
      // A database that went away meanwhile is the answer then.
      throw error instanceof DomainError ? error : lost;
    });
  }
}

/** Whether the act takes up a case again that has ended: a decision that was wrong is replaced by a new one (specification C6). */
function isReopenedBy({ matter: slug, state, closedAt }: CaseContext['case'], kind: string): boolean {
  const matter = matterOf(slug);
  return closedAt !== null && matter.reopenedBy?.includes(kind) === true && isPossible(matter, state, kind);
}

/** What the workflow is told of a capacity; ties are looked at here only. */
function officeOf({ role, unitId, organisationId, onBehalfOf }: Capacity): Omit<Act['actor'], 'userId' | 'personId'> {
  return { role, unitId, ...(organisationId === undefined ? {} : { organisationId }), onBehalfOf };
}

/** The cleaned words of an act. Throws REASONS_REQUIRED (422) when a negative one gives fewer than ten characters. */
function opinionOf(kind: ActKind, sent: Act, { opinion }: ActBody): string | null {
  const words = cleanOpinion(opinion);
  const reasonsNeeded = kind.needsReasons?.(factsOf(kind, sent)) === true;
  if (reasonsNeeded && Array.from(words ?? '').length < REASONS) throw new ReasonsTooShort(REASONS);
  return words;
}
