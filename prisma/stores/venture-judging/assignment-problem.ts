import type { IsoDate } from '#domain/calendar/iso-date.js';
import { expertiseOf } from '#domain/venture-round/expertise.rule.js';
import { z } from 'zod';
import type { Tx } from '../record/transaction.js';
import { conflictsOf } from './conflict-facts.js';
import { judgedProjects, judgedRound, scoredProjects } from './round-facts.js';

/** What the organiser asks of an assignment. */
export const AssignmentRequest = z.strictObject({
  kind: z.enum(['ASSIGN', 'REPLACE']),
  goal: z.enum(['SUM', 'FAIR']),
  judgesPerProject: z.int().min(1).max(100),
  expertsPerProject: z.int().min(0).max(100),
  /** Overrides the load of every judge; null: as the panel says. */
  maxLoad: z.int().min(1).max(10_000).nullable(),
  /** REPLACE: who drops out. */
  judgeId: z.string().nullable(),
  today: z.string(),
  recusalYears: z.int().min(0),
});
export type AssignmentRequest = z.output<typeof AssignmentRequest>;

interface MemberRow {
  readonly judgeId: string;
  readonly maxLoad: number;
  readonly fields: readonly string[];
}

interface PairRow {
  readonly projectId: string;
  readonly judgeId: string;
  readonly locked: boolean;
}

const MEMBERS = `SELECT m."judgeId", m."maxLoad", j."fields" FROM "PanelMember" m JOIN "Judge" j ON j."id" = m."judgeId"
  WHERE m."roundId" = $1 AND m."leftAt" IS NULL ORDER BY m."judgeId"`;

const PAIRS = `SELECT a."projectId", a."judgeId", coalesce(s."status" <> 'DRAFT', false) AS locked
  FROM "JudgeAssignment" a LEFT JOIN "ScoreSheet" s ON s."projectId" = a."projectId" AND s."judgeId" = a."judgeId"
  WHERE a."roundId" = $1 AND a."status" = 'ACTIVE' ORDER BY a."projectId", a."judgeId"`;

/** The problem that a request stands for, as the tables are now: conflicts are looked up again, locked sheets stay. */
export async function assignmentProblem(db: Tx, roundId: string, request: AssignmentRequest, today: IsoDate) {
  const round = await judgedRound(db, roundId);
  const projects = scoredProjects(await judgedProjects(db, roundId), round);
  const members = (await db.query<MemberRow>({ name: 'panel-members', text: MEMBERS, values: [roundId] })).rows;
  const all = (await db.query<PairRow>({ name: 'panel-pairs', text: PAIRS, values: [roundId] })).rows;
  const judgeIds = members.map(({ judgeId }) => judgeId);
  const standing = new Set(projects.map(({ projectId }) => projectId));
  const pairs = all.filter(({ projectId, judgeId }) => standing.has(projectId) && judgeIds.includes(judgeId));
  const fixed = pairs.filter(({ locked }) => locked).map(({ projectId, judgeId }) => ({ projectId, judgeId }));
  const isFixed = (projectId: string, judgeId: string) =>
    fixed.some((pair) => pair.projectId === projectId && pair.judgeId === judgeId);
  const found = await conflictsOf(db, roundId, judgeIds, { today, recusalYears: request.recusalYears });
  return {
    current: pairs.map(({ projectId, judgeId }) => ({ projectId, judgeId })),
    problem: {
      projectIds: projects.map(({ projectId }) => projectId),
      judges: members.map(({ judgeId, maxLoad }) => ({ judgeId, maxLoad: request.maxLoad ?? maxLoad })),
      judgesPerProject: request.judgesPerProject,
      expertsPerProject: request.expertsPerProject,
      // A sheet that was locked before the conflict was known is the auditor's business, not the assignment's.
      conflicts: found.filter(({ projectId, judgeId }) => !isFixed(projectId, judgeId)),
      expertise: projects.flatMap((project) =>
        members.map(({ judgeId, fields }) => ({
          projectId: project.projectId,
          judgeId,
          points: expertiseOf(fields, project).points,
        })),
      ),
      fixed,
    },
  };
}
