import { randomUUID } from 'node:crypto';

import { planImport } from '#domain/workbook/plan-import.rule.js';
import type { ImportPlan, ReadWorkbook } from '#domain/workbook/plan-import.rule.js';
import type { Importer } from '#domain/workbook/register.js';
import { SHEETS } from '#domain/workbook/sheets.js';
import type { SheetKey } from '#domain/workbook/sheets.js';
import type { Database } from '../../client.js';
import type { Cell, ColumnCipher } from '../../crypto.js';
import { inTransaction } from '../record/transaction.js';
import type { Tx } from '../record/transaction.js';
import { sqlTime } from '../record/sql-time.js';
import type { SheetFault, SheetResult } from './import-job.store.js';
import { readRegister } from './read-register.js';
import { organisationsConcerned, writePlan } from './write-plan.js';

/** One import at a time: so the register is as it was checked when it is written. Any number that no other lock has. */
const IMPORT_LOCK = 4_150_301;
/** Faults that an answer shows; the report has all of them. */
const SHOWN_FAULTS = 50;

/** What is imported: the rows, how many each sheet has, and who imports. */
export interface ImportAsked {
  readonly jobId: string;
  readonly workbook: ReadWorkbook;
  readonly rows: Readonly<Record<SheetKey, number>>;
  readonly importer: Importer;
  /** Makes the report of the faults, a workbook. Called only when there is one. */
  readonly report: () => Promise<Buffer>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** The job was marked as cut while it was at work: what it wrote is undone. */
export class ImportCut extends Error {}

/** Takes workbooks into the register. */
export function importStore(database: Database, cipher: ColumnCipher) {
  return {
    /**
     * Checks a workbook against the register and writes every sheet without a fault, with the end of the job, in one transaction: a process that
     * dies leaves nothing half written. Throws ImportCut.
     */
    take: (asked: ImportAsked): Promise<void> =>
      inTransaction(database.pool, async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
        const { workbook, importer } = asked;
        const plan = planImport(workbook, await readRegister(tx, cipher, workbook), importer, randomUUID);
        await writePlan(tx, cipher, plan, randomUUID);
        await finish(tx, cipher, asked, plan);
      }),

    /** The report of a job as it was sealed. */
    openReport: (jobId: string, sealed: Uint8Array): Buffer =>
      Buffer.from(cipher.open(reportCell(jobId), sealed), 'base64'),
  };
}

const FINISH = `UPDATE "ImportJob" SET state = $2, sheets = $3::jsonb, faults = $4::jsonb, "reportCipher" = $5, "lookAgain" = $6::text[], "finishedAt" = $7::timestamp(3),
  "rowsDone" = "rowsTotal", "livingKey" = NULL WHERE id = $1 AND state = 'RUNNING'`;

async function finish(
  tx: Tx,
  cipher: ColumnCipher,
  { jobId, workbook, rows, report, now }: ImportAsked,
  plan: ImportPlan,
): Promise<void> {
  const sheets = SHEETS.map(({ key }): SheetResult => ({
    sheet: key,
    rows: rows[key],
    faulty: workbook.faults[key].count,
    ...written(plan, key),
  }));
  const rejected = sheets.some(({ faulty }) => faulty > 0);
  const sealed = rejected ? cipher.seal(reportCell(jobId), (await report()).toString('base64')) : null;
  const concerned = await organisationsConcerned(tx, plan);
  const { rowCount } = await tx.query(FINISH, [
    jobId,
    rejected ? 'REJECTED' : 'IMPORTED',
    JSON.stringify(sheets),
    JSON.stringify(shown(workbook)),
    sealed,
    concerned,
    sqlTime(now()),
  ]);
  if (rowCount !== 1) throw new ImportCut('the job was cut');
}

function written(plan: ImportPlan, key: SheetKey): { created: number; updated: number } {
  const created = plan[key].filter(({ known }) => known === null || known === false).length;
  return { created, updated: plan[key].length - created };
}

function shown({ faults }: ReadWorkbook): SheetFault[] {
  return SHEETS.flatMap(({ key, zh }) => faults[key].all().map((fault) => ({ sheet: zh, ...fault }))).slice(
    0,
    SHOWN_FAULTS,
  );
}

function reportCell(jobId: string): Cell {
  return { table: 'ImportJob', column: 'report', rowId: jobId };
}
