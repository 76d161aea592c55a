import { z } from 'zod';

import type { Objective } from '#domain/venture-round/application-form.js';
import type { Database } from '../../client.js';
import { Change } from './budget-lines.js';
import type { Change as WrittenChange } from './budget-lines.js';

/** A file that proves something. */
export interface ProofFile {
  readonly uploadId: string;
  readonly name: string;
}

/** An activity with its proofs, as people look at it. Days as `YYYY-MM-DD`, money in fen. */
export interface ActivityRow {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly topic: string;
  readonly milestone: string | null;
  readonly personTimes: number;
  readonly newPersons: number;
  readonly volunteers: number;
  readonly hours: number;
  readonly spentFen: number;
  readonly photos: readonly ProofFile[];
  readonly signInSheet: ProofFile | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  /** The report that counted it; null: it may still be corrected. */
  readonly reportNo: number | null;
}

/** A voucher with the name of its paper. */
export interface VoucherRow {
  readonly id: string;
  readonly line: number;
  readonly fen: number;
  readonly spentOn: string;
  readonly payee: string;
  readonly uploadId: string;
  readonly name: string;
  readonly recordedAt: Date;
}

/** What a project did so far, all records counted. */
export interface ProjectTotals {
  readonly activities: number;
  readonly personTimes: number;
  readonly persons: number;
  readonly volunteers: number;
  readonly spentFen: number;
  readonly voucherFen: number;
}

const DAYS = (name: string): string => `to_char(a."${name}", 'YYYY-MM-DD') AS "${name}"`;
const FILE = `jsonb_build_object('uploadId', u."id", 'name', u."name")`;

const ACTIVITIES = `SELECT a."id", ${DAYS('startsOn')}, ${DAYS('endsOn')}, a."place", a."topic", a."milestone", a."personTimes", a."newPersons",
    a."volunteers", a."hours"::float8 AS "hours", a."spentFen"::float8 AS "spentFen", who."name" AS "confirmedBy", a."confirmedAt", a."reportNo",
    COALESCE((SELECT jsonb_agg(${FILE} ORDER BY u."createdAt", u."id") FROM "ActivityEvidence" e JOIN "Upload" u ON u."id" = e."uploadId"
      WHERE e."activityId" = a."id" AND e."kind" = 'PHOTO'), '[]') AS "photos",
    (SELECT ${FILE} FROM "Upload" u WHERE u."id" = a."signInUploadId") AS "signInSheet"
  FROM "ProjectActivity" a LEFT JOIN "User" who ON who."id" = a."confirmedBy"
 WHERE a."projectId" = $1 AND ($2::text IS NULL OR (a."startsOn", a."id") < ($2::date, $3)) ORDER BY a."startsOn" DESC, a."id" DESC LIMIT $4`;

const VOUCHERS = `SELECT a."id", a."line", a."fen"::float8 AS "fen", ${DAYS('spentOn')}, a."payee", a."uploadId", COALESCE(u."name", '') AS "name", a."recordedAt"
  FROM "Voucher" a LEFT JOIN "Upload" u ON u."id" = a."uploadId"
 WHERE a."projectId" = $1 AND ($2::text IS NULL OR (a."spentOn", a."id") < ($2::date, $3)) ORDER BY a."spentOn" DESC, a."id" DESC LIMIT $4`;

const TOTALS = `SELECT count(*)::int AS "activities", COALESCE(sum("personTimes"), 0)::int AS "personTimes", COALESCE(sum("newPersons"), 0)::int AS "persons",
    COALESCE(sum("volunteers"), 0)::int AS "volunteers", COALESCE(sum("spentFen"), 0)::float8 AS "spentFen",
    COALESCE((SELECT sum("fen") FROM "Voucher" WHERE "projectId" = $1), 0)::float8 AS "voucherFen"
  FROM "ProjectActivity" WHERE "projectId" = $1`;

const OBJECTIVES = `SELECT "data"->'objectives' AS "objectives" FROM "CaseForm" WHERE "caseId" = $1 ORDER BY "version" DESC LIMIT 1`;

const Objectives = z.array(z.looseObject({ indicator: z.string(), target: z.number(), unit: z.string() }));
const Figures = z.looseObject({
  ...{ activities: z.int(), personTimes: z.int(), persons: z.int(), volunteers: z.int() },
  ...{ spentFen: z.number(), voucherFen: z.number() },
});
const Words = z.looseObject({ reached: z.record(z.string(), z.number()).default({}), story: z.string().default('') });

/** Where a page of dated records begins: after this one, the latest day first. */
export interface DatedKey {
  readonly day: string;
  readonly id: string;
}

/** The records of a project's execution as its readers look at them. */
export function projectReadingStore({ rows, pool }: Pick<Database, 'rows' | 'pool'>) {
  const dated = async <Row extends object>(text: string, projectId: string, after: DatedKey | null, limit: number) =>
    (await pool.query<Row>(text, [projectId, after?.day ?? null, after?.id ?? null, limit])).rows;

  return {
    activities: (projectId: string, after: DatedKey | null, limit: number) =>
      dated<ActivityRow>(ACTIVITIES, projectId, after, limit),

    vouchers: (projectId: string, after: DatedKey | null, limit: number) =>
      dated<VoucherRow>(VOUCHERS, projectId, after, limit),

    async totals(projectId: string): Promise<ProjectTotals> {
      const none = { activities: 0, personTimes: 0, persons: 0, volunteers: 0, spentFen: 0, voucherFen: 0 };
      return (await pool.query<ProjectTotals>(TOTALS, [projectId])).rows[0] ?? none;
    },

    /** What the application promised. */
    async objectives(projectId: string): Promise<readonly Objective[]> {
      const [form] = (await pool.query<{ objectives: unknown }>(OBJECTIVES, [projectId])).rows;
      return Objectives.parse(form?.objectives ?? []);
    },

    /** Reports that the case has taken, in their order. */
    async reports(projectId: string) {
      const found = await rows.projectReport.findMany({
        where: { projectId, takenAt: { not: null } },
        orderBy: { no: 'asc' },
      });
      return found.map(({ no, kind, figures, words, hash, filedBy, filedAt }) => ({
        ...{ no, kind, hash, filedBy, filedAt },
        figures: Figures.parse(figures),
        ...Words.parse(words),
      }));
    },

    evaluations: (projectId: string) =>
      rows.projectEvaluation.findMany({ where: { projectId }, orderBy: { no: 'asc' } }),

    /** Changes that the case has heard of, newest first. */
    async changes(projectId: string) {
      const where = { projectId, status: { not: 'WRITTEN' } };
      const found = await rows.changeRequest.findMany({ where, orderBy: { askedAt: 'desc' }, take: 100 });
      return found.map(({ change, ...row }): typeof row & { change: WrittenChange } => ({
        ...row,
        change: Change.parse(change),
      }));
    },
  };
}
