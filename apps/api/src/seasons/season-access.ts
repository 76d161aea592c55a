import { Injectable } from '@nestjs/common';

import { NotFound } from '#domain/errors.js';
import { isCaseNumber } from '#domain/identifier/case-number.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '#prisma/client.js';
import type { SeasonFilter, SeasonRow } from '#prisma/stores/season-reading.store.js';
import { seasonReadingStore } from '#prisma/stores/season-reading.store.js';
import { divisionPrefix, unitStore } from '#prisma/stores/unit.store.js';
import { unitsOf } from '../access/case-filter.js';
import type { RequestActor } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';

/** Who acts for a registry. */
export const REGISTRY_ROLES: readonly Role[] = ['REGISTRY_OFFICER', 'REGISTRY_LEADER'];

/** Which seasons somebody may see: those of one's unit, as a registry also those of the registries below, as an auditor every one. */
@Injectable()
export class SeasonAccess {
  constructor(@UseDatabase() private readonly database: Database) {}

  async filterOf(actor: RequestActor): Promise<SeasonFilter> {
    if (actor.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR')) return { all: true };
    const registries = await Promise.all(unitsOf(actor, REGISTRY_ROLES).map((id) => unitStore(this.database).byId(id)));
    const divisions = registries.flatMap((unit) => (unit === null ? [] : [divisionPrefix(unit.divisionCode)]));
    return { unitIds: unitsOf(actor), divisions };
  }

  /** The season of a number, or NOT_FOUND: also for one that is not theirs to see. */
  async readable(actor: RequestActor, caseNo: string): Promise<SeasonRow> {
    const found = isCaseNumber(caseNo)
      ? await seasonReadingStore(this.database).find(caseNo, await this.filterOf(actor))
      : null;
    if (found === null) throw new NotFound('Season');
    return found;
  }
}
