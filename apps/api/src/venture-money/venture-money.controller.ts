import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';

import { ActAnswer, CaseParams, PaperParams } from '../cases/act.schemas.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { LookUps } from '../http/look-ups.js';
import { PageQuery } from '../http/paging.js';
import { Actor, Public } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import {
  AwardPage,
  Figures,
  Kept,
  MoneyView,
  NewAccount,
  NewActivity,
  NewChange,
  NewDeed,
  NewObjection,
  NewReport,
  NewSponsor,
  NewVoucher,
  PlanView,
  Progressed,
} from './money.schemas.js';
import { ProjectMoneyService } from './project-money.service.js';
import { RoundMoneyService } from './round-money.service.js';
import { PUBLIC_LOOK_UPS } from '../venture-rounds/public-look-ups.js';

/** The awards of a round for those who are signed in; `id` is its case number or row id. */
@Controller('rounds')
export class RoundAwardsController {
  constructor(private readonly rounds: RoundMoneyService) {}

  @Get(':id/award-plan')
  @Answers('拟资助方案 The awards as they would be proposed now', PlanView)
  plan(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.rounds.plan(actor, id);
  }

  @Get(':id/figures')
  @Answers('本届指标 Figures of a round, and its yearly account per source', Figures)
  figures(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.rounds.figures(id);
  }

  @Post(':id/objections')
  @Answers('提出异议 Object to a published award', Kept.extend(Progressed.shape), 201)
  object(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NewObjection }) asked: NewObjection,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.rounds.object(actor, id, asked, request);
  }
}

/** What everybody may read of the awards, without signing in. */
@Controller('public/rounds')
@LookUps('rounds', PUBLIC_LOOK_UPS)
export class PublicAwardsController {
  constructor(private readonly rounds: RoundMoneyService) {}

  @Get(':id/awards')
  @Public()
  @Answers('公示、资助名单、爱心企业 The published awards with amounts, sources and sponsors', AwardPage)
  awards(@Param({ schema: IdParam }) { id }: IdParam, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.rounds.awards(id, query);
  }

  @Get(':id/showcase')
  @Public()
  @Answers('成果展 What the round came to', Figures)
  showcase(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.rounds.figures(id);
  }
}

/** A project's money and the records of its execution. */
@Controller()
export class ProjectMoneyController {
  constructor(private readonly money: ProjectMoneyService) {}

  @Post('sponsors')
  @Answers('登记爱心企业 Register the enterprise that you speak for', Kept, 201)
  register(
    @Actor() actor: RequestActor,
    @Body({ schema: NewSponsor }) asked: NewSponsor,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.money.register(actor, asked, request);
  }

  @Get('projects/:caseNo/money')
  @Answers('协议、拨付、认领、预算 Agreement, payments, adoptions and budget of a project', MoneyView)
  view(@Actor() actor: RequestActor, @Param({ schema: CaseParams }) { caseNo }: CaseParams) {
    return this.money.money(actor, caseNo);
  }

  @Post('projects/:caseNo/adoptions')
  @Answers('签署认领书 Sign a deed of adoption as the sponsor', Kept, 201)
  offer(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @Body({ schema: NewDeed }) deed: NewDeed,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.money.offer(actor, caseNo, deed, request);
  }

  @Put('projects/:caseNo/account')
  @Answers('收款账户 The account to which instalments go', Kept)
  account(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @Body({ schema: NewAccount }) account: NewAccount,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.money.account(actor, caseNo, account, request);
  }

  @Put('projects/:caseNo/activities')
  @Answers('活动记录 Record an activity; the same id again corrects it until a report counts it', Kept)
  activity(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @Body({ schema: NewActivity }) record: NewActivity,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.money.activity(actor, caseNo, record, request);
  }

  @Post('projects/:caseNo/activities/:id/confirmation')
  @Answers('现场确认 Confirm an activity on site', Kept, 201)
  confirm(
    @Actor() actor: RequestActor,
    @Param({ schema: PaperParams }) { caseNo, id }: PaperParams,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.money.confirm(actor, caseNo, id, request);
  }

  @Post('projects/:caseNo/vouchers')
  @Answers('支出凭证 A voucher against a line of the budget', Kept, 201)
  voucher(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @Body({ schema: NewVoucher }) voucher: NewVoucher,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.money.voucher(actor, caseNo, voucher, request);
  }

  @Post('projects/:caseNo/changes')
  @HttpCode(200)
  @Answers('申请变更 Ask for a shift of the budget or an extension', ActAnswer)
  change(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @Body({ schema: NewChange }) change: NewChange,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.money.change(actor, caseNo, change, request);
  }

  @Post('projects/:caseNo/reports')
  @HttpCode(200)
  @Answers('提交中期、结项报告 File the report that is due, its figures counted from the records', ActAnswer)
  report(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @Body({ schema: NewReport }) report: NewReport,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.money.report(actor, caseNo, report, request);
  }
}
