import { Controller, Delete, Param, Put } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { CaseParams } from './act.schemas.js';
import { Followed } from './case.schemas.js';
import { Follows } from './follows.service.js';

@Controller('cases/:caseNo/follow')
export class FollowsController {
  constructor(private readonly follows: Follows) {}

  @Put()
  @Answers('关注办件 Follow a case: it stands in your list, and you are told when its state changes', Followed)
  follow(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.follows.set(actor, caseNo, true, request);
  }

  @Delete()
  @Answers('取消关注 Follow a case no more', Followed)
  unfollow(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.follows.set(actor, caseNo, false, request);
  }
}
