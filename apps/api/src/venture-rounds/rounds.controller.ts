import { Controller, Get, Param, Query } from '@nestjs/common';

import { CaseParams } from '../cases/act.schemas.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { LookUps } from '../http/look-ups.js';
import { PageQuery } from '../http/paging.js';
import { Actor, Public } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import {
  OwnRoundView,
  ProjectPage,
  ProjectQuery,
  ProjectView,
  RoundPage,
  RoundQuery,
  RoundView,
  ShortlistPage,
} from './round.schemas.js';
import { PUBLIC_LOOK_UPS } from './public-look-ups.js';
import { RoundsService } from './rounds.service.js';

/** Venture rounds for those who are signed in; `id` is the round's case number or row id. */
@Controller()
export class RoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Get('rounds')
  @Answers('公益创投各届 Rounds: published ones, and the planned ones that you organise', RoundPage)
  list(@Actor() actor: RequestActor, @Query({ schema: RoundQuery }) query: RoundQuery) {
    return this.rounds.list(actor, query);
  }

  @Get('rounds/:id')
  @Answers('公益创投一届 A round with its configuration, amendments and counts', OwnRoundView)
  one(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.rounds.one(actor, id);
  }

  @Get('rounds/:id/projects')
  @Answers('项目列表 Projects of a round: all for its organisers and auditors, your own otherwise', ProjectPage)
  projects(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ProjectQuery }) query: ProjectQuery,
  ) {
    return this.rounds.projects(actor, id, query);
  }

  @Get('projects/:caseNo')
  @Answers('项目 A project with its receipt and the checks of its screening', ProjectView)
  project(@Actor() actor: RequestActor, @Param({ schema: CaseParams }) { caseNo }: CaseParams) {
    return this.rounds.project(actor, caseNo);
  }
}

/** What everybody may read of the rounds, without signing in. */
@Controller('public/rounds')
@LookUps('rounds', PUBLIC_LOOK_UPS)
export class PublicRoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Get()
  @Public()
  @Answers('公益创投征集公告 Published rounds; `open=true`: those that take applications now', RoundPage)
  list(@Query({ schema: RoundQuery }) query: RoundQuery) {
    return this.rounds.list(null, query);
  }

  @Get(':id')
  @Public()
  @Answers('征集公告、补充公告、取消公告 A published round with every amendment', RoundView)
  one(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.rounds.published(id);
  }

  @Get(':id/shortlist')
  @Public()
  @Answers('入围名单 The shortlist, once the screening has ended', ShortlistPage)
  shortlist(@Param({ schema: IdParam }) { id }: IdParam, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.rounds.shortlist(id, query);
  }
}
