import { Injectable } from '@nestjs/common';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';

import { NotFound } from '#domain/errors.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '#prisma/client.js';
import { administrationStore } from '#prisma/stores/administration.store.js';
import type { UserRow } from '#prisma/stores/administration.store.js';
import { signInFailureStore } from '#prisma/stores/sign-in-failure.store.js';
import { abilityFor, ensureCan } from '../access/ability.js';
import { ORGANISATION_ROLES } from '../access/case-filter.js';
import type { Action } from '../access/subjects.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import { keyOf, page } from '../http/paging.js';
import type { Page } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { Sessions } from '../identity/sessions.js';
import { attemptsOf } from '../identity/sign-in-throttle.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { GrantInvalid, NotYourself, ReferenceUnknown, UsernameTaken } from './errors.js';
import type { CreateGrant, CreateUser, GrantParams, UserQuery } from './user.schemas.js';

const LastId = z.tuple([z.string()]);
const EVERYWHERE: readonly Role[] = ['ADMIN', 'SUPERVISOR_AUDITOR'];

type Facts = Readonly<Record<string, string | number | null>>;

/** Users and their roles, for administrators. Every change is a line in the chain of administration. */
@Injectable()
export class UsersService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  async list(actor: RequestActor, { cursor, limit, q }: UserQuery): Promise<Page<UserRow>> {
    ensureCan(abilityFor(actor), 'read', 'User', { id: '*' });
    const store = administrationStore(this.database);
    const rows = await store.users(keyOf(cursor, LastId)?.[0] ?? null, limit, q);
    const grants = await store.grants(...rows.map(({ id }) => id));
    const now = new Date(this.clock());
    return page(
      rows,
      limit,
      ({ id }) => [id],
      (row) => ({
        ...row,
        grants: grants.filter(({ userId, validTo }) => userId === row.id && (validTo === null || validTo > now)),
      }),
    );
  }

  async detail(actor: RequestActor, id: string) {
    const user = await this.#user(actor, 'read', id);
    return { ...user, grants: await administrationStore(this.database).grants(id) };
  }

  async create(actor: RequestActor, { username, name, personId, password }: CreateUser, request: IdempotentRequest) {
    ensureCan(abilityFor(actor), 'create', 'User', { id: '*' });
    const passwordHash = await hashPassword(password);
    return onceFor(this.database, actor, request, async (tx) => {
      const store = administrationStore(tx);
      if (await store.usernameTaken(username)) throw new UsernameTaken(username);
      if (personId !== undefined && !(await store.personExists(personId))) throw new ReferenceUnknown('personId');
      const user = await store.createUser({ username, name, personId: personId ?? null, passwordHash });
      await this.#log(tx, actor, 'user.created', user.id, { personId: user.personId });
      return user;
    });
  }

  /** A disabled user's sessions end at once. */
  async setDisabled(actor: RequestActor, id: string, disabled: boolean, request: IdempotentRequest) {
    await this.#user(actor, 'update', id);
    if (id === actor.userId) throw new NotYourself();
    return this.#change(actor, id, request, async (tx) => {
      await administrationStore(tx).setDisabled(id, disabled ? new Date(this.clock()) : null);
      await this.#log(tx, actor, disabled ? 'user.disabled' : 'user.enabled', id, {});
    });
  }

  /** Opens an account that was throttled after wrong passwords or codes. */
  async unlock(actor: RequestActor, id: string, request: IdempotentRequest) {
    const { username } = await this.#user(actor, 'update', id);
    return this.#change(actor, id, request, async (tx) => {
      await administrationStore(tx).unlockSecondFactor(id);
      if (username !== null) await signInFailureStore(this.database).forget(attemptsOf(username));
      await this.#log(tx, actor, 'user.unlocked', id, {});
    });
  }

  async grant(actor: RequestActor, id: string, asked: CreateGrant, request: IdempotentRequest) {
    await this.#user(actor, 'read', id);
    ensureCan(abilityFor(actor), 'create', 'Grant', { userId: id });
    const { role, unitId = null, organisationId = null } = asked;
    const validFrom = asked.validFrom === undefined ? new Date(this.clock()) : new Date(asked.validFrom);
    const validTo = asked.validTo === undefined ? null : new Date(asked.validTo);
    ensureGrantComplete(role, unitId, organisationId, validFrom, validTo);
    const answer = await onceFor(this.database, actor, request, async (tx) => {
      const store = administrationStore(tx);
      const exist = await store.exist({ unitId, organisationId });
      if (!exist.unit) throw new ReferenceUnknown('unitId');
      if (!exist.organisation) throw new ReferenceUnknown('organisationId');
      const grantId = await store.createGrant({ userId: id, role, unitId, organisationId, validFrom, validTo });
      await this.#log(tx, actor, 'grant.created', id, { grantId, role, unitId, organisationId });
      return { id: grantId };
    });
    this.sessions.forgetUser(id);
    return answer;
  }

  async endGrant(actor: RequestActor, { id, grantId }: GrantParams, request: IdempotentRequest) {
    await this.#user(actor, 'read', id);
    const grant = await administrationStore(this.database).grantOf(grantId);
    if (grant?.userId !== id) throw new NotFound('Grant');
    ensureCan(abilityFor(actor), 'delete', 'Grant', { userId: id });
    if (id === actor.userId && grant.role === 'ADMIN') throw new NotYourself();
    return this.#change(actor, id, request, async (tx) => {
      await administrationStore(tx).endGrant(grantId, new Date(this.clock()));
      await this.#log(tx, actor, 'grant.ended', id, { grantId, role: grant.role });
    });
  }

  async #user(actor: RequestActor, action: Action, id: string): Promise<UserRow> {
    ensureCan(abilityFor(actor), action, 'User', { id });
    const user = await administrationStore(this.database).user(id);
    if (user === null) throw new NotFound('User');
    return user;
  }

  async #change(
    actor: RequestActor,
    userId: string,
    request: IdempotentRequest,
    run: (tx: Database) => Promise<void>,
  ): Promise<unknown> {
    const answer = await onceFor(this.database, actor, request, async (tx) => {
      await run(tx);
      return { done: true };
    });
    this.sessions.forgetUser(userId);
    return answer;
  }

  #log(tx: Database, actor: RequestActor, act: string, subject: string, facts: Facts): Promise<void> {
    return administrationStore(tx).log({ act, actorId: actor.userId, at: this.clock(), subject, facts });
  }
}

function ensureGrantComplete(
  role: Role,
  unitId: string | null,
  organisationId: string | null,
  from: Date,
  to: Date | null,
): void {
  const ofOrganisation = ORGANISATION_ROLES.includes(role) || role === 'COUNCIL_MEMBER';
  if (ofOrganisation && organisationId === null) {
    throw new GrantInvalid(
      'organisationId',
      '该角色须指定社会组织。',
      'This role is held for an organisation: name it.',
    );
  }
  if (!ofOrganisation && !EVERYWHERE.includes(role) && unitId === null) {
    throw new GrantInvalid('unitId', '该角色须指定所在单位。', 'This role is held at a unit: name it.');
  }
  if (to !== null && to <= from) {
    throw new GrantInvalid('validTo', '截止时间须晚于起始时间。', 'The end must come after the beginning.');
  }
}
