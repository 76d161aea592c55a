import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { PageQuery } from '../http/paging.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { DrawOutlookService } from './draw-outlook.service.js';
import { DrawnChecksService } from './drawn-checks.service.js';
import { RandomCheckFiguresService } from './figures.service.js';
import {
  CheckList,
  CheckView,
  ChecksQuery,
  DrawCreated,
  DrawList,
  DrawOutlook,
  DrawOutlookQuery,
  DrawParams,
  DrawView,
  NewDraw,
  RandomCheckFigures,
  RandomCheckFiguresQuery,
  SheetSave,
  SheetView,
} from './random-check.schemas.js';
import { RandomChecksService } from './random-checks.service.js';

@Controller('random-checks')
export class RandomChecksController {
  constructor(
    private readonly draws: RandomChecksService,
    private readonly outlooks: DrawOutlookService,
  ) {}

  @Post()
  @HttpCode(201)
  @Answers('发起双随机抽查 Plan a draw of random checks; committing and drawing are acts on its case', DrawCreated, 201)
  create(
    @Actor() actor: RequestActor,
    @Body({ schema: NewDraw }) plan: NewDraw,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.draws.create(actor, plan, request);
  }

  @Get()
  @Answers('双随机抽查列表 Draws, newest first', DrawList)
  list(@Actor() actor: RequestActor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.draws.list(actor, query);
  }

  @Get('outlook')
  @Answers('抽查预览 What a draw would be made from today: the list, the inspectors, who must stay away', DrawOutlook)
  outlook(@Actor() actor: RequestActor, @Query({ schema: DrawOutlookQuery }) { unitId }: DrawOutlookQuery) {
    return this.outlooks.of(actor, unitId);
  }

  @Get(':caseNo')
  @Answers('双随机抽查详情 A draw, its commitment, and how far its checks are', DrawView)
  one(@Actor() actor: RequestActor, @Param({ schema: DrawParams }) { caseNo }: DrawParams) {
    return this.draws.one(actor, caseNo);
  }

  @Get(':caseNo/checks')
  @Answers('抽中单位与检查人员 The checks of a draw, in the order of the draw', CheckList)
  checks(
    @Actor() actor: RequestActor,
    @Param({ schema: DrawParams }) { caseNo }: DrawParams,
    @Query({ schema: ChecksQuery }) query: ChecksQuery,
  ) {
    return this.draws.checks(actor, caseNo, query);
  }
}

@Controller('figures')
export class RandomCheckFiguresController {
  constructor(private readonly figures: RandomCheckFiguresService) {}

  @Get('random-checks')
  @Answers('双随机抽查统计 Figures of random checks, each with numerator and denominator', RandomCheckFigures)
  of(@Actor() actor: RequestActor, @Query({ schema: RandomCheckFiguresQuery }) query: RandomCheckFiguresQuery) {
    return this.figures.of(actor, query);
  }
}

@Controller('drawn-checks')
export class DrawnChecksController {
  constructor(private readonly checks: DrawnChecksService) {}

  @Get(':caseNo')
  @Answers('检查详情 One check', CheckView)
  one(@Actor() actor: RequestActor, @Param({ schema: DrawParams }) { caseNo }: DrawParams) {
    return this.checks.one(actor, caseNo);
  }

  @Get(':caseNo/sheet')
  @Answers('检查表 The newest version of the check sheet', SheetView)
  sheet(@Actor() actor: RequestActor, @Param({ schema: DrawParams }) { caseNo }: DrawParams) {
    return this.checks.sheet(actor, caseNo);
  }

  @Put(':caseNo/sheet')
  @Answers('保存检查表 Save the check sheet; filing it is an act on the case', SheetView)
  save(
    @Actor() actor: RequestActor,
    @Param({ schema: DrawParams }) { caseNo }: DrawParams,
    @Body({ schema: SheetSave }) body: SheetSave,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.checks.save(actor, caseNo, body, request);
  }
}
