import { Injectable } from '@nestjs/common';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { NotFound } from '#domain/errors.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { checkedSheet } from '#domain/venture-round/sheet.js';
import type { Database } from '#prisma/client.js';
import { conflictsOf } from '#prisma/stores/venture-judging/conflict-facts.js';
import { judgeStore } from '#prisma/stores/venture-judging/judge.store.js';
import { roundOfProject } from '#prisma/stores/venture-judging/round-facts.js';
import { sheetStore } from '#prisma/stores/venture-judging/sheet.store.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Settings } from './settings.service.js';

/** What a lock goes to the project's workflow with: the version that the judge saw, and the sealed sheet. */
export interface LockFacts {
  readonly version: number;
  readonly sheet: string;
}

/** Sheets that are about to be locked: checked whole and kept, so that nothing of them is in a history. */
@Injectable()
export class SheetSeals {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Throws NOT_FOUND, VEN_SHEET_LOCKED, VEN_SHEET_VERSION, VEN_JUDGE_CONFLICT, and every rule of a sheet. */
  async seal(userId: string, projectId: string, version: number): Promise<LockFacts> {
    const sheets = sheetStore(this.database);
    const judge = await judgeStore(this.database).ofUser(userId);
    if (judge === null) throw new NotFound('ScoreSheet');
    await sheets.assertAssigned(projectId, judge.id);
    const sheet = await sheets.find(projectId, judge.id);
    if (sheet.status === 'LOCKED' || sheet.status === 'UNLOCKING')
      throw new VentureRoundRefusal('VEN_SHEET_LOCKED', { projectId, lockedAt: sheet.lockedAt });
    if (sheet.version !== version)
      throw new VentureRoundRefusal('VEN_SHEET_VERSION', { seen: version, current: sheet.version }, 'facts.version');
    const { roundId, configuration } = await roundOfProject(this.database.pool, projectId);
    await this.#assertNoConflict(roundId, judge.id, projectId);
    const values = Object.fromEntries(Object.entries(sheet.halves).map(([criterion, half]) => [criterion, half / 2]));
    const checked = checkedSheet({ projectId, values, comment: sheet.comment }, configuration.scoring.criteria);
    return { version, sheet: await sheets.seal({ roundId, judgeId: judge.id }, checked, this.clock()) };
  }

  /** A tie that came about, or became known, after the assignment. */
  async #assertNoConflict(roundId: string, judgeId: string, projectId: string): Promise<void> {
    const when = { today: shanghaiDate(this.clock()), recusalYears: await this.settings.recusalYears() };
    const found = await conflictsOf(this.database.pool, roundId, [judgeId], when, projectId);
    const [tie] = found;
    if (tie !== undefined) throw new VentureRoundRefusal('VEN_JUDGE_CONFLICT', { projectId, grounds: tie.grounds });
  }
}
