import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { LookUps } from '../http/look-ups.js';
import { Actor, Public } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { SeasonFiguresService } from './season-figures.service.js';
import {
  Board,
  BoardQuery,
  Correction,
  DivisionFigures,
  DivisionQuery,
  FigureQuery,
  NewSeason,
  OwedReturn,
  PlanQuery,
  PublicFigures,
  PublicSeasonQuery,
  ReturnParams,
  ScheduleBody,
  ScheduleView,
  SeasonFigureView,
  SeasonList,
  SeasonParams,
  SeasonPlan,
  SeasonProgress,
  SeasonQuery,
  SeasonView,
} from './season.schemas.js';
import { SeasonScheduleService } from './season-schedule.service.js';
import { SeasonsService } from './seasons.service.js';

@Controller('seasons')
export class SeasonsController {
  constructor(
    private readonly seasons: SeasonsService,
    private readonly figures: SeasonFiguresService,
    private readonly schedules: SeasonScheduleService,
  ) {}

  @Post()
  @HttpCode(201)
  @Answers('开启年检季 Open the season of your registry and a year; what follows are acts on its case', SeasonView, 201)
  open(
    @Actor() actor: RequestActor,
    @Body({ schema: NewSeason }) season: NewSeason,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.seasons.open(actor, season, request);
  }

  @Get()
  @Answers('年检季列表 Seasons, the latest year first', SeasonList)
  list(@Actor() actor: RequestActor, @Query({ schema: SeasonQuery }) query: SeasonQuery) {
    return this.seasons.list(actor, query);
  }

  @Get('schedule')
  @Answers('年检季自动开启 Whether the season of your registry is opened each year by itself', ScheduleView)
  schedule(@Actor() actor: RequestActor) {
    return this.schedules.one(actor);
  }

  @Put('schedule')
  @Answers('设置年检季自动开启 Have the season of your registry opened each year, or not any more', ScheduleView)
  setSchedule(
    @Actor() actor: RequestActor,
    @Body({ schema: ScheduleBody }) { scheduled }: ScheduleBody,
    @IdempotencyKey() _request: IdempotentRequest,
  ) {
    return this.schedules.set(actor, scheduled);
  }

  @Get('plan')
  @Answers('年检季预计日期 The days that the season of a year would have', SeasonPlan)
  plan(@Query({ schema: PlanQuery }) { inspectedYear }: PlanQuery) {
    return this.seasons.plan(inspectedYear);
  }

  @Get('figures')
  @Answers('年检统计汇总 Figures of every season of a year in a division, each and together', DivisionFigures)
  division(@Actor() actor: RequestActor, @Query({ schema: DivisionQuery }) query: DivisionQuery) {
    return this.figures.division(actor, query);
  }

  @Get(':caseNo')
  @Answers('年检季详情 A season, how far its opening is, and how its returns stand', SeasonView)
  one(@Actor() actor: RequestActor, @Param({ schema: SeasonParams }) { caseNo }: SeasonParams) {
    return this.seasons.one(actor, caseNo);
  }

  @Get(':caseNo/returns')
  @Answers('年检报送情况 The organisations of a season: who has not handed in, who was late, how it ended', Board)
  board(
    @Actor() actor: RequestActor,
    @Param({ schema: SeasonParams }) { caseNo }: SeasonParams,
    @Query({ schema: BoardQuery }) query: BoardQuery,
  ) {
    return this.seasons.board(actor, caseNo, query);
  }

  @Get(':caseNo/progress')
  @Answers('年检进度 How many returns stand where, and how the filings came in', SeasonProgress)
  progress(@Actor() actor: RequestActor, @Param({ schema: SeasonParams }) { caseNo }: SeasonParams) {
    return this.seasons.progress(actor, caseNo);
  }

  @Get(':caseNo/figures')
  @Answers('年检季统计 Figures of a season, own and rolled up, now or as they were frozen', SeasonFigureView)
  seasonFigures(
    @Actor() actor: RequestActor,
    @Param({ schema: SeasonParams }) { caseNo }: SeasonParams,
    @Query({ schema: FigureQuery }) query: FigureQuery,
  ) {
    return this.figures.season(actor, caseNo, query);
  }

  @Post(':caseNo/figures/corrections')
  @HttpCode(201)
  @Answers('更正统计 Add a corrected figure beside a frozen one, with its reason', SeasonFigureView, 201)
  correct(
    @Actor() actor: RequestActor,
    @Param({ schema: SeasonParams }) { caseNo }: SeasonParams,
    @Body({ schema: Correction }) correction: Correction,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.figures.correct(actor, caseNo, correction, request);
  }
}

/** The return of an organisation by its year. */
@Controller('organisations')
export class OwedReturnsController {
  constructor(private readonly seasons: SeasonsService) {}

  @Get(':id/annual-returns/:inspectedYear')
  @Answers('年度工作报告办件 The case of the return that an organisation owes for a year', OwedReturn)
  owed(@Actor() actor: RequestActor, @Param({ schema: ReturnParams }) params: ReturnParams) {
    return this.seasons.owed(actor, params);
  }
}

/** What everybody may read of seasons, without signing in. */
@Controller('public/seasons')
@LookUps('seasons', 60)
export class PublicSeasonsController {
  constructor(private readonly figures: SeasonFiguresService) {}

  @Get(':caseNo/figures')
  @Public()
  @Answers('年检统计公示 Published figures of a season, as they were frozen', PublicFigures)
  published(
    @Param({ schema: SeasonParams }) { caseNo }: SeasonParams,
    @Query({ schema: PublicSeasonQuery }) { asOf }: PublicSeasonQuery,
  ) {
    return this.figures.published(caseNo, asOf);
  }
}
