import { Controller, Get, Param, Query } from '@nestjs/common';

import { CaseParams } from '../cases/act.schemas.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { PageQuery } from '../http/paging.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { ProjectReadingService } from './project-reading.service.js';
import {
  AccountPage,
  ActivityPage,
  AdoptablePage,
  ObjectionPage,
  ProgressView,
  SponsorView,
  VoucherPage,
  WaitingPage,
} from './reading.schemas.js';
import { RoundDeskService } from './round-desk.service.js';

/** The records of a project's execution. */
@Controller('projects')
export class ProjectReadingController {
  constructor(private readonly projects: ProjectReadingService) {}

  @Get(':caseNo/activities')
  @Answers('活动记录 Activities with photographs and sign-in sheets, the latest first', ActivityPage)
  activities(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.projects.activities(actor, caseNo, query);
  }

  @Get(':caseNo/vouchers')
  @Answers('支出凭证 Vouchers, the latest first', VoucherPage)
  vouchers(
    @Actor() actor: RequestActor,
    @Param({ schema: CaseParams }) { caseNo }: CaseParams,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.projects.vouchers(actor, caseNo, query);
  }

  @Get(':caseNo/progress')
  @Answers('执行进度 Progress against the promised indicators; reports, evaluations, changes', ProgressView)
  progress(@Actor() actor: RequestActor, @Param({ schema: CaseParams }) { caseNo }: CaseParams) {
    return this.projects.progress(actor, caseNo);
  }
}

/** A round's objections, accounts and what waits; `id` is its case number or row id. */
@Controller()
export class RoundDeskController {
  constructor(private readonly rounds: RoundDeskService) {}

  @Get('rounds/:id/objections')
  @Answers('异议 Objections: all for organisers and auditors, your own otherwise', ObjectionPage)
  objections(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.rounds.objections(actor, id, query);
  }

  @Get('rounds/:id/accounts')
  @Answers('各项目资金 Project by project what was agreed, paid and returned', AccountPage)
  accounts(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.rounds.accounts(actor, id, query);
  }

  @Get('rounds/:id/waiting')
  @Answers('待签批事项 What waits for a signature, a report or a decision', WaitingPage)
  waiting(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.rounds.waiting(actor, id, query);
  }

  @Get('rounds/:id/adoptable')
  @Answers('可认领项目 Projects that an enterprise may adopt, with their gaps', AdoptablePage)
  adoptable(@Param({ schema: IdParam }) { id }: IdParam, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.rounds.adoptable(id, query);
  }

  @Get('sponsors/mine')
  @Answers('我的企业与认领书 The enterprise that you speak for, and its deeds', SponsorView)
  sponsor(@Actor() actor: RequestActor) {
    return this.rounds.sponsor(actor);
  }
}
