import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';

import { Done } from '../administration/user.schemas.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { CreateDeputation, DeputationList, DeputationView } from './deputation.schemas.js';
import { DeputationsService } from './deputations.service.js';

@Controller('deputations')
export class DeputationsController {
  constructor(private readonly deputations: DeputationsService) {}

  @Get()
  @Answers('代理委托列表 Deputations given and received', DeputationList)
  list(@Actor() actor: RequestActor) {
    return this.deputations.list(actor);
  }

  @Post()
  @Answers('委托代理 Appoint a standing deputy', DeputationView, 201)
  create(
    @Actor() actor: RequestActor,
    @Body({ schema: CreateDeputation }) asked: CreateDeputation,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.deputations.create(actor, asked, request);
  }

  @Delete(':id')
  @Answers('撤销委托 Revoke a deputation', Done)
  revoke(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.deputations.revoke(actor, id, request);
  }
}
