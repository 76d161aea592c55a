import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { TimedRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { BulkConclusions } from './bulk-conclusions.service.js';
import {
  BulkAnswer,
  BulkAsked,
  BulkPreview,
  BulkPreviewAsked,
  BulkPublicationAnswer,
  BulkPublicationAsked,
  ReturnParams,
} from './return.schemas.js';

@Controller('seasons')
export class BulkConclusionsController {
  constructor(private readonly bulk: BulkConclusions) {}

  @Post(':caseNo/bulk-conclusions/preview')
  @HttpCode(200)
  @Answers(
    '批量结论预览 Which of the chosen returns every rule says PASS of, with their checks; the others by name',
    BulkPreview,
  )
  preview(
    @Actor() actor: RequestActor,
    @Param({ schema: ReturnParams }) { caseNo }: ReturnParams,
    @Body({ schema: BulkPreviewAsked }) asked: BulkPreviewAsked,
  ) {
    return this.bulk.preview(actor, caseNo, asked);
  }

  @Post(':caseNo/bulk-conclusions')
  @HttpCode(200)
  @Answers('批量作出合格结论 Conclude PASS for each that still qualifies; each is answered on its own', BulkAnswer)
  conclude(
    @Actor() actor: RequestActor,
    @Param({ schema: ReturnParams }) { caseNo }: ReturnParams,
    @Body({ schema: BulkAsked }) asked: BulkAsked,
    @IdempotencyKey() request: TimedRequest,
  ) {
    return this.bulk.conclude(actor, caseNo, asked, request);
  }

  @Post(':caseNo/bulk-publications')
  @HttpCode(200)
  @Answers('批量公告 Publish each conclusion that waits for it; each is answered on its own', BulkPublicationAnswer)
  publish(
    @Actor() actor: RequestActor,
    @Param({ schema: ReturnParams }) { caseNo }: ReturnParams,
    @Body({ schema: BulkPublicationAsked }) asked: BulkPublicationAsked,
    @IdempotencyKey() request: TimedRequest,
  ) {
    return this.bulk.publish(actor, caseNo, asked, request);
  }
}
