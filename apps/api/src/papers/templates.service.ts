import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { acceptTemplate } from '#activities/papers/render.js';
import { AuthNotAllowed, FieldInvalid } from '#domain/errors.js';
import { paperFields } from '#domain/paper/paper-field.js';
import { PAPER_KINDS, PaperKind } from '#domain/paper/paper-kind.js';
import type { Database } from '#prisma/client.js';
import { contentStore } from '#prisma/files/content-store.js';
import type { ContentStore } from '#prisma/files/content-store.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import { templateRegister } from '#prisma/stores/template-register.store.js';
import type { OfficeTemplate } from '#prisma/stores/template-register.store.js';
import { templateStore } from '#prisma/stores/template.store.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import { abilityFor, allows } from '../access/ability.js';
import { unitsOf } from '../access/case-filter.js';
import type { ApiConfig } from '../config.js';
import { fingerprintOf } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseConfig, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { SentFile } from '../uploads/upload-file.js';
import type { TemplateList, TemplateView } from './template.schemas.js';

/** The templates that come with the product; beside the programs in the source and in what is built. */
const SHIPPED = new URL('../../../../templates/', import.meta.url);

interface Sent {
  readonly kind: PaperKind;
  readonly unitId: string;
  readonly file: SentFile;
}

/** Word templates that an office edits without a developer: checked whole before one is in force. */
@Injectable()
export class TemplatesService {
  readonly #files: ContentStore;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    @UseConfig() config: ApiConfig,
  ) {
    this.#files = contentStore(config.home);
  }

  async list(actor: RequestActor): Promise<TemplateList> {
    ensureMayRead(actor);
    const everywhere = actor.grants.some(
      ({ role, unitId }) => role === 'SUPERVISOR_AUDITOR' || (role === 'ADMIN' && unitId === null),
    );
    const units = everywhere ? null : [...unitsOf(actor), ...unitsOf(actor, ['ADMIN'])];
    const kinds = Object.values(PaperKind).map((kind) => {
      const { nameZh, nameEn, disclosure } = PAPER_KINDS[kind];
      return { kind, zh: nameZh, en: nameEn, disclosure, fields: `/api/v1/templates/${kind}/fields` };
    });
    const own = await templateRegister(this.database).inForce(units);
    const names = await caseReadingStore(this.database).unitNames(own.map(({ unitId }) => unitId));
    return { kinds, items: own.map((one) => templateView(one, names.get(one.unitId) ?? '')) };
  }

  /** The Word file in force at a unit. */
  async file(actor: RequestActor, kind: PaperKind, unitId: string | undefined): Promise<SentFile> {
    ensureMayRead(actor);
    const found = await templateStore(this.database, this.#files, SHIPPED).inForce(kind, unitId ?? '');
    return { name: `${PAPER_KINDS[kind].nameZh}.docx`, bytes: Buffer.from(found.bytes) };
  }

  fields(actor: RequestActor, kind: PaperKind) {
    ensureMayRead(actor);
    return { kind, fields: paperFields(kind) };
  }

  /** Throws TEMPLATE_FIELD_UNKNOWN or TEMPLATE_INVALID (422), naming the fields; AUTH_NOT_ALLOWED for a unit that is not the administrator's. */
  async put(actor: RequestActor, { kind, unitId, file }: Sent, { key }: IdempotentRequest): Promise<unknown> {
    const administers = actor.grants.some(
      (grant) => grant.role === 'ADMIN' && (grant.unitId === null || grant.unitId === unitId),
    );
    if (!administers) throw new AuthNotAllowed({ action: 'update', resource: 'Template' });
    const unit = await unitStore(this.database).byId(unitId);
    if (unit === null) throw new FieldInvalid('unitId', '没有这个单位。', 'There is no such unit.');
    acceptTemplate(file.bytes, kind);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const request = { key, fingerprint: fingerprintOf('PUT', `templates/${kind}`, { unitId, sha256 }) };
    await this.#files.put(file.bytes);
    return onceFor(this.database, actor, request, async (tx) =>
      templateView(
        await templateRegister(tx).add({ kind, unitId, sha256, uploadedBy: actor.userId }, new Date(this.clock())),
        unit.name,
      ),
    );
  }
}

function ensureMayRead(actor: RequestActor): void {
  if (!allows(abilityFor(actor), 'read', 'Template', { unitId: '' }))
    throw new AuthNotAllowed({ action: 'read', resource: 'Template' });
}

function templateView(
  { kind, unitId, version, sha256, uploadedBy, uploadedAt }: OfficeTemplate,
  unitName: string,
): TemplateView {
  return { kind, unitId, unitName, version, sha256, uploadedBy, uploadedAt: uploadedAt.toISOString() };
}
