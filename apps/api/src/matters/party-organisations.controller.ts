import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { PageQuery } from '../http/paging.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { ActivityPage, ActivityView, NewActivity, PartyOrganisationView } from './party-organisation.schemas.js';
import { PartyOrganisationsService } from './party-organisations.service.js';

@Controller('party-organisations')
export class PartyOrganisationsController {
  constructor(private readonly partyOrganisations: PartyOrganisationsService) {}

  @Get(':id')
  @Answers('党组织详情 A Party organisation', PartyOrganisationView)
  detail(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.partyOrganisations.detail(actor, id);
  }

  @Get(':id/activities')
  @Answers('党组织活动列表 Its activities, the latest first', ActivityPage)
  activities(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.partyOrganisations.activities(actor, id, query);
  }

  @Post(':id/activities')
  @HttpCode(201)
  @Answers('登记党组织活动 Log an activity; what it may not do is refused', ActivityView, 201)
  add(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NewActivity }) activity: NewActivity,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.partyOrganisations.add(actor, id, activity, request);
  }
}
