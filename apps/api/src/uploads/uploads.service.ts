import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { contentStore } from '#prisma/files/content-store.js';
import type { ContentStore } from '#prisma/files/content-store.js';
import { uploadStore } from '#prisma/stores/upload.store.js';
import { abilityFor, allows, ensureCan } from '../access/ability.js';
import type { ApiConfig } from '../config.js';
import { DeputationsService } from '../deputations/deputations.service.js';
import { fingerprintOf } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseConfig, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { mediaTypeOf } from './upload-file.js';
import type { SentFile } from './upload-file.js';

/** Files that people send: who sent them, and who may have them back. */
@Injectable()
export class UploadsService {
  readonly #files: ContentStore;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseConfig() config: ApiConfig,
    @UseClock() private readonly clock: Clock,
    private readonly deputations: DeputationsService,
  ) {
    this.#files = contentStore(config.home);
  }

  async create(actor: RequestActor, { name, bytes }: SentFile, { key }: IdempotentRequest) {
    ensureCan(abilityFor(actor), 'create', 'Upload', { ownerUserId: actor.userId, inReadableCase: false });
    const mediaType = await mediaTypeOf(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const request = { key, fingerprint: fingerprintOf('POST', 'uploads', { name, sha256 }) };
    // The bytes first: a row never points to nothing, and bytes without a row hurt nobody.
    await this.#files.put(bytes);
    return onceFor(this.database, actor, request, (tx) => {
      const organisationId = actor.grants.find((grant) => grant.organisationId !== null)?.organisationId ?? null;
      const row = { sha256, name, mediaType, size: bytes.length, ownerUserId: actor.userId, organisationId };
      return uploadStore(tx).create(row);
    });
  }

  /** The bytes, for the owner and for whoever may read a case that holds the file; anybody else: NOT_FOUND. */
  async read(actor: RequestActor, id: string) {
    const store = uploadStore(this.database);
    const upload = await store.byId(id);
    if (upload === null) throw new NotFound('Upload');
    const [cases, principals] = await Promise.all([
      store.casesHolding(id),
      this.deputations.principalsOf(actor.userId, this.clock(), null),
    ]);
    const ability = abilityFor(actor, principals);
    const inReadableCase = cases.some((facts) => allows(ability, 'read', 'Case', facts));
    ensureCan(ability, 'read', 'Upload', { ownerUserId: upload.ownerUserId, inReadableCase });
    const bytes = await this.#files.read(upload.sha256);
    if (bytes === null) throw new NotFound('Upload');
    return { upload, bytes };
  }
}
