import { randomUUID } from 'node:crypto';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { CaseStateConflict, NotFound, type Refusal } from '#domain/errors.js';
import { VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { readTerm } from '#domain/terms/term.js';
import { expertiseOf } from '#domain/venture-round/expertise.rule.js';
import { z } from 'zod';
import type { Database, Rows } from '../../client.js';
import { AssignmentRequest, assignmentProblem } from './assignment-problem.js';

const Pair = z.object({ projectId: z.string(), judgeId: z.string() });

/** What came out of a job. */
export const AssignmentOutcome = z.object({
  pairs: z.array(Pair),
  points: z.number(),
  worstPoints: z.number(),
  proven: z.boolean(),
  added: z.array(Pair),
  removed: z.array(Pair),
});
export type AssignmentOutcome = z.output<typeof AssignmentOutcome>;

/** A job as its reader sees it. */
export interface AssignmentJob {
  readonly id: string;
  readonly roundId: string;
  readonly request: AssignmentRequest;
  /** QUEUED, RUNNING, DONE, FAILED, CANCELLED, ACCEPTED. */
  readonly status: string;
  /** Programs that were solved so far. */
  readonly progress: number;
  readonly result: AssignmentOutcome | null;
  readonly refusal: unknown;
  readonly requestedBy: string;
  readonly at: number;
  readonly endedAt: number | null;
}

/** A pair with why it was made. */
export interface ExplainedPair {
  readonly projectId: string;
  readonly judgeId: string;
  readonly points: number;
  readonly matched: readonly string[];
}

type Json = NonNullable<z.output<ReturnType<typeof z.json>>>;
type PairKey = z.output<typeof Pair>;

const ENDED = ['DONE', 'FAILED', 'CANCELLED', 'ACCEPTED'];

/** Jobs that assign judges: asked for by the API, computed by a worker, accepted by the round. */
export function assignmentJobStore(database: Database) {
  const { rows, pool } = database;
  const end = (id: string, data: { status: string; result?: AssignmentOutcome; refusal?: Json }) =>
    rows.assignmentJob.updateMany({ where: { id, status: { notIn: ENDED } }, data: { ...data, endedAt: new Date() } });
  return {
    async create(roundId: string, request: AssignmentRequest, by: { readonly userId: string; readonly at: number }) {
      const { kind, goal } = request;
      const job = { id: randomUUID(), roundId, kind, goal, request, status: 'QUEUED', requestedBy: by.userId };
      return jobOf(await rows.assignmentJob.create({ data: { ...job, at: new Date(by.at) } }));
    },

    /** Throws NOT_FOUND. */
    async find(roundId: string, id: string): Promise<AssignmentJob> {
      const row = await rows.assignmentJob.findFirst({ where: { id, roundId } });
      if (row === null) throw new NotFound('AssignmentJob');
      return jobOf(row);
    },

    async list(roundId: string): Promise<AssignmentJob[]> {
      const found = await rows.assignmentJob.findMany({ where: { roundId }, orderBy: { at: 'desc' }, take: 50 });
      return found.map(jobOf);
    },

    /** Pairs, each with the themes that judge and project have in common. */
    explained: (pairs: readonly PairKey[]) => explained(rows, pairs),

    /** What to compute; null when the job has ended or was cancelled. */
    async begin(id: string) {
      const { count } = await rows.assignmentJob.updateMany({
        where: { id, status: { in: ['QUEUED', 'RUNNING'] } },
        data: { status: 'RUNNING', progress: 0 },
      });
      if (count === 0) return null;
      const { roundId, request } = jobOf(await rows.assignmentJob.findUniqueOrThrow({ where: { id } }));
      const { problem, current } = await assignmentProblem(pool, roundId, request, parseIsoDate(request.today));
      const { judgeId, goal } = request;
      return { problem, goal, replace: judgeId === null ? null : { judgeId, current } };
    },

    async progress(id: string, solved: number): Promise<void> {
      await rows.assignmentJob.updateMany({ where: { id, status: 'RUNNING' }, data: { progress: solved } });
    },

    async done(id: string, outcome: AssignmentOutcome): Promise<void> {
      await end(id, { status: 'DONE', result: AssignmentOutcome.parse(outcome) });
    },

    async refused(id: string, refusal: Refusal): Promise<void> {
      await end(id, { status: 'FAILED', refusal: z.json().parse(JSON.parse(JSON.stringify(refusal))) ?? {} });
    },

    async cancelled(id: string): Promise<void> {
      await end(id, { status: 'CANCELLED' });
    },

    /**
     * Gives the pairs to the projects, once: pairs that the job does not have any more are REPLACED, who was replaced leaves the panel.
     * Answers how many pairs there are. Throws NOT_FOUND, CASE_STATE_CONFLICT.
     */
    apply: ({ roundId, jobId, at }: { readonly roundId: string; readonly jobId: string; readonly at: number }) =>
      database.transact(async (tx) => {
        await tx.rows.$queryRaw`SELECT 1 FROM "AssignmentJob" WHERE id = ${jobId} FOR UPDATE`;
        const row = await tx.rows.assignmentJob.findFirst({ where: { id: jobId, roundId } });
        if (row === null) throw new NotFound('AssignmentJob');
        const job = jobOf(row);
        if (job.result === null || (job.status !== 'DONE' && job.status !== 'ACCEPTED'))
          throw new CaseStateConflict(job.status, 'acceptAssignment');
        if (job.status === 'DONE') await applied(tx, job, job.result, new Date(at));
        return job.result.pairs.length;
      }),
  };
}

/** Set by set: a round of a thousand projects has five thousand pairs, and its organiser waits for the answer. */
async function applied({ rows }: Database, job: AssignmentJob, { pairs }: AssignmentOutcome, at: Date): Promise<void> {
  const { roundId, id: jobId, request } = job;
  const wanted = JSON.stringify(await explained(rows, pairs));
  const ended = at.toISOString();
  await rows.$executeRaw`
    UPDATE "JudgeAssignment" a SET "status" = 'REPLACED', "endedAt" = ${ended}::timestamp(3)
    WHERE a."roundId" = ${roundId} AND a."status" = 'ACTIVE'
      AND (a."projectId", a."judgeId") NOT IN (
        SELECT w."projectId", w."judgeId" FROM jsonb_to_recordset(${wanted}::jsonb) AS w("projectId" text, "judgeId" text))
      AND NOT EXISTS (SELECT FROM "ScoreSheet" s
        WHERE s."projectId" = a."projectId" AND s."judgeId" = a."judgeId" AND s."status" <> 'DRAFT')`;
  await rows.$executeRaw`
    INSERT INTO "JudgeAssignment" ("roundId", "projectId", "judgeId", "status", "points", "matched", "jobId", "at")
    SELECT ${roundId}, w."projectId", w."judgeId", 'ACTIVE', w."points", w."matched", ${jobId}, ${ended}::timestamp(3)
    FROM jsonb_to_recordset(${wanted}::jsonb) AS w("projectId" text, "judgeId" text, "points" int, "matched" text[])
    ON CONFLICT ("projectId", "judgeId") DO UPDATE SET "status" = 'ACTIVE', "endedAt" = NULL, "jobId" = excluded."jobId"
      WHERE "JudgeAssignment"."status" = 'REPLACED'`;
  if (request.judgeId !== null)
    await rows.panelMember.updateMany({ where: { roundId, judgeId: request.judgeId }, data: { leftAt: at } });
  await rows.assignmentJob.update({ where: { id: jobId }, data: { status: 'ACCEPTED' } });
}

async function explained(rows: Rows, pairs: readonly PairKey[]): Promise<ExplainedPair[]> {
  const judgeIds = [...new Set(pairs.map(({ judgeId }) => judgeId))];
  const caseIds = [...new Set(pairs.map(({ projectId }) => projectId))];
  const judges = await rows.judge.findMany({ where: { id: { in: judgeIds } }, select: { id: true, fields: true } });
  const projects = await rows.project.findMany({
    where: { caseId: { in: caseIds } },
    select: { caseId: true, themes: true },
  });
  const fields = new Map(judges.map((judge) => [judge.id, judge.fields]));
  const themes = new Map(projects.map((project) => [project.caseId, project.themes]));
  return pairs.map(({ projectId, judgeId }) => {
    const known = (themes.get(projectId) ?? []).map((theme) => readTerm(VENTURE_THEMES, theme));
    return { projectId, judgeId, ...expertiseOf(fields.get(judgeId) ?? [], { themes: known }) };
  });
}

function jobOf(row: NonNullable<Awaited<ReturnType<Rows['assignmentJob']['findUnique']>>>): AssignmentJob {
  const { id, roundId, status, progress, refusal, requestedBy, at, endedAt } = row;
  return {
    ...{ id, roundId, status, progress, refusal, requestedBy },
    request: AssignmentRequest.parse(row.request),
    result: row.result === null ? null : AssignmentOutcome.parse(row.result),
    at: at.getTime(),
    endedAt: endedAt?.getTime() ?? null,
  };
}
