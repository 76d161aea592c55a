import { Injectable } from '@nestjs/common';

import { EMPTY_TALLY, rollUp } from '#domain/annual-inspection/season-figures.js';
import { AuthNotAllowed, FieldInvalid, NotFound } from '#domain/errors.js';
import { isCaseNumber } from '#domain/identifier/case-number.js';
import type { Database } from '#prisma/client.js';
import type { SeasonRow } from '#prisma/stores/season-reading.store.js';
import { seasonReadingStore } from '#prisma/stores/season-reading.store.js';
import { seasonStore } from '#prisma/stores/season.store.js';
import { divisionPrefix } from '#prisma/stores/unit.store.js';
import { requestIdOf } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import type { RequestActor } from '../identity/actor.js';
import { requireSecondFactor } from '../identity/second-factor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { figuresAdded, figuresNow, figuresThen, isMetric } from './figure-view.js';
import { SeasonAccess } from './season-access.js';
import type {
  Correction,
  DivisionFigures,
  DivisionQuery,
  Figure,
  FigureQuery,
  PublicFigures,
  SeasonFigureView,
} from './season.schemas.js';

/** The figures of seasons: of a registry's own level, and rolled up with the registries below it. */
@Injectable()
export class SeasonFiguresService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: SeasonAccess,
  ) {}

  /** As they are now, or as they were frozen. Throws NOT_FOUND, also for a day on which nothing was frozen. */
  async season(actor: RequestActor, caseNo: string, { asOf }: FigureQuery): Promise<SeasonFigureView> {
    const { caseId, inspectedYear, registry, divisionCode } = await this.access.readable(actor, caseNo);
    const reading = seasonReadingStore(this.database);
    const below = (await reading.within(divisionPrefix(divisionCode), inspectedYear)).filter(
      (season) => season.caseId !== caseId,
    );
    const seasons = below.map((season) => ({
      caseNo: season.caseNo,
      registry: season.registry,
      divisionCode: season.divisionCode,
    }));
    const { own, items } = await (asOf === undefined
      ? this.#now(
          caseId,
          below.map((season) => season.caseId),
        )
      : this.#then(
          caseId,
          below.map((season) => season.caseId),
          asOf,
        ));
    const frozenOn = await this.#frozenOn(caseId);
    return { caseNo, inspectedYear, registry, asOf: asOf ?? null, frozenOn, own, rolledUp: { seasons, items } };
  }

  /** Every season of a year in a division: each registry's own level, and all together. */
  async division(actor: RequestActor, { inspectedYear, divisionCode }: DivisionQuery): Promise<DivisionFigures> {
    const filter = await this.access.filterOf(actor);
    const prefix = divisionPrefix(divisionCode);
    const may = 'all' in filter || filter.divisions.some((division) => prefix.startsWith(division));
    if (!may) throw new AuthNotAllowed({ action: 'read', resource: 'Figure' });
    const found = await seasonReadingStore(this.database).within(prefix, inspectedYear);
    const tallies = await Promise.all(found.map(({ caseId }) => seasonStore(this.database).tally(caseId)));
    const seasons = found.map(({ caseNo, registry, divisionCode: code }, n) => ({
      ...{ caseNo, registry, divisionCode: code },
      items: figuresNow(tallies[n] ?? EMPTY_TALLY),
    }));
    return { inspectedYear, divisionCode, items: figuresNow(rollUp(EMPTY_TALLY, tallies)), seasons };
  }

  /** Adds a figure beside the one that was frozen wrongly; only the leader of the registry does. Answers the figures of that day. */
  async correct(
    actor: RequestActor,
    caseNo: string,
    { asOf, metric, numerator, denominator, reason }: Correction,
    request: IdempotentRequest,
  ): Promise<SeasonFigureView> {
    const { caseId, registryUnitId } = await this.access.readable(actor, caseNo);
    const leads = actor.grants.some(({ role, unitId }) => role === 'REGISTRY_LEADER' && unitId === registryUnitId);
    if (!leads) throw new AuthNotAllowed({ action: 'update', resource: 'Figure' });
    requireSecondFactor(actor, 'REGISTRY_LEADER');
    if (!isMetric(metric)) throw new FieldInvalid('metric', '没有该指标。', 'There is no such figure.');
    if (numerator > denominator)
      throw new FieldInvalid('numerator', '分子不能大于分母。', 'The numerator cannot be more than the denominator.');
    const store = seasonStore(this.database);
    if ((await store.frozen(caseId, asOf)).length === 0) throw new NotFound('MetricSnapshot');
    const requestId = requestIdOf(actor.userId, request.key);
    await store.correctFigure(
      { seasonId: caseId, asOf, metric, numerator, denominator, reason, requestId },
      this.clock(),
    );
    return this.season(actor, caseNo, { asOf });
  }

  /** What everybody may see: frozen figures, by default those of the last day. NOT_FOUND before any are frozen. */
  async published(caseNo: string, asOf: string | undefined): Promise<PublicFigures> {
    const season = isCaseNumber(caseNo) ? await seasonReadingStore(this.database).find(caseNo, { all: true }) : null;
    if (season === null) throw new NotFound('Season');
    const frozenOn = await this.#frozenOn(season.caseId);
    const day = asOf ?? frozenOn.at(-1);
    const items = day === undefined ? [] : await this.#frozen(season.caseId, day);
    if (day === undefined || items.length === 0) throw new NotFound('MetricSnapshot');
    return publicOf(season, day, frozenOn, items);
  }

  async #now(seasonId: string, below: readonly string[]) {
    const store = seasonStore(this.database);
    const [own, ...children] = await Promise.all([seasonId, ...below].map((id) => store.tally(id)));
    const tally = own ?? EMPTY_TALLY;
    return { own: figuresNow(tally), items: figuresNow(rollUp(tally, children)) };
  }

  async #then(seasonId: string, below: readonly string[], asOf: string) {
    const all = await Promise.all([seasonId, ...below].map((id) => this.#frozen(id, asOf)));
    const own = all[0] ?? [];
    if (own.length === 0) throw new NotFound('MetricSnapshot');
    return { own, items: figuresAdded(all) };
  }

  async #frozen(seasonId: string, asOf: string): Promise<Figure[]> {
    return figuresThen(await seasonStore(this.database).frozen(seasonId, asOf));
  }

  async #frozenOn(seasonId: string): Promise<string[]> {
    return [...new Set((await seasonStore(this.database).frozen(seasonId, null)).map(({ asOf }) => asOf))];
  }
}

const publicOf = (
  { caseNo, registry, inspectedYear }: SeasonRow,
  asOf: string,
  frozenOn: string[],
  items: Figure[],
): PublicFigures => ({ caseNo, registry, inspectedYear, asOf, frozenOn, items });
