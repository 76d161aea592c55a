import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { NotFound } from '#domain/errors.js';
import { partyCoverage } from '#domain/organisation/party-coverage.rule.js';
import type { Database } from '#prisma/client.js';
import { once } from '#prisma/stores/idempotency.store.js';
import { organisationStore } from '#prisma/stores/organisation.store.js';
import type { Organisation } from '#prisma/stores/organisation.store.js';
import { partyLifeStore } from '#prisma/stores/party-life.store.js';
import { partyOrganisationStore } from '#prisma/stores/party-organisation.store.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { keyOf, page } from '../http/paging.js';
import type { Page } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { FactsChanged } from './facts-changed.js';
import { ensureMayIdentify, ensureMayRead, ensureMayRecord, readableOrganisations } from './organisation-rights.js';
import type {
  CouncilChange,
  Identification,
  OrganisationDetail,
  OrganisationQuery,
  OrganisationView,
  StandingChange,
  UnitQuery,
  UnitView,
} from './organisation.schemas.js';
import { organisationView, unitView } from './views.js';

const LastId = z.tuple([z.string()]);

/** Units and organisations: who may see them, and what is recorded of their councils. */
@Injectable()
export class OrganisationsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly facts: FactsChanged,
  ) {}

  async units({ cursor, limit, parentId, divisionCode, agencyType }: UnitQuery): Promise<Page<UnitView>> {
    const after = keyOf(cursor, LastId)?.[0] ?? null;
    const found = await unitStore(this.database).list({
      after,
      limit: limit + 1,
      ...(parentId === undefined ? {} : { parentId }),
      ...(divisionCode === undefined ? {} : { divisionCode }),
      ...(agencyType === undefined ? {} : { agencyType }),
    });
    return page(found, limit, ({ id }) => [id], unitView);
  }

  async list(actor: RequestActor, query: OrganisationQuery): Promise<Page<OrganisationView>> {
    const { cursor, limit, unitId, divisionCode, name, legalStatus } = query;
    const found = await organisationStore(this.database).list({
      ids: readableOrganisations(actor),
      after: keyOf(cursor, LastId)?.[0] ?? null,
      limit: limit + 1,
      ...(unitId === undefined ? {} : { unitId }),
      ...(divisionCode === undefined ? {} : { divisionCode }),
      ...(name === undefined ? {} : { name }),
      ...(legalStatus === undefined ? {} : { legalStatus }),
    });
    return page(found, limit, ({ id }) => [id], organisationView);
  }

  async detail(actor: RequestActor, id: string): Promise<OrganisationDetail> {
    const organisation = await this.existing(id);
    ensureMayRead(actor, organisation);
    const partyOrganisations = await partyOrganisationStore(this.database).covering(id);
    const history = await organisationStore(this.database).councilHistory(id);
    return {
      ...organisationView(organisation),
      // Instructors and three-ones come with their own matter (M09).
      partyCoverage: partyCoverage({ partyOrganisations, instructorPaired: false, threeOnesComplete: false }),
      councilHistory: history.map(({ at, kind, before, after, heldOn, approvalDoc }) => ({
        ...{ kind, before, after, heldOn, approvalDoc },
        at: new Date(at).toISOString(),
      })),
    };
  }

  /** Records an election or a postponement, then lets the running cases look again. */
  async changeCouncil(
    actor: RequestActor,
    id: string,
    change: CouncilChange,
    request: IdempotentRequest,
  ): Promise<unknown> {
    const organisation = await this.existing(id);
    ensureMayRecord(actor, organisation);
    const now = this.clock();
    const by = { userId: actor.userId, today: shanghaiDate(now), now };
    const { body } = await once(this.database, { userId: actor.userId, ...request }, async (tx) => {
      const store = organisationStore(tx);
      if ('reElection' in change) {
        const { councilSize, ...election } = change.reElection;
        // A running case judges the day by its own clock, and is told next.
        const running = await partyLifeStore(this.database).living(id);
        const today = running.length > 0 && election.heldOn > by.today ? election.heldOn : by.today;
        const sized = councilSize === undefined ? election : { ...election, size: councilSize };
        return { status: 201, body: organisationView(await store.reElected(id, sized, { ...by, today })) };
      }
      return { status: 201, body: organisationView(await store.postponed(id, change.postponement, by)) };
    });
    await this.facts.factsChanged(organisation.id);
    return body;
  }

  async identify(actor: RequestActor, id: string, code: Identification, request: IdempotentRequest): Promise<unknown> {
    ensureMayIdentify(actor, await this.existing(id));
    const { body } = await once(this.database, { userId: actor.userId, ...request }, async (tx) => ({
      status: 200,
      body: organisationView(await organisationStore(tx).identify(id, code)),
    }));
    return body;
  }

  /** Records that the organisation ended, which its running cases are told, or that it is a charity. */
  async changeStanding(
    actor: RequestActor,
    id: string,
    change: StandingChange,
    request: IdempotentRequest,
  ): Promise<unknown> {
    const organisation = await this.existing(id);
    ensureMayIdentify(actor, organisation);
    const today = shanghaiDate(this.clock());
    const { body } = await once(this.database, { userId: actor.userId, ...request }, async (tx) => {
      const store = organisationStore(tx);
      const changed =
        'ending' in change
          ? await store.end(id, change.ending, today)
          : await store.recogniseCharity(id, change.charity);
      return { status: 200, body: organisationView(changed) };
    });
    await this.facts.factsChanged(organisation.id);
    return body;
  }

  /** Throws NOT_FOUND when there is none, or none that the actor may know of (the callers check that). */
  private async existing(id: string): Promise<Organisation> {
    const organisation = await organisationStore(this.database).byId(id);
    if (organisation === null) throw new NotFound('Organisation');
    return organisation;
  }
}
