import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { z } from 'zod';

import { DomainError, NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { randomCheckReadingStore } from '#prisma/stores/random-check-reading.store.js';
import { unitsOf } from '../access/case-filter.js';
import { Answers } from '../http/answers.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Certificate, InspectorList, InspectorParams, InspectorView } from './random-check.schemas.js';

const UNIQUE_VIOLATION = z.object({ code: z.literal('P2002') });

/** The number is another inspector's already. */
class CertificateTaken extends DomainError {
  constructor() {
    super({
      code: 'CERTIFICATE_TAKEN',
      status: 409,
      messageZh: '该执法证号已登记在其他检查人员名下。请核对证号。',
      messageEn: "This certificate is registered as another inspector's. Check the number.",
      field: 'certificateNo',
    });
  }
}

/** 执法检查人员名录: the inspectors of one's registry, and the numbers under which draws name them. */
@Controller('inspectors')
export class InspectorsController {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  @Get()
  @Answers('执法检查人员名录 Inspectors of your registry', InspectorList)
  async list(@Actor() actor: RequestActor): Promise<{ items: InspectorView[] }> {
    return { items: await this.#theirs(actor) };
  }

  @Put(':userId')
  @Answers(
    '登记执法证号 Record the number of a certificate; a draw that was committed keeps the one it had',
    InspectorView,
  )
  async record(
    @Actor() actor: RequestActor,
    @Param({ schema: InspectorParams }) { userId }: InspectorParams,
    @Body({ schema: Certificate }) { certificateNo }: Certificate,
    @IdempotencyKey() request: IdempotentRequest,
  ): Promise<unknown> {
    const inspector = (await this.#theirs(actor)).find((one) => one.userId === userId);
    if (inspector === undefined) throw new NotFound('Inspector');
    return onceFor(this.database, actor, request, async ({ rows }) => {
      const set = { certificateNo };
      await rows.inspectorCertificate
        .upsert({ where: { userId }, create: { userId, ...set }, update: set })
        .catch((error: unknown) => {
          throw UNIQUE_VIOLATION.safeParse(error).success ? new CertificateTaken() : error;
        });
      return { ...inspector, certificateNo };
    });
  }

  #theirs(actor: RequestActor): Promise<InspectorView[]> {
    const units = unitsOf(actor, ['REGISTRY_OFFICER', 'REGISTRY_LEADER']);
    return randomCheckReadingStore(this.database).inspectors(units, new Date(this.clock()));
  }
}
