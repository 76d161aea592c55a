import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { administrationStore } from '#prisma/stores/administration.store.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import type { UnitChange } from '#prisma/stores/unit.store.js';
import { abilityFor, ensureCan } from '../access/ability.js';
import type { Action } from '../access/subjects.js';
import { ReferenceUnknown } from '../administration/errors.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { unitView } from '../organisations/views.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { UnitBelowItself, UnitNameTaken } from './errors.js';
import type { NewUnit, UnitPatch, UnitSetup } from './unit.schemas.js';

/** Sets up the tree of units. Every change is a line in the chain of administration. */
@Injectable()
export class UnitSetupService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  detail(actor: RequestActor, id: string): Promise<UnitSetup> {
    this.#ensureMay(actor, 'update', id);
    return setupOf(this.database, id);
  }

  /** Throws UNIT_NAME_TAKEN (409) for a second unit of the name in the division, REFERENCE_UNKNOWN (422) for a superior that is none. */
  create(actor: RequestActor, unit: NewUnit, request: IdempotentRequest): Promise<unknown> {
    this.#ensureMay(actor, 'create', '*');
    return onceFor(this.database, actor, request, async (tx) => {
      const id = randomUUID();
      await ensureNameFree(tx, unit.name, unit.divisionCode, id);
      await ensureParent(tx, id, unit.parentId);
      await unitStore(tx).add({ id, ...unit });
      await this.#log(tx, actor, 'unit.created', id, { name: unit.name, parentId: unit.parentId });
      return setupOf(tx, id);
    });
  }

  /** Throws as `create`, and UNIT_BELOW_ITSELF (422) for a superior that stands below the unit. */
  change(actor: RequestActor, id: string, patch: UnitPatch, request: IdempotentRequest): Promise<unknown> {
    this.#ensureMay(actor, 'update', id);
    return onceFor(this.database, actor, request, async (tx) => {
      const { divisionCode } = await setupOf(tx, id);
      if (patch.name !== undefined) await ensureNameFree(tx, patch.name, divisionCode, id);
      await ensureParent(tx, id, patch.parentId ?? null);
      const leader = patch.leaderUserId ?? null;
      if (leader !== null && (await administrationStore(tx).user(leader)) === null)
        throw new ReferenceUnknown('leaderUserId');
      const change = given(patch);
      await unitStore(tx).change(id, change);
      await this.#log(tx, actor, 'unit.changed', id, { ...change });
      return setupOf(tx, id);
    });
  }

  #ensureMay(actor: RequestActor, action: Action, id: string): void {
    ensureCan(abilityFor(actor), action, 'Unit', { id });
  }

  #log(
    tx: Database,
    actor: RequestActor,
    act: string,
    subject: string,
    facts: Readonly<Record<string, string | null>>,
  ): Promise<void> {
    return administrationStore(tx).log({ act, actorId: actor.userId, at: this.clock(), subject, facts });
  }
}

async function setupOf(database: Database, id: string): Promise<UnitSetup> {
  const unit = await unitStore(database).inTransaction(id);
  if (unit === null) throw new NotFound('Unit');
  const { leaderUserId } = unit;
  const leader = leaderUserId === null ? null : await administrationStore(database).user(leaderUserId);
  return { ...unitView(unit), leader: leader === null ? null : { userId: leader.id, name: leader.name } };
}

async function ensureNameFree(tx: Database, name: string, divisionCode: string, id: string): Promise<void> {
  if (await unitStore(tx).nameTaken(name, divisionCode, id)) throw new UnitNameTaken(name);
}

async function ensureParent(tx: Database, id: string, parentId: string | null): Promise<void> {
  if (parentId === null) return;
  const line = await unitStore(tx).lineOf(parentId);
  if (line.length === 0) throw new ReferenceUnknown('parentId');
  if (line.includes(id)) throw new UnitBelowItself();
}

/** What was sent; a field that was not sent must not be there at all. */
function given({ name, parentId, docWord, leaderUserId }: UnitPatch): UnitChange {
  return {
    ...(name === undefined ? {} : { name }),
    ...(parentId === undefined ? {} : { parentId }),
    ...(docWord === undefined ? {} : { docWord }),
    ...(leaderUserId === undefined ? {} : { leaderUserId }),
  };
}
