import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { pageOf } from '../http/paging.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import {
  CouncilChange,
  Identification,
  OrganisationDetail,
  OrganisationQuery,
  OrganisationView,
  StandingChange,
  UnitQuery,
  UnitView,
} from './organisation.schemas.js';
import { OrganisationsService } from './organisations.service.js';

@Controller('units')
export class UnitsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Answers('机关单位列表 Units', pageOf(UnitView))
  list(@Query({ schema: UnitQuery }) query: UnitQuery) {
    return this.organisations.units(query);
  }
}

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Answers('社会组织列表 Organisations', pageOf(OrganisationView))
  list(@Actor() actor: RequestActor, @Query({ schema: OrganisationQuery }) query: OrganisationQuery) {
    return this.organisations.list(actor, query);
  }

  @Get(':id')
  @Answers('社会组织详情 An organisation, its council terms and Party coverage', OrganisationDetail)
  detail(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: { id: string }) {
    return this.organisations.detail(actor, id);
  }

  @Post(':id/council')
  @HttpCode(201)
  @Answers('登记换届或延期换届 Record a council election or its postponement', OrganisationView, 201)
  changeCouncil(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: CouncilChange }) change: CouncilChange,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.organisations.changeCouncil(actor, id, change, request);
  }

  @Post(':id/standing')
  @HttpCode(200)
  @Answers(
    '登记注销、撤销或慈善组织认定 Record its cancellation, revocation or recognition as a charity',
    OrganisationView,
  )
  changeStanding(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: StandingChange }) change: StandingChange,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.organisations.changeStanding(actor, id, change, request);
  }

  @Post(':id/uscc')
  @HttpCode(200)
  @Answers('登记统一社会信用代码 Set the unified social credit code', OrganisationView)
  identify(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: Identification }) code: Identification,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.organisations.identify(actor, id, code, request);
  }
}
