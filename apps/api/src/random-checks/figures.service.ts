import { Injectable } from '@nestjs/common';

import { CHECK_RESULTS } from '#domain/annual-inspection/check-sheet.rule.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { AuthNotAllowed, NotFound } from '#domain/errors.js';
import { percent } from '#domain/figure/ratio.js';
import type { Database } from '#prisma/client.js';
import { randomCheckFigureStore } from '#prisma/stores/random-check-figure.store.js';
import type { RandomCheckCounts } from '#prisma/stores/random-check-figure.store.js';
import { tempPartyOrgFigureStore } from '#prisma/stores/temp-party-org-figure.store.js';
import { unitsOf } from '../access/case-filter.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { RandomCheckFigure, RandomCheckFigures, RandomCheckFiguresQuery } from './random-check.schemas.js';

/** Figures of random checks within one's rights: an official's units with all below them, everything for an auditor. */
@Injectable()
export class RandomCheckFiguresService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  /** Throws AUTH_NOT_ALLOWED (403) without an office, NOT_FOUND for a unit outside one's own. */
  async of(actor: RequestActor, { unitId, year: asked }: RandomCheckFiguresQuery): Promise<RandomCheckFigures> {
    const now = this.clock();
    const year = asked ?? Number(shanghaiDate(now).slice(0, 4));
    const unitIds = await this.#units(actor, unitId);
    const counts = await randomCheckFigureStore(this.database).counts(unitIds, year);
    return { unitIds, year, asOf: new Date(now).toISOString(), items: figuresOf(counts) };
  }

  /** null = every unit. */
  async #units(actor: RequestActor, unitId: string | undefined): Promise<string[] | null> {
    const store = tempPartyOrgFigureStore(this.database);
    const everything = actor.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR');
    const own = unitsOf(actor);
    if (!everything && own.length === 0) throw new AuthNotAllowed({ action: 'read', resource: 'Figure' });
    if (unitId === undefined) return everything ? null : [...(await store.subtree(own))];
    const [asked, mine] = [await store.subtree([unitId]), everything ? null : await store.subtree(own)];
    if (!asked.has(unitId) || mine?.has(unitId) === false) throw new NotFound('Unit');
    return [...asked];
  }
}

function figuresOf(counts: RandomCheckCounts): RandomCheckFigure[] {
  const { draws, base, drawn, checked, published, inTime, abandoned, redraws, results } = counts;
  return [
    count(['draws', '抽查次数', 'draws'], '次', draws),
    share(['drawnShare', '抽查比例', 'share drawn'], drawn, base),
    share(['checkedShare', '检查完成率', 'checked'], checked, drawn),
    share(['publishedShare', '结果公示率', 'published'], published, drawn),
    share(['publishedInTime', '按期公示率', 'published in time'], inTime, published),
    share(['abandonedShare', '终止检查占比', 'abandoned'], abandoned, drawn),
    count(['redraws', '回避补抽', 'redraws'], '次', redraws),
    ...CHECK_RESULTS.map(({ slug, zh, en }) => share([slug, zh, en], results[slug] ?? 0, checked)),
  ];
}

type Name = readonly [metric: string, zh: string, en: string];

function count([metric, zh, en]: Name, unit: '次', numerator: number): RandomCheckFigure {
  return { metric, zh, en, unit, numerator, denominator: null, value: String(numerator) };
}

function share([metric, zh, en]: Name, numerator: number, denominator: number): RandomCheckFigure {
  return { metric, zh, en, unit: '%', numerator, denominator, value: percent(numerator, denominator, 2) };
}
