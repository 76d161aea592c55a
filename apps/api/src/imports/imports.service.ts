import { createHash, randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { AuthNotAllowed, NotFound } from '#domain/errors.js';
import type { Importer } from '#domain/workbook/register.js';
import type { Database } from '#prisma/client.js';
import { columnCipher } from '#prisma/crypto.js';
import type { ColumnCipher } from '#prisma/crypto.js';
import { importJobStore } from '#prisma/stores/import/import-job.store.js';
import type { ImportJob } from '#prisma/stores/import/import-job.store.js';
import { importStore } from '#prisma/stores/import/import.store.js';
import { unitsOf } from '../access/case-filter.js';
import type { ApiConfig } from '../config.js';
import { fingerprintOf } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseConfig, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { SentFile } from '../uploads/upload-file.js';
import { readImportSheets } from '../workbooks/import-sheets.js';
import { ImportRunner } from './import-runner.js';
import type { ImportList, ImportView } from './import.schemas.js';
import { importView } from './import-view.js';

const LATEST = 20;

/** Imports: who may send a workbook, and who may see what became of it: only the one who sent it. */
@Injectable()
export class ImportsService {
  readonly #cipher: ColumnCipher;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseConfig() config: ApiConfig,
    @UseClock() private readonly clock: Clock,
    private readonly runner: ImportRunner,
  ) {
    this.#cipher = columnCipher(config.dataKey);
  }

  /** Begins an import. Throws AUTH_NOT_ALLOWED (403), or WorkbookRefused (422) for a form that is not the template's. */
  async begin(actor: RequestActor, { name, bytes }: SentFile, request: IdempotentRequest): Promise<unknown> {
    const importer = this.#importerOf(actor);
    const sheets = await readImportSheets(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const rowsTotal = sheets.organisations.length + sheets.posts.length + sheets.members.length;
    const given = { id: randomUUID(), userId: actor.userId, sha256, fileName: name, rowsTotal, now: this.clock() };
    const same = { ...request, fingerprint: fingerprintOf('POST', 'imports', { sha256 }) };
    const begun: string[] = [];
    const answer = await onceFor(this.database, actor, same, async (tx) => {
      const { job, fresh } = await importJobStore(tx).begin(given);
      if (fresh) begun.push(job.id);
      return importView(job);
    });
    // Only now is the job seen by everybody; a request that is repeated begins none.
    for (const id of begun) this.runner.start(id, sheets, importer);
    return answer;
  }

  /** The imports that the actor sent last. */
  async latest(actor: RequestActor): Promise<ImportList> {
    return { items: (await importJobStore(this.database).latestOf(actor.userId, LATEST)).map(importView) };
  }

  /** How an import stands. Throws NOT_FOUND for one of somebody else. */
  async view(actor: RequestActor, id: string): Promise<ImportView> {
    return importView(await this.#own(actor, id));
  }

  /** The workbook with what is wrong beside every row. Throws NOT_FOUND when there is none. */
  async report(actor: RequestActor, id: string): Promise<Buffer> {
    await this.#own(actor, id);
    const sealed = await importJobStore(this.database).report(id);
    if (sealed === null) throw new NotFound('ImportReport');
    return importStore(this.database, this.#cipher).openReport(id, sealed);
  }

  async #own(actor: RequestActor, id: string): Promise<ImportJob> {
    const job = await importJobStore(this.database).byId(id);
    if (job?.userId !== actor.userId) throw new NotFound('Import');
    return job;
  }

  /** Registry officers import for their registries, administrators for all. Throws AUTH_NOT_ALLOWED (403). */
  #importerOf(actor: RequestActor): Importer {
    const registries = unitsOf(actor, ['REGISTRY_OFFICER']);
    const everywhere = actor.grants.some(({ role }) => role === 'ADMIN');
    if (!everywhere && registries.length === 0) throw new AuthNotAllowed({ action: 'create', resource: 'Import' });
    return {
      registryUnitIds: everywhere ? null : registries,
      mayWaive: registries.length > 0,
      today: shanghaiDate(this.clock()),
    };
  }
}
