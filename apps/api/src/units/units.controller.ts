import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { NewUnit, UnitPatch, UnitSetup } from './unit.schemas.js';
import { UnitSetupService } from './units.service.js';

@Controller('units')
export class UnitSetupController {
  constructor(private readonly units: UnitSetupService) {}

  @Get(':id')
  @Answers('机关单位详情(管理员) A unit with its leader, for administrators', UnitSetup)
  detail(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.units.detail(actor, id);
  }

  @Post()
  @HttpCode(201)
  @Answers('新增机关单位 Set up a unit', UnitSetup, 201)
  create(
    @Actor() actor: RequestActor,
    @Body({ schema: NewUnit }) unit: NewUnit,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.units.create(actor, unit, request);
  }

  @Patch(':id')
  @Answers('更改机关单位 Rename a unit, move it in the tree, name its leader', UnitSetup)
  change(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: UnitPatch }) patch: UnitPatch,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.units.change(actor, id, patch, request);
  }
}
