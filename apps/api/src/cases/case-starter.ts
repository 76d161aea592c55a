import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Workflow, WorkflowStartOptions } from '@temporalio/client';

import { filter, firstValueFrom, timeout } from 'rxjs';

import { asId } from '#domain/ids.js';
import type { RequestId } from '#domain/ids.js';
import type { Act } from '#domain/process/act.js';
import { COMMON_ACTS } from '#domain/process/acts.js';
import type { Recorded } from '#domain/process/record.js';
import type { Database } from '#prisma/client.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { reopeningStore } from '#prisma/stores/reopening.store.js';
import { act, CASE_QUEUE, workflowIdOf } from '#workflows/steps/contract.js';
import { CaseEvents } from '../events/case-events.js';
import type { HandOver } from '../matters/application.js';
import { matterOf } from '../matters/matter.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Temporal } from '../temporal/temporal.js';
import { StartFacts } from './start-facts.js';

/** How often cases are looked for that Temporal has not taken over, how old they are by then, and how many are read at once. */
const SWEEP_MS = 10_000;
const SWEPT = 100;
/** How long a submission waits for its first record at the most. */
const SEEN_WITHIN_MS = 2_000;

/**
 * Hands cases over to their workflows, once each: at submission, or with the first act on a case that was born with its first record; and by a
 * sweep, when Temporal was away then or nobody has acted within ten seconds.
 */
@Injectable()
export class CaseStarter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('cases');
  #timer: NodeJS.Timeout | null = null;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly temporal: Temporal,
    private readonly events: CaseEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#sweeping = this.#sweeping
        .then(() => this.sweep())
        .catch((error: unknown) => {
          this.#log.warn(`unstarted cases wait: ${error instanceof Error ? error.name : typeof error}`);
        });
    }, SWEEP_MS);
    this.#timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#sweeping;
  }

  /** Starts what was left, oldest first; the first that cannot be started ends the round. */
  async sweep(): Promise<void> {
    const olderThan = this.clock() - SWEEP_MS;
    for (let found = SWEPT; found === SWEPT;) {
      const rows = await caseStore(this.database).unstarted(olderThan, SWEPT);
      for (const row of rows) await this.start(row);
      found = rows.length;
    }
  }

  /** Starts a case and waits until its first record is there, so that whoever submitted it, and whoever is to act, finds its task. */
  async startAndSee(row: CaseRow): Promise<void> {
    const mine = this.events.stream.pipe(filter(({ caseId }) => caseId === row.id));
    const seen = firstValueFrom(mine.pipe(timeout(SEEN_WITHIN_MS)), { defaultValue: null }).catch(() => null);
    await this.#takenOver(row);
    // A worker that is slow or away does not make the submission fail: the case is kept, and its task comes later.
    if ((await seen) === null) await caseStore(this.database).markStarted(row.id, this.clock());
  }

  /** Starts the workflow of a case, or has the running case that it belongs to or renews start it. Any number of times is once. */
  async start(row: CaseRow): Promise<void> {
    await this.#takenOver(row);
    await caseStore(this.database).markStarted(row.id, this.clock());
  }

  /**
   * The start of a case that was born with its first record, for its first act to bring along: one workflow task carries both. Used once. `begun`: what
   * that record was answered.
   */
  broughtAlong(row: CaseRow, begun: Recorded): WithStartWorkflowOperation<Workflow> {
    const { workflow, input } = StartFacts.parse(row.facts);
    return new WithStartWorkflowOperation(workflow, {
      ...startOptions(row),
      args: [{ ...wholeOf(row, input), begun }],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  }

  async #takenOver(row: CaseRow): Promise<void> {
    const { workflow, renews, handOver, input } = StartFacts.parse(row.facts);
    const whole = wholeOf(row, input);
    const handed = handOver == null ? false : await this.#handedOver(handOver, whole);
    if (handed || (renews !== null && (await this.#renewedBy(row, renews, whole)))) return;
    const args = [{ ...whole, ...handOver?.otherwise }];
    await this.#startOnce(workflow, { ...startOptions(row), args, workflowIdReusePolicy: 'REJECT_DUPLICATE' });
  }

  /** Takes up a case again that had ended, in a new run that goes on from its last record. Any number of times is once. */
  async reopen(row: CaseRow): Promise<void> {
    const { workflow, input } = StartFacts.parse(row.facts);
    const { id: caseId, caseNo, matter, state, seq, ledgerHash: hash } = row;
    const { tasksMade, acts } = await reopeningStore(this.database).whatWasDone(caseId);
    const kinds = [...COMMON_ACTS, ...matterOf(matter).acts];
    const duties = acts.flatMap(({ kind, people }) => {
      const duty = kinds.find((one) => one.kind === kind)?.duty;
      return duty === undefined ? [] : people.map((who) => [who, duty] as const);
    });
    const requestId = asId<RequestId>(row.startRequestId);
    const carried = { state, seq, hash, tasksMade, handled: [], duties };
    const args = [{ ...input, caseId, caseNo, requestId, reopened: true, carried }];
    await this.#startOnce(workflow, { ...startOptions(row), args, workflowIdReusePolicy: 'ALLOW_DUPLICATE' });
  }

  async #startOnce(workflow: string, options: WorkflowStartOptions): Promise<void> {
    await this.temporal
      .call((client) => client.workflow.start(workflow, options))
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
  }

  /** false when the case that should take over has ended meanwhile: then the new one stands by itself. */
  async #handedOver({ workflowId, signal }: HandOver, whole: object): Promise<boolean> {
    try {
      await this.temporal.call(({ workflow }) => workflow.getHandle(workflowId).signal(signal, whole));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /** false when the renewed case has ended meanwhile, or does not expire any more: then the new one stands by itself. */
  async #renewedBy(row: CaseRow, renews: string, successor: StartFacts['input']): Promise<boolean> {
    const requestId = asId<RequestId>(row.startRequestId);
    const asked: Act = {
      requestId,
      fingerprint: requestId,
      kind: 'renew',
      actor: successor.applicant,
      taskId: null,
      seenSeq: null,
      facts: { successor },
    };
    const { id: caseId } = (await caseStore(this.database).byNo(renews)) ?? row;
    const { userId } = successor.applicant;
    const kept = {
      id: requestId,
      caseId,
      userId,
      fingerprint: requestId,
      opinion: null,
      fileIds: [],
      ip: null,
      act: asked,
    };
    await caseContextStore(this.database).saveActRequest(kept, this.clock());
    try {
      await this.temporal.call((client) =>
        client.workflow
          .getHandle(workflowIdOf(row.matter, renews))
          .executeUpdate(act, { args: [asked], updateId: requestId }),
      );
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || error instanceof WorkflowUpdateFailedError) return false;
      throw error;
    }
  }
}

/** What the case's workflow is given. */
const wholeOf = ({ id: caseId, caseNo, startRequestId }: CaseRow, input: StartFacts['input']) => ({
  ...input,
  caseId,
  caseNo,
  requestId: asId<RequestId>(startRequestId),
});

/** The task of a worker that died is handed on after two seconds; the default is ten. */
const startOptions = ({ matter, caseNo }: CaseRow) => ({
  taskQueue: CASE_QUEUE,
  workflowId: workflowIdOf(matter, caseNo),
  workflowTaskTimeout: '2s' as const,
});
