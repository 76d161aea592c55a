import { Injectable } from '@nestjs/common';

import { AuthNotAllowed, DomainError, FieldInvalid } from '#domain/errors.js';
import { asId } from '#domain/ids.js';
import type { OrganisationId } from '#domain/ids.js';
import type { Database } from '#prisma/client.js';
import { draftStore } from '#prisma/stores/draft.store.js';
import type { DraftRow, DraftScope } from '#prisma/stores/draft.store.js';
import { once } from '#prisma/stores/idempotency.store.js';
import { abilityFor, ensureCan } from '../access/ability.js';
import { organisationsOf } from '../access/case-filter.js';
import { fieldInvalid } from '../http/field-sentences.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import type { RequestActor } from '../identity/actor.js';
import { matterOf } from '../matters/matter.js';
import type { Matter } from '../matters/matter.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { DraftView } from './draft.schemas.js';
import type { DraftSave, NewDraft } from './draft.schemas.js';

/** Applications that are still being written: plain data, which lose nothing when a browser closes. */
@Injectable()
export class DraftsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  async create(actor: RequestActor, draft: NewDraft, request: IdempotentRequest): Promise<unknown> {
    const matter = matterOf(draft.matter);
    const organisationId = draft.organisationId === undefined ? null : asId<OrganisationId>(draft.organisationId);
    ensureMayApply(actor, matter, organisationId);
    refuseUnknownFields(matter, draft.data);
    const { body } = await once(this.database, { userId: actor.userId, ...request }, async (tx) => {
      const { userId: ownerUserId } = actor;
      const row = { matter: matter.slug, organisationId, ownerUserId, data: draft.data };
      return { status: 201, body: viewOf(await draftStore(tx).create(row, this.clock())) };
    });
    return body;
  }

  async list(actor: RequestActor): Promise<{ items: DraftView[] }> {
    return { items: (await draftStore(this.database).list(scopeOf(actor))).map(viewOf) };
  }

  async one(actor: RequestActor, id: string): Promise<DraftView> {
    return viewOf(await draftStore(this.database).find(scopeOf(actor), id));
  }

  async save(
    actor: RequestActor,
    id: string,
    { version, data }: DraftSave,
    request: IdempotentRequest,
  ): Promise<unknown> {
    const { matter } = await draftStore(this.database).find(scopeOf(actor), id);
    refuseUnknownFields(matterOf(matter), data);
    const { body } = await once(this.database, { userId: actor.userId, ...request }, async (tx) => ({
      status: 200,
      body: viewOf(await draftStore(tx).save(scopeOf(actor), id, version, data, this.clock())),
    }));
    return body;
  }

  async remove(actor: RequestActor, id: string, version: number, request: IdempotentRequest): Promise<void> {
    await once(this.database, { userId: actor.userId, ...request }, async (tx) => {
      await draftStore(tx).remove(scopeOf(actor), id, version);
      return { status: 204, body: null };
    });
  }
}

/** Whose drafts somebody works on: their own, and those of the organisations that they apply for. */
export function scopeOf(actor: RequestActor): DraftScope {
  return { userId: actor.userId, organisationIds: organisationsOf(actor).map((id) => asId<OrganisationId>(id)) };
}

/** Throws AUTH_NOT_ALLOWED (403) for an organisation of others; FIELD_INVALID when the matter needs one and none is named. */
export function ensureMayApply(actor: RequestActor, matter: Matter, organisationId: OrganisationId | null): void {
  if (organisationId !== null) {
    ensureCan(abilityFor(actor), 'create', 'Draft', { ownerUserId: actor.userId, organisationId });
    return;
  }
  if (matter.needsOrganisation)
    throw new FieldInvalid('organisationId', '请选择申请单位。', 'Choose the organisation that applies.');
  // An official's own request; auditors and administrators take no part in cases.
  const takesPart = actor.grants.some(({ role }) => role !== 'SUPERVISOR_AUDITOR' && role !== 'ADMIN');
  if (!takesPart) throw new AuthNotAllowed({ action: 'create', resource: 'Draft' });
}

function refuseUnknownFields({ formFields }: Matter, data: Readonly<Record<string, unknown>>): void {
  const keys = Object.keys(data).filter((key) => !formFields.includes(key));
  if (keys.length === 0) return;
  throw fieldInvalid([{ code: 'unrecognized_keys', keys, path: ['data'], message: '', input: data }]);
}

function viewOf({ createdAt, updatedAt, ownerUserId: _owner, data, ...row }: DraftRow): DraftView {
  const times = { createdAt: new Date(createdAt).toISOString(), updatedAt: new Date(updatedAt).toISOString() };
  return { ...row, ...times, data: DraftView.shape.data.parse(data) };
}

/** The draft was submitted as a case already, by another request. */
export class DraftSubmitted extends DomainError {
  constructor() {
    super({
      code: 'DRAFT_NOT_SUBMITTABLE',
      status: 409,
      messageZh: '草稿已提交。请在“我发起的”中查看办件。',
      messageEn: 'The draft was submitted already. See the case among those that you started.',
    });
  }
}
