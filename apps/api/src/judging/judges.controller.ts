import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { JudgeCandidates, JudgeEntry, JudgePage, JudgeQuery, JudgeView, NewJudge } from './judge.schemas.js';
import { JudgesService } from './judges.service.js';

@Controller('judges')
export class JudgesController {
  constructor(private readonly judges: JudgesService) {}

  @Get()
  @Answers('评委库 The pool of judges', JudgePage)
  list(@Actor() actor: RequestActor, @Query({ schema: JudgeQuery }) query: JudgeQuery) {
    return this.judges.list(actor, query);
  }

  @Get('candidates')
  @Answers('可入库人员 Users with the role of a judge who are not in the pool', JudgeCandidates)
  candidates(@Actor() actor: RequestActor) {
    return this.judges.candidates(actor);
  }

  @Post()
  @HttpCode(200)
  @Answers('评委入库 A judge enters the pool, or comes back to it', JudgeView)
  enter(
    @Actor() actor: RequestActor,
    @Body({ schema: NewJudge }) body: NewJudge,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.judges.enter(actor, body, request);
  }

  @Put(':id')
  @Answers('更改评委信息 Change what is recorded of a judge', JudgeView)
  change(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: JudgeEntry }) body: JudgeEntry,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.judges.change(actor, id, body, request);
  }

  @Delete(':id')
  @Answers('评委出库 A judge leaves the pool', JudgeView)
  retire(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.judges.retire(actor, id, request);
  }
}
