import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { JobParams, JobsView, JobView, NewAssignment } from './assignment.schemas.js';
import { AssignmentsService } from './assignments.service.js';

@Controller('rounds/:id/assignments')
export class AssignmentsController {
  constructor(private readonly assignments: AssignmentsService) {}

  @Post()
  @HttpCode(202)
  @Answers('发起评委分配 Compute an assignment; accept it by the act acceptAssignment', JobView, 202)
  start(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NewAssignment }) body: NewAssignment,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.assignments.start(actor, id, body, request);
  }

  @Get()
  @Answers('评委分配记录 Assignments that were computed', JobsView)
  list(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.assignments.list(actor, id);
  }

  @Get(':jobId')
  @Answers('评委分配进度与结果 How far an assignment is, its pairs and why', JobView)
  find(@Actor() actor: RequestActor, @Param({ schema: JobParams }) params: JobParams) {
    return this.assignments.find(actor, params);
  }

  @Delete(':jobId')
  @Answers('取消评委分配计算 Stop the computation', JobView)
  cancel(
    @Actor() actor: RequestActor,
    @Param({ schema: JobParams }) params: JobParams,
    @IdempotencyKey() _request: IdempotentRequest,
  ) {
    return this.assignments.cancel(actor, params);
  }
}
