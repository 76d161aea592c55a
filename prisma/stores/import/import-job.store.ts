import { z } from 'zod';

import type { SheetKey } from '#domain/workbook/sheets.js';
import type { Database } from '../../client.js';

/** RUNNING; IMPORTED: every sheet; REJECTED: a sheet with faults was left out; CUT: its process ended; FAILED: a defect or a lost database. */
export type ImportState = 'RUNNING' | 'IMPORTED' | 'REJECTED' | 'CUT' | 'FAILED';

const SheetResult = z.object({
  sheet: z.enum(['organisations', 'posts', 'members']),
  rows: z.int(),
  /** Rows with a fault; 0 = the sheet was written. */
  faulty: z.int(),
  created: z.int(),
  updated: z.int(),
});
/** What became of a sheet. */
export type SheetResult = z.output<typeof SheetResult> & { readonly sheet: SheetKey };

const SheetFault = z.object({
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  messageZh: z.string(),
  messageEn: z.string(),
});
/** What is wrong with a row; the report has them all. */
export type SheetFault = z.output<typeof SheetFault>;

/** A workbook that was sent. Times in epoch ms. */
export interface ImportJob {
  readonly id: string;
  readonly userId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly sheets: readonly SheetResult[];
  readonly faults: readonly SheetFault[];
  readonly hasReport: boolean;
  /** Organisations whose running cases have not looked again yet. */
  readonly lookAgain: readonly string[];
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

const STATES: readonly ImportState[] = ['RUNNING', 'IMPORTED', 'REJECTED', 'CUT', 'FAILED'];

/** Imports as they are known: begun, at work, ended. */
export function importJobStore({ rows }: Database) {
  return {
    /** Begins a job, or gives the one that is at work on the same file of the same user. `fresh` tells which. */
    async begin(job: NewJob): Promise<{ job: ImportJob; fresh: boolean }> {
      const { now, ...given } = job;
      const livingKey = `${job.userId}:${job.sha256}`;
      const at = new Date(now);
      const data = {
        ...given,
        livingKey,
        state: 'RUNNING',
        sheets: [],
        faults: [],
        lookAgain: [],
        createdAt: at,
        heartbeatAt: at,
      };
      const { count } = await rows.importJob.createMany({ data: [data], skipDuplicates: true });
      const row = await rows.importJob.findUnique({ where: { livingKey } });
      // The one that was at work ended between the two statements: its result is the answer.
      const found =
        row ??
        (await rows.importJob.findFirstOrThrow({
          where: { userId: job.userId, sha256: job.sha256 },
          orderBy: { createdAt: 'desc' },
        }));
      return { job: jobOf(found), fresh: count > 0 };
    },

    /** The latest of a user. */
    async latestOf(userId: string, limit: number): Promise<ImportJob[]> {
      return (await rows.importJob.findMany({ where: { userId }, orderBy: { createdAt: 'desc' }, take: limit })).map(
        jobOf,
      );
    },

    async byId(id: string): Promise<ImportJob | null> {
      const row = await rows.importJob.findUnique({ where: { id } });
      return row === null ? null : jobOf(row);
    },

    /** The sealed report, or null. */
    async report(id: string): Promise<Uint8Array | null> {
      const row = await rows.importJob.findUnique({ where: { id }, select: { reportCipher: true } });
      return row?.reportCipher ?? null;
    },

    /** Says that the job is alive, and how far it is. */
    async beat(id: string, rowsDone: number, now: number): Promise<void> {
      await rows.importJob.updateMany({
        where: { id, state: 'RUNNING' },
        data: { rowsDone, heartbeatAt: new Date(now) },
      });
    },

    /** Ends a job that wrote nothing. One that ended already stays as it is. */
    async end(id: string, state: 'CUT' | 'FAILED', now: number): Promise<void> {
      const data = { state, livingKey: null, finishedAt: new Date(now) };
      await rows.importJob.updateMany({ where: { id, state: 'RUNNING' }, data });
    },

    /** Marks jobs CUT that nobody has worked on since `before`: their process is gone, and their transaction with it. */
    async cutSilent(before: number, now: number): Promise<number> {
      const data = { state: 'CUT', livingKey: null, finishedAt: new Date(now) };
      const { count } = await rows.importJob.updateMany({
        where: { state: 'RUNNING', heartbeatAt: { lt: new Date(before) } },
        data,
      });
      return count;
    },

    /** Takes the reports of jobs that ended before from the database. */
    async forgetReports(before: number): Promise<void> {
      await rows.importJob.updateMany({
        where: { finishedAt: { lt: new Date(before) }, reportCipher: { not: null } },
        data: { reportCipher: null },
      });
    },

    /** Jobs after which cases have not all looked again. */
    async toLookAgain(): Promise<readonly Pick<ImportJob, 'id' | 'lookAgain'>[]> {
      return rows.importJob.findMany({
        where: { lookAgain: { isEmpty: false } },
        select: { id: true, lookAgain: true },
      });
    },

    /** The cases of the organisation have looked again. */
    async lookedAgain(id: string, organisationId: string): Promise<void> {
      await rows.$executeRaw`UPDATE "ImportJob" SET "lookAgain" = array_remove("lookAgain", ${organisationId}) WHERE id = ${id}`;
    },
  };
}

interface NewJob extends Pick<ImportJob, 'id' | 'userId' | 'sha256' | 'fileName' | 'rowsTotal'> {
  readonly now: number;
}

type Row = NonNullable<Awaited<ReturnType<Database['rows']['importJob']['findUnique']>>>;

function jobOf(row: Row): ImportJob {
  const { id, userId, sha256, fileName, rowsTotal, rowsDone, lookAgain } = row;
  return {
    ...{ id, userId, sha256, fileName, rowsTotal, rowsDone, lookAgain },
    state: STATES.find((state) => state === row.state) ?? 'FAILED',
    sheets: z.array(SheetResult).parse(row.sheets),
    faults: z.array(SheetFault).parse(row.faults),
    hasReport: row.reportCipher !== null,
    createdAt: row.createdAt.getTime(),
    finishedAt: row.finishedAt?.getTime() ?? null,
  };
}
