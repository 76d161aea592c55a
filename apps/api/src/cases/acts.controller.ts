import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { ActAnswer, ActBody, CaseParams } from './act.schemas.js';
import { ActsService } from './acts.service.js';

@Controller('cases')
export class ActsController {
  constructor(private readonly acts: ActsService) {}

  @Post(':caseNo/acts')
  @HttpCode(200)
  @Answers('办理 Act on a case: which acts are possible now, and their facts, is told by its actions', ActAnswer)
  act(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @Body({ schema: ActBody }) body: ActBody,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.acts.act(actor, caseNo, body, request);
  }
}
