import { Injectable } from '@nestjs/common';

import { floorOf } from '#domain/annual-inspection/draw.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { DrawConfig } from '#domain/random-check/case-facts.js';
import type { Database } from '#prisma/client.js';
import { listsToFreeze } from '#prisma/stores/random-check/frozen-lists.js';
import type { FrozenLists } from '#prisma/stores/random-check/frozen-lists.js';
import { randomCheckReadingStore } from '#prisma/stores/random-check-reading.store.js';
import type { RequestActor } from '../identity/actor.js';
import { Settings } from '../matters/settings.service.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { DrawOutlook } from './random-check.schemas.js';
import { RandomChecksService } from './random-checks.service.js';

const DRAWS_SHOWN = 100;

/** What somebody who plans a draw wants to know first. The lists are those that a commitment would freeze at this moment. */
@Injectable()
export class DrawOutlookService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly draws: RandomChecksService,
  ) {}

  /** Throws AUTH_NOT_ALLOWED, FIELD_INVALID when one of several registries is to be named, DRAW_LIST_DUPLICATE. */
  async of(actor: RequestActor, asked: string | undefined): Promise<DrawOutlook> {
    const { unit } = await this.draws.registry(actor, asked);
    const at = this.clock();
    const inForce = await this.draws.inForce(at);
    const lists = await listsToFreeze(this.database.pool, {
      ...{ unitId: unit.id, today: shanghaiDate(at), at, checkedMonths: inForce.drawCheckedMonths },
      recusalYears: await this.settings.recusalYears(),
    });
    const reading = randomCheckReadingStore(this.database);
    const inspectors = await reading.inspectors([unit.id], new Date(at));
    const draws = await reading.list([unit.id], null, DRAWS_SHOWN);
    const nameOf = new Map(lists.base.map(({ id, name }) => [id, name]));
    const userOf = new Map(lists.inspectors.map(({ id, userId }) => [id, userId]));
    const userNames = new Map(inspectors.map(({ userId, name }) => [userId, name]));
    return {
      ...{ unitId: unit.id, registry: unit.name, floorPct: floorOf(unit.level, inForce) },
      ...{ ratePct: inForce.drawRatePct, rounding: inForce.drawRounding, inspectorsPerCheck: inForce.drawInspectors },
      ...{ checkedMonths: inForce.drawCheckedMonths, base: lists.base.length, scarcest: scarcestOf(lists) },
      inspectors: inspectors.map(({ userId, name, certificateNo }) => ({ userId, name, certificateNo })),
      recusals: lists.recusals.map(({ organisation, inspector }) => ({
        organisation: nameOf.get(organisation) ?? '',
        inspector: userNames.get(userOf.get(inspector) ?? '') ?? '',
      })),
      taken: draws
        .filter(({ state }) => state !== 'CANCELLED')
        .map(({ caseNo, config }) => ({ caseNo, ...yearAndPurpose(config) })),
    };
  }
}

function yearAndPurpose(config: unknown) {
  const { year, purpose } = DrawConfig.parse(config).terms;
  return { year, purpose };
}

/** Whichever organisation comes out must find enough inspectors; this one finds the fewest. */
function scarcestOf({ base, inspectors, recusals }: FrozenLists): DrawOutlook['scarcest'] {
  const away = new Map<string, number>();
  for (const { organisation } of recusals) away.set(organisation, (away.get(organisation) ?? 0) + 1);
  const [scarcest] = base.toSorted((one, other) => (away.get(other.id) ?? 0) - (away.get(one.id) ?? 0));
  if (scarcest === undefined) return null;
  return { organisation: scarcest.name, available: inspectors.length - (away.get(scarcest.id) ?? 0) };
}
