import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { NotFound } from '#domain/errors.js';
import { missingEvidence } from '#domain/venture-round/activity.rule.js';
import { progressOf } from '#domain/venture-round/evaluation.rule.js';
import { VentureRoundSettings } from '#domain/venture-round/settings.js';
import { VENTURE_PROJECT } from '#domain/venture-round/states.js';
import type { Database } from '#prisma/client.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { executionStore } from '#prisma/stores/venture-money/execution.store.js';
import { projectReadingStore } from '#prisma/stores/venture-money/project-reading.store.js';
import { CaseAccess } from '../cases/case-access.js';
import { keyOf, page, type PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';
import type { ProgressView } from './reading.schemas.js';

const DatedCursor = z.tuple([z.iso.date(), z.string().max(128)]);

/** The records of a project's execution, for whoever may read its case. */
@Injectable()
export class ProjectReadingService {
  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly access: CaseAccess,
  ) {}

  async activities(actor: RequestActor, caseNo: string, { cursor, limit }: PageQuery) {
    const row = await this.#project(actor, caseNo);
    const { photosMin } = VentureRoundSettings.parse(row.config);
    const rows = await this.#store.activities(row.id, afterOf(cursor), limit + 1);
    return page(
      rows,
      limit,
      ({ startsOn, id }) => [startsOn, id],
      ({ confirmedAt, ...each }) => {
        const proofs = {
          photoUploadIds: each.photos.map(({ uploadId }) => uploadId),
          ...(each.signInSheet === null ? {} : { signInUploadId: each.signInSheet.uploadId }),
        };
        return { ...each, confirmedAt: isoOrNull(confirmedAt), missing: missingEvidence(proofs, photosMin) };
      },
    );
  }

  async vouchers(actor: RequestActor, caseNo: string, { cursor, limit }: PageQuery) {
    const row = await this.#project(actor, caseNo);
    const budget = await executionStore(this.database).budget(row.id);
    const rows = await this.#store.vouchers(row.id, afterOf(cursor), limit + 1);
    return page(
      rows,
      limit,
      ({ spentOn, id }) => [spentOn, id],
      ({ uploadId, name, recordedAt, ...each }) => ({
        ...each,
        item: budget[each.line]?.item ?? '',
        file: { uploadId, name },
        recordedAt: recordedAt.toISOString(),
      }),
    );
  }

  /** What was promised, what was done, and what was made of it. */
  async progress(actor: RequestActor, caseNo: string): Promise<ProgressView> {
    const row = await this.#project(actor, caseNo);
    const store = this.#store;
    const [totals, objectives, reports, evaluations, changes, agreement, budget] = await Promise.all([
      store.totals(row.id),
      store.objectives(row.id),
      store.reports(row.id),
      store.evaluations(row.id),
      store.changes(row.id),
      this.database.rows.fundingAgreement.findUnique({ where: { projectId: row.id } }),
      executionStore(this.database).budget(row.id),
    ]);
    const users = await caseReadingStore(this.database).userNames([
      ...reports.map(({ filedBy }) => filedBy),
      ...evaluations.flatMap(({ evaluatorUserId }) => evaluatorUserId ?? []),
      ...changes.map(({ askedBy }) => askedBy),
    ]);
    const nameOf = (id: string): string => users.get(id) ?? '';
    const { termFrom = null, termTo = null } = agreement ?? {};
    return {
      term: termFrom === null || termTo === null ? null : { from: dayOf(termFrom), to: dayOf(termTo) },
      photosMin: VentureRoundSettings.parse(row.config).photosMin,
      totals,
      objectives: [...progressOf(objectives, reports.at(-1)?.reached ?? {})],
      reports: reports.map(({ filedBy, filedAt, ...each }) => ({
        ...each,
        filedBy: nameOf(filedBy),
        filedAt: filedAt.toISOString(),
      })),
      evaluations: evaluations.map(({ no, kind, result, evaluatorUserId, acceptedFen, at }) => ({
        ...{ no, kind, result, at: at.toISOString() },
        evaluator: evaluatorUserId === null ? null : nameOf(evaluatorUserId),
        acceptedFen: acceptedFen === null ? null : Number(acceptedFen),
      })),
      changes: changes.map(({ id, change, status, askedBy, askedAt, decidedAt }) => ({
        ...{ id, kind: change.kind, status, askedBy: nameOf(askedBy) },
        ...{ askedAt: askedAt.toISOString(), decidedAt: isoOrNull(decidedAt) },
        months: change.kind === 'EXTENSION' ? change.months : null,
        lines: (change.kind === 'BUDGET' ? change.lines : []).map(({ line, newFen }) => ({
          ...{ line, newFen, item: budget[line]?.item ?? '', agreedFen: budget[line]?.agreedFen ?? 0 },
        })),
      })),
    };
  }

  get #store() {
    return projectReadingStore(this.database);
  }

  async #project(actor: RequestActor, caseNo: string): Promise<CaseRow> {
    const row = await this.access.readable(actor, caseNo);
    if (row.matter !== VENTURE_PROJECT.slug) throw new NotFound('Project');
    return row;
  }
}

function afterOf(cursor: string | undefined) {
  const key = keyOf(cursor, DatedCursor);
  return key === null ? null : { day: key[0], id: key[1] };
}

const dayOf = (day: Date): string => day.toISOString().slice(0, 10);
const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
