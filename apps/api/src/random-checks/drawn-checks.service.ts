import { Injectable } from '@nestjs/common';

import { assertCheckSheet } from '#domain/annual-inspection/check-sheet.rule.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { AuthNotAllowed, CaseStateConflict, NotFound } from '#domain/errors.js';
import { DRAWN_CHECK } from '#domain/random-check/states.js';
import type { Database } from '#prisma/client.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { checkSheetStore } from '#prisma/stores/check-sheet.store.js';
import { randomCheckReadingStore } from '#prisma/stores/random-check-reading.store.js';
import type { CheckRow } from '#prisma/stores/random-check-reading.store.js';
import { CaseAccess } from '../cases/case-access.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { CheckView, SheetSave, SheetView } from './random-check.schemas.js';
import { checkView } from './views.js';

/** One check of a draw: reading it, and the sheet that its inspectors fill in together. */
@Injectable()
export class DrawnChecksService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: CaseAccess,
  ) {}

  async one(actor: RequestActor, caseNo: string): Promise<CheckView> {
    return checkView((await this.#readable(actor, caseNo)).check);
  }

  /** For the registry and its inspectors; the organisation reads the result when it is published. */
  async sheet(actor: RequestActor, caseNo: string): Promise<SheetView> {
    const { row, check } = await this.#readable(actor, caseNo);
    const official = actor.grants.some(({ unitId, role }) => unitId === row.unitId || role === 'SUPERVISOR_AUDITOR');
    if (!official && !isInspector(actor, check)) throw new NotFound('CheckSheet');
    const newest = await checkSheetStore(this.database).newest(row.id);
    return newest ?? { version: 0, sha256: null, sheet: null };
  }

  /** Throws AUTH_NOT_ALLOWED, CASE_STATE_CONFLICT, CHECK_SHEET_STALE, and every rule of a check sheet. */
  async save(
    actor: RequestActor,
    caseNo: string,
    { version, sheet }: SheetSave,
    request: IdempotentRequest,
  ): Promise<unknown> {
    const { row, check } = await this.#readable(actor, caseNo);
    if (!isInspector(actor, check)) throw new AuthNotAllowed({ action: 'update', resource: 'CheckSheet' });
    return onceFor(this.database, actor, request, async (tx) => {
      if (row.state !== 'ASSIGNED') throw new CaseStateConflict(row.state, 'fileSheet');
      const inspectors = check.inspectors.map(({ userId }) => userId);
      assertCheckSheet(sheet, { drawnOn: shanghaiDate(check.drawnAt), inspectors });
      return checkSheetStore(tx).save(row.id, version, sheet, { userId: actor.userId, at: this.clock() });
    });
  }

  async #readable(actor: RequestActor, caseNo: string): Promise<{ readonly row: CaseRow; readonly check: CheckRow }> {
    const row = await this.access.readable(actor, caseNo);
    const check = row.matter === DRAWN_CHECK.slug ? await randomCheckReadingStore(this.database).check(row.id) : null;
    if (check === null) throw new NotFound('Case');
    return { row, check };
  }
}

const isInspector = ({ userId }: RequestActor, { inspectors }: CheckRow): boolean =>
  inspectors.some((one) => one.userId === userId);
