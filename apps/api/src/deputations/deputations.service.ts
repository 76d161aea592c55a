import { Injectable } from '@nestjs/common';

import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { deputationStore } from '#prisma/stores/deputation.store.js';
import { abilityFor, ensureCan } from '../access/ability.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { DeputationInvalid } from './deputation.errors.js';
import type { CreateDeputation } from './deputation.schemas.js';

/** Standing deputies: who acts for whom, when and in what. */
@Injectable()
export class DeputationsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  async list({ userId }: RequestActor) {
    return { items: await deputationStore(this.database).of(userId) };
  }

  /** Refuses the principal as deputy, dates that overlap with the same deputy, and a deputy without any role at the principal's unit. */
  create(actor: RequestActor, asked: CreateDeputation, request: IdempotentRequest) {
    const [principalId, deputyId, now] = [actor.userId, asked.deputyId, new Date(this.clock())];
    ensureCan(abilityFor(actor), 'create', 'Deputation', { principalId, deputyId });
    const deputation = { ...asked, principalId, from: new Date(asked.from), to: new Date(asked.to) };
    if (deputation.to <= deputation.from || deputation.to <= now) throw new DeputationInvalid('DATES');
    if (deputyId === principalId) throw new DeputationInvalid('SELF');
    return onceFor(this.database, actor, request, async (tx) => {
      const store = deputationStore(tx);
      if (!(await store.shareUnit(principalId, deputyId, now))) throw new DeputationInvalid('NO_COMMON_UNIT');
      if (await store.overlaps(deputation)) throw new DeputationInvalid('OVERLAP');
      return store.byId(await store.create(deputation));
    });
  }

  async revoke(actor: RequestActor, id: string, request: IdempotentRequest) {
    const deputation = await deputationStore(this.database).byId(id);
    if (deputation === null) throw new NotFound('Deputation');
    ensureCan(abilityFor(actor), 'delete', 'Deputation', deputation);
    return onceFor(this.database, actor, request, async (tx) => {
      await deputationStore(tx).revoke(id, new Date(this.clock()));
      return { done: true };
    });
  }

  /** Who else holds a role at a unit of the actor's; nobody for who holds none. */
  async colleagues({ userId, grants }: RequestActor) {
    const unitIds = grants.flatMap(({ unitId }) => unitId ?? []);
    return { items: await deputationStore(this.database).colleagues(userId, unitIds, new Date(this.clock())) };
  }

  /** Whom a user stands in for at `now` (epoch ms), in `matter` (null = in any). It never goes on to the principal's own principals. */
  principalsOf(userId: string, now: number, matter: string | null): Promise<string[]> {
    return deputationStore(this.database).principalsOf(userId, new Date(now), matter);
  }
}
