import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import {
  ApplicantsView,
  ConflictsView,
  Declaration,
  Declared,
  DrawParams,
  DrawsView,
  DrawView,
  MemberParams,
  NewDraw,
  NewMembers,
  PanelView,
  Witnessing,
} from './panel.schemas.js';
import { PanelService } from './panel.service.js';

@Controller('rounds/:id')
export class PanelController {
  constructor(private readonly panel: PanelService) {}

  @Get('panel')
  @Answers('本届评审组 The panel of a round', PanelView)
  list(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.panel.list(actor, id);
  }

  @Post('panel')
  @HttpCode(200)
  @Answers('增加评委 Add judges of the pool', PanelView)
  add(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NewMembers }) body: NewMembers,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.panel.add(actor, id, body, request);
  }

  @Delete('panel/:judgeId')
  @Answers('移出评委(尚未分配项目) Take out a judge who has nothing to score', PanelView)
  remove(
    @Actor() actor: RequestActor,
    @Param({ schema: MemberParams }) params: MemberParams,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.panel.remove(actor, params, request);
  }

  @Get('panel-draws')
  @Answers('评委抽取记录 Draws of judges', DrawsView)
  draws(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.panel.draws(actor, id);
  }

  @Post('panel-draws')
  @HttpCode(200)
  @Answers('发起随机抽取(先公布承诺值) Open a draw: its commitment is published first', DrawView)
  openDraw(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NewDraw }) body: NewDraw,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.panel.openDraw(actor, id, body, request);
  }

  @Post('panel-draws/:drawId/witness')
  @HttpCode(200)
  @Answers('监督人员见证并抽取 The witness says the word, and the judges are drawn', DrawView)
  witness(
    @Actor() actor: RequestActor,
    @Param({ schema: DrawParams }) params: DrawParams,
    @Body({ schema: Witnessing }) body: Witnessing,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.panel.witness(actor, params, body, request);
  }

  @Get('conflicts')
  @Answers('回避情形(申报与系统发现) Conflicts of interest, declared and detected', ConflictsView)
  conflicts(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.panel.conflicts(actor, id);
  }

  @Get('applicants')
  @Answers('申报单位名单(供评委申报回避) Applicants, so that a judge can declare ties', ApplicantsView)
  applicants(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.panel.applicants(actor, id);
  }

  @Post('conflicts')
  @HttpCode(200)
  @Answers('评委申报回避 A judge declares ties to applicants', Declared)
  declare(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: Declaration }) body: Declaration,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.panel.declare(actor, id, body, request);
  }
}
