import { setImmediate as otherWork } from 'node:timers/promises';

import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';

import { asId } from '#domain/ids.js';
import type { OrganisationId } from '#domain/ids.js';
import type { Numbered, RowFaults } from '#domain/workbook/faults.js';
import { noFaults } from '#domain/workbook/plan-import.rule.js';
import type { ReadWorkbook } from '#domain/workbook/plan-import.rule.js';
import { readMembers, readOrganisations, readPosts } from '#domain/workbook/read-row.js';
import type { SheetRow } from '#domain/workbook/read-row.js';
import type { Importer } from '#domain/workbook/register.js';
import type { Database } from '#prisma/client.js';
import { columnCipher } from '#prisma/crypto.js';
import type { ColumnCipher } from '#prisma/crypto.js';
import { importJobStore } from '#prisma/stores/import/import-job.store.js';
import { ImportCut, importStore } from '#prisma/stores/import/import.store.js';
import type { ApiConfig } from '../config.js';
import { FactsChanged } from '../organisations/facts-changed.js';
import { UseClock, UseConfig, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { ImportSheets } from '../workbooks/import-sheets.js';
import { reportWorkbook } from '../workbooks/report.js';

const BEAT_MS = 1_000;
/** A job that has been silent for so long has lost its process. */
const SILENT_MS = 60_000;
const SWEEP_MS = 15_000;
const REPORTS_KEPT_MS = 7 * 86_400_000;
/** Rows that are read before other requests have their turn. */
const SLICE = 250;
/** Organisations whose cases look again at the same time. */
const LOOKS = 4;

/** Carries out imports, one after the other, and lets the cases of what changed look again. */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('imports');
  readonly #cipher: ColumnCipher;
  /** Rows done, by job. */
  readonly #alive = new Map<string, number>();
  #queue: Promise<void> = Promise.resolve();
  #timers: NodeJS.Timeout[] = [];
  #closing = false;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseConfig() config: ApiConfig,
    @UseClock() private readonly clock: Clock,
    private readonly facts: FactsChanged,
  ) {
    this.#cipher = columnCipher(config.dataKey);
  }

  onApplicationBootstrap(): void {
    this.#timers = [
      setInterval(() => void this.#beat(), BEAT_MS).unref(),
      setInterval(() => void this.#queued(() => this.sweep()), SWEEP_MS).unref(),
    ];
  }

  /** The job at work is finished; those that wait are cut. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#closing = true;
    await this.#queue;
    this.#timers.forEach((timer) => clearInterval(timer));
  }

  /** Takes a job that was begun. Its end is in its row. */
  start(jobId: string, sheets: ImportSheets, importer: Importer): void {
    this.#alive.set(jobId, 0);
    void this.#queued(() => this.#run(jobId, sheets, importer));
  }

  /** Ends what a process that died left behind, and repeats what could not be told. */
  async sweep(): Promise<void> {
    const jobs = importJobStore(this.database);
    await jobs.cutSilent(this.clock() - SILENT_MS, this.clock());
    await jobs.forgetReports(this.clock() - REPORTS_KEPT_MS);
    await this.lookAgain();
  }

  /** Lets the running cases of changed organisations look again; one that cannot be told stays on the list. */
  async lookAgain(): Promise<void> {
    const jobs = importJobStore(this.database);
    for (const { id, lookAgain } of await jobs.toLookAgain()) {
      const left = lookAgain.map((organisationId) => asId<OrganisationId>(organisationId));
      const look = async () => {
        for (let next = left.pop(); next !== undefined && !this.#closing; next = left.pop()) {
          await this.facts.factsChanged(next);
          await jobs.lookedAgain(id, next);
        }
      };
      await Promise.all(Array.from({ length: LOOKS }, look));
    }
  }

  #queued(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).catch((error: unknown) => this.#log.warn(nameOf(error)));
    return this.#queue;
  }

  async #run(jobId: string, sheets: ImportSheets, importer: Importer): Promise<void> {
    const jobs = importJobStore(this.database);
    try {
      if (this.#closing) {
        await jobs.end(jobId, 'CUT', this.clock());
        return;
      }
      const workbook = await this.#read(jobId, sheets);
      const rows = {
        organisations: sheets.organisations.length,
        posts: sheets.posts.length,
        members: sheets.members.length,
      };
      const report = () => reportWorkbook(sheets, workbook.faults);
      await importStore(this.database, this.#cipher).take({ jobId, workbook, rows, importer, report, now: this.clock });
    } catch (error) {
      // Only the kind of a failure is logged: its message may hold what somebody wrote.
      if (!(error instanceof ImportCut)) this.#log.error(`import ${jobId} failed: ${nameOf(error)}`);
      await jobs.end(jobId, 'FAILED', this.clock());
    } finally {
      this.#alive.delete(jobId);
    }
    await this.lookAgain();
  }

  /** Reads the cells of every row. Other requests have their turn in between. */
  async #read(jobId: string, sheets: ImportSheets): Promise<ReadWorkbook> {
    const faults = noFaults();
    const read = async <Row>(
      rows: readonly SheetRow[],
      found: RowFaults,
      readRows: (rows: readonly SheetRow[], faults: RowFaults) => Numbered<Row>[],
    ): Promise<Numbered<Row>[]> => {
      const all: Numbered<Row>[] = [];
      for (let from = 0; from < rows.length; from += SLICE) {
        const slice = rows.slice(from, from + SLICE);
        all.push(...readRows(slice, found));
        this.#alive.set(jobId, (this.#alive.get(jobId) ?? 0) + slice.length);
        await otherWork();
      }
      return all;
    };
    return {
      faults,
      organisations: await read(sheets.organisations, faults.organisations, readOrganisations),
      posts: await read(sheets.posts, faults.posts, readPosts),
      members: await read(sheets.members, faults.members, readMembers),
    };
  }

  async #beat(): Promise<void> {
    const jobs = importJobStore(this.database);
    const beats = [...this.#alive].map(([id, done]) => jobs.beat(id, done, this.clock()));
    await Promise.all(beats).catch((error: unknown) => this.#log.warn(nameOf(error)));
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
