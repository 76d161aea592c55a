import { Injectable } from '@nestjs/common';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { NotFound } from '#domain/errors.js';
import type { OrganisationId } from '#domain/ids.js';
import type { Database } from '#prisma/client.js';
import { columnCipher } from '#prisma/crypto.js';
import type { ColumnCipher } from '#prisma/crypto.js';
import { once } from '#prisma/stores/idempotency.store.js';
import { organisationStore } from '#prisma/stores/organisation.store.js';
import type { Organisation } from '#prisma/stores/organisation.store.js';
import { personStore } from '#prisma/stores/person.store.js';
import type { PersonChange } from '#prisma/stores/person.store.js';
import type { ApiConfig } from '../config.js';
import { requestIdOf } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseConfig, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { FactsChanged } from './facts-changed.js';
import { ensureMayReadPeople, ensureMayRecord, ensureMayUnmask } from './organisation-rights.js';
import type { NewPerson, People, PersonParams, PersonPatch, Unmasked, Unmasking } from './person.schemas.js';
import { personView } from './views.js';

/** The people of an organisation. Every answer is masked; `unmask` is the only way to a number, and leaves a trace. */
@Injectable()
export class PeopleService {
  readonly #cipher: ColumnCipher;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseConfig() config: ApiConfig,
    @UseClock() private readonly clock: Clock,
    private readonly facts: FactsChanged,
  ) {
    this.#cipher = columnCipher(config.dataKey);
  }

  async list(actor: RequestActor, organisationId: string): Promise<People> {
    ensureMayReadPeople(actor, await this.#organisation(organisationId));
    const people = await personStore(this.database, this.#cipher).ofOrganisation(organisationId, this.#today());
    return { items: people.map(personView) };
  }

  async add(
    actor: RequestActor,
    organisationId: string,
    body: NewPerson,
    request: IdempotentRequest,
  ): Promise<unknown> {
    const organisation = await this.#organisation(organisationId);
    ensureMayRecord(actor, organisation);
    const { inCouncil, ...holder } = body;
    const answer = await once(this.database, { userId: actor.userId, ...request }, async (tx) => {
      const store = personStore(tx, this.#cipher);
      const seated = inCouncil === undefined ? holder : { ...holder, inCouncil };
      const personId = await store.add(organisationId, seated, this.#today());
      return { status: 201, body: personView(await store.inOrganisation(organisationId, personId, this.#today())) };
    });
    await this.facts.factsChanged(organisation.id);
    return answer.body;
  }

  async change(
    actor: RequestActor,
    { id, personId }: PersonParams,
    patch: PersonPatch,
    request: IdempotentRequest,
  ): Promise<unknown> {
    ensureMayRecord(actor, await this.#organisation(id));
    const answer = await once(this.database, { userId: actor.userId, ...request }, async (tx) => {
      const store = personStore(tx, this.#cipher);
      await store.change(id, personId, given(patch), this.#today());
      return { status: 200, body: personView(await store.inOrganisation(id, personId, this.#today())) };
    });
    // A membership belongs to the person, so every council in which the person sits may have changed.
    const concerned = await personStore(this.database, this.#cipher).organisationsOf(personId);
    await this.#lookAgain(concerned);
    return answer.body;
  }

  async unmask(
    actor: RequestActor,
    { id, personId }: PersonParams,
    { field, purpose }: Unmasking,
    { key, fingerprint }: IdempotentRequest,
  ): Promise<Unmasked> {
    ensureMayReadPeople(actor, await this.#organisation(id));
    const store = personStore(this.database, this.#cipher);
    await store.inOrganisation(id, personId, this.#today());
    ensureMayUnmask(actor, personId, await store.unitsConcernedWith(personId));
    const readId = requestIdOf(actor.userId, `${key}\n${fingerprint}`);
    const { userId, ip } = actor;
    return { field, value: await store.unmask(personId, field, { readId, userId, purpose, ip }) };
  }

  async #organisation(id: string): Promise<Organisation> {
    const organisation = await organisationStore(this.database).byId(id);
    if (organisation === null) throw new NotFound('Organisation');
    return organisation;
  }

  async #lookAgain(organisationIds: readonly OrganisationId[]): Promise<void> {
    await Promise.all(organisationIds.map((id) => this.facts.factsChanged(id)));
  }

  #today() {
    return shanghaiDate(this.clock());
  }
}

/** What was sent; a field that was not sent must not be there at all. */
function given({ phone, membership, relationStatus, endPost }: PersonPatch): PersonChange {
  return {
    ...(phone === undefined ? {} : { phone }),
    ...(membership === undefined ? {} : { membership }),
    ...(relationStatus === undefined ? {} : { relationStatus }),
    ...(endPost === undefined ? {} : { endPost }),
  };
}
