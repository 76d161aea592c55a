import { Body, Controller, Get, Param, Put } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { SettingBody, SettingList, SettingParams, SettingView } from './setting.schemas.js';
import { SettingRegister } from './settings.service.js';

@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: SettingRegister) {}

  @Get()
  @Answers('默认参数 The register of defaults: in force, as shipped, and planned', SettingList)
  list(@Actor() actor: RequestActor) {
    return this.settings.list(actor);
  }

  @Put(':key')
  @Answers('设置默认参数 Set a default from a day on; cases that run keep theirs', SettingView)
  put(
    @Actor() actor: RequestActor,
    @Param({ schema: SettingParams }) { key }: SettingParams,
    @Body({ schema: SettingBody }) body: SettingBody,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.settings.put(actor, key, body, request);
  }
}
