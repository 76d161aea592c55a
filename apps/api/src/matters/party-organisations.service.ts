import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { AuthNotAllowed, FieldInvalid, NotFound } from '#domain/errors.js';
import { assertActionAllowed } from '#domain/temp-party-org/party-activity.rule.js';
import { labelOf } from '#domain/terms/term.js';
import { PARTY_ORGANISATION_TYPES } from '#domain/terms/party-terms.js';
import type { Database } from '#prisma/client.js';
import { partyLifeStore } from '#prisma/stores/party-life.store.js';
import type { PartyActivity, PartyOrganisationDetail } from '#prisma/stores/party-life.store.js';
import { organisationsOf, unitsOf } from '../access/case-filter.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import { keyOf, page } from '../http/paging.js';
import type { Page, PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { NewActivity, PartyOrganisationView } from './party-organisation.schemas.js';

const LastSeen = z.tuple([z.iso.date(), z.string().max(100)]);

/** Party organisations after their set-up: who they are, and what they do (specification M01 "After set-up"). */
@Injectable()
export class PartyOrganisationsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  async detail(actor: RequestActor, id: string): Promise<PartyOrganisationView> {
    const { unitIds: _units, caseState: _state, type, organisationIds, ...found } = await this.#readable(actor, id);
    const slug = { slug: type, ...labelOf(PARTY_ORGANISATION_TYPES, type) };
    return { ...found, type: slug, organisationIds: [...organisationIds] };
  }

  async activities(actor: RequestActor, id: string, { cursor, limit }: PageQuery): Promise<Page<PartyActivity>> {
    await this.#readable(actor, id);
    const after = keyOf(cursor, LastSeen);
    const found = await partyLifeStore(this.database).activities(id, after, limit + 1);
    return page(
      found,
      limit,
      (row) => [row.heldOn, row.id],
      (row) => row,
    );
  }

  /** Throws TPO_ACTION_NOT_ALLOWED (422) for what stays with the members' home Party organisations. */
  async add(actor: RequestActor, id: string, activity: NewActivity, request: IdempotentRequest): Promise<unknown> {
    const found = await this.#readable(actor, id);
    if (!belongs(actor, found)) throw new AuthNotAllowed({ action: 'create', resource: 'PartyActivity' });
    assertActionAllowed(activity.kind);
    if (activity.heldOn > shanghaiDate(this.clock()))
      throw new FieldInvalid('heldOn', '活动日期不能晚于今天。', 'The activity is in the future.');
    return onceFor(this.database, actor, request, () =>
      partyLifeStore(this.database).addActivity({ ...activity, partyOrgId: id, createdBy: actor.userId }),
    );
  }

  /** NOT_FOUND for what is not there or not theirs: name and secretary are INTERNAL (specification M01 "Public"). */
  async #readable(actor: RequestActor, id: string): Promise<PartyOrganisationDetail> {
    const found = await partyLifeStore(this.database).detail(id);
    if (found === null) throw new NotFound('PartyOrganisation');
    const units = unitsOf(actor);
    const readable =
      actor.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR') ||
      belongs(actor, found) ||
      found.unitIds.some((unitId) => units.includes(unitId));
    if (!readable) throw new NotFound('PartyOrganisation');
    return found;
  }
}

/** The clerk or the Party secretary of an organisation that it covers. */
function belongs(actor: RequestActor, { organisationIds }: PartyOrganisationDetail): boolean {
  return organisationsOf(actor).some((id) => organisationIds.includes(id));
}
