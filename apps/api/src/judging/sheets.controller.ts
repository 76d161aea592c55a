import { Body, Controller, Get, Header, Param, Put } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { PackView, SheetEntry, SheetParams, SheetsView, SheetView } from './sheet.schemas.js';
import { SheetsService } from './sheets.service.js';

@Controller('rounds/:id/sheets')
export class SheetsController {
  constructor(private readonly sheets: SheetsService) {}

  @Get()
  @Answers('我的评审项目 The projects that you score', SheetsView)
  list(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.sheets.list(actor, id);
  }

  @Get(':projectId')
  @Header('Cache-Control', 'no-store')
  @Answers('评审材料与评分表 What you score a project by, and your own sheet', PackView)
  pack(@Actor() actor: RequestActor, @Param({ schema: SheetParams }) params: SheetParams) {
    return this.sheets.pack(actor, params);
  }

  @Put(':projectId')
  @Answers('保存评分(逐项) Keep what was typed; the act lockSheet locks it', SheetView)
  save(
    @Actor() actor: RequestActor,
    @Param({ schema: SheetParams }) params: SheetParams,
    @Body({ schema: SheetEntry }) body: SheetEntry,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.sheets.save(actor, params, body, request);
  }
}
