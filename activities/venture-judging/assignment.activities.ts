import { Context } from '@temporalio/activity';

import { DomainError, type Refusal } from '#domain/errors.js';
import { assignJudges, replaceJudge } from '../optimisation/assign-judges.js';
import type { AssignmentGoal } from '../optimisation/assign-judges.js';
import type { AssignmentProblem, Pair } from '../optimisation/assignment-model.js';
import type { Solve } from '../optimisation/solver.js';

/** What a job computes: a whole assignment, or the replacement of one judge with the fewest changes. */
export interface AssignmentTask {
  readonly problem: AssignmentProblem;
  readonly goal: AssignmentGoal;
  readonly replace: { readonly judgeId: string; readonly current: readonly Pair[] } | null;
}

/** What came out of a job. `removed` is empty for a whole assignment of a round that had none. */
export interface AssignmentOutcome {
  readonly pairs: readonly Pair[];
  readonly points: number;
  readonly worstPoints: number;
  readonly proven: boolean;
  readonly added: readonly Pair[];
  readonly removed: readonly Pair[];
}

/** Where jobs are kept. */
export interface AssignmentJobs {
  /** What to compute; null when the job has ended or was cancelled. */
  begin(jobId: string): Promise<AssignmentTask | null>;
  progress(jobId: string, solved: number): Promise<void>;
  done(jobId: string, outcome: AssignmentOutcome): Promise<void>;
  refused(jobId: string, refusal: Refusal): Promise<void>;
  cancelled(jobId: string): Promise<void>;
}

const HEARTBEAT_MS = 1_000;

/** The activity in which a job is computed: it tells how far it is, and stops the solver when the job is cancelled. */
export const assignmentActivities = ({
  jobs,
  solve,
  seconds,
}: {
  readonly jobs: AssignmentJobs;
  readonly solve: Solve;
  /** For one program; a fair assignment solves several. */
  readonly seconds: number;
}) => ({
  computeAssignment: async (jobId: string): Promise<void> => {
    const context = Context.current();
    const beats = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
    let solved = 0;
    const counted: Solve = async (program, options) => {
      const solution = await solve(program, options);
      solved += 1;
      await jobs.progress(jobId, solved);
      return solution;
    };
    try {
      const task = await jobs.begin(jobId);
      if (task === null) return;
      await jobs.done(jobId, await compute(task, counted, { seconds, signal: context.cancellationSignal }));
    } catch (error) {
      if (context.cancellationSignal.aborted) {
        await jobs.cancelled(jobId);
        throw error;
      }
      if (!(error instanceof DomainError)) throw error;
      await jobs.refused(jobId, error.refusal);
    } finally {
      clearInterval(beats);
    }
  },

  /** A job that was cancelled before a worker took it. */
  cancelAssignment: (jobId: string): Promise<void> => jobs.cancelled(jobId),

  /** A job that could not be computed at all: its reader is told rather than left waiting. */
  failAssignment: (jobId: string): Promise<void> =>
    jobs.refused(jobId, {
      code: 'ASSIGNMENT_FAILED',
      status: 503,
      messageZh: '评委分配计算失败,请稍后重新发起。',
      messageEn: 'The assignment could not be computed. Ask for it again later.',
    }),
});

export type AssignmentActivities = ReturnType<typeof assignmentActivities>;

async function compute(
  { problem, goal, replace }: AssignmentTask,
  solve: Solve,
  options: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<AssignmentOutcome> {
  if (replace !== null) {
    const { assignment, added, removed } = await replaceJudge(
      problem,
      replace.current,
      replace.judgeId,
      solve,
      options,
    );
    return { ...assignment, added, removed };
  }
  const assignment = await assignJudges(problem, goal, solve, options);
  return { ...assignment, added: assignment.pairs, removed: [] };
}
