import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { z } from 'zod';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { CaseStateConflict } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { assignmentJobStore } from '#prisma/stores/venture-judging/assignment-job.store.js';
import type { AssignmentJob } from '#prisma/stores/venture-judging/assignment-job.store.js';
import { namesIn } from '#prisma/stores/venture-judging/round-facts.js';
import { CASE_QUEUE } from '#workflows/steps/contract.js';
import { assignmentWorkflowId, JUDGE_ASSIGNMENT_WORKFLOW } from '#workflows/judge-assignment/contract.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { Settings } from '../matters/settings.service.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Temporal } from '../temporal/temporal.js';
import type { JobParams, NewAssignment } from './assignment.schemas.js';
import { JudgingRights } from './judging-rights.js';

const Mentioned = z.object({ projectId: z.string().optional(), judgeId: z.string().optional() });
type Mentioned = z.output<typeof Mentioned>;
const Clashing = z.object({ details: z.object({ clashes: z.array(Mentioned) }) });
const Created = z.object({ id: z.string() });

/** 评委分配: computed as a job; accepting it is an act on the round's case. */
@Injectable()
export class AssignmentsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly rights: JudgingRights,
    private readonly settings: Settings,
    private readonly temporal: Temporal,
  ) {}

  async start(actor: RequestActor, id: string, asked: NewAssignment, request: IdempotentRequest) {
    const { roundId, state, configuration } = await this.rights.organised(actor, id);
    if (state !== 'SCORING') throw new CaseStateConflict(state, 'assignJudges');
    const { replaceJudgeId, judgesPerProject = configuration.scoring.judgesMin, ...rest } = asked;
    const wanted = {
      ...rest,
      judgesPerProject,
      kind: replaceJudgeId === null ? ('ASSIGN' as const) : ('REPLACE' as const),
      judgeId: replaceJudgeId,
      today: shanghaiDate(this.clock()),
      recusalYears: await this.settings.recusalYears(),
    };
    const by = { userId: actor.userId, at: this.clock() };
    const answer = await onceFor(this.database, actor, request, async (tx) => {
      const { id: jobId } = await assignmentJobStore(tx).create(roundId, wanted, by);
      return { id: jobId };
    });
    const { id: jobId } = Created.parse(answer);
    await this.#begin(jobId);
    return this.#view(await assignmentJobStore(this.database).find(roundId, jobId));
  }

  async list(actor: RequestActor, id: string) {
    const { roundId } = await this.rights.overseen(actor, id);
    const jobs = await assignmentJobStore(this.database).list(roundId);
    return { items: jobs.map(headOf) };
  }

  async find(actor: RequestActor, { id, jobId }: JobParams) {
    const { roundId } = await this.rights.overseen(actor, id);
    return this.#view(await assignmentJobStore(this.database).find(roundId, jobId));
  }

  /** A job that runs is stopped; one that has ended stays as it is. */
  async cancel(actor: RequestActor, { id, jobId }: JobParams) {
    const { roundId } = await this.rights.organised(actor, id);
    const jobs = assignmentJobStore(this.database);
    await jobs.find(roundId, jobId);
    await jobs.cancelled(jobId);
    await this.temporal
      .call(({ workflow }) => workflow.getHandle(assignmentWorkflowId(jobId)).cancel())
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
    return this.#view(await jobs.find(roundId, jobId));
  }

  /** Any number of times is once: repeated with the same key after Temporal was away, it begins what was kept. */
  async #begin(jobId: string): Promise<void> {
    await this.temporal
      .call(({ workflow }) =>
        workflow.start(JUDGE_ASSIGNMENT_WORKFLOW, {
          taskQueue: CASE_QUEUE,
          workflowId: assignmentWorkflowId(jobId),
          args: [{ jobId }],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
  }

  async #view(job: AssignmentJob) {
    const { result } = job;
    const pairs = result === null ? [] : await assignmentJobStore(this.database).explained(result.pairs);
    const mentioned = result === null ? clashesIn(job.refusal) : [...result.pairs, ...result.added, ...result.removed];
    const names = await namesIn(this.database.pool, job.roundId, mentioned);
    return { ...headOf(job), ...names, result: result === null ? null : { ...result, pairs } };
  }
}

/** The limits that clash, as far as they are limits of a project or a judge. */
function clashesIn(refusal: unknown): Mentioned[] {
  const read = Clashing.safeParse(refusal);
  return read.success ? read.data.details.clashes : [];
}

const headOf = ({ id, request: { kind, goal }, status, progress, at, endedAt, refusal }: AssignmentJob) => ({
  ...{ id, kind, goal, status, progress, at, endedAt, refusal },
});
