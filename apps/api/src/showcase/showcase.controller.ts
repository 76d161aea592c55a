import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { LookUps } from '../http/look-ups.js';
import { PageQuery } from '../http/paging.js';
import { Actor, Public } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { PUBLIC_LOOK_UPS } from '../venture-rounds/public-look-ups.js';
import { DISPLAY_TYPE } from './display-copy.js';
import {
  CompletedProjectPage,
  NewShowcasePicture,
  PictureParams,
  Published,
  ShownProjectPage,
  Withdrawal,
} from './showcase.schemas.js';
import { ShowcaseService } from './showcase.service.js';

/** A picture never changes, but it may be taken back: after a minute everybody asks again, and is told by its hash that it still stands. */
const KEPT = 'public, max-age=60, must-revalidate';
/** A page of a showcase has dozens of pictures, each a request. */
const PICTURE_LOOK_UPS = 3 * PUBLIC_LOOK_UPS;

/** What is shown of the projects of a round, and its choice; `id` is the round's case number or row id. */
@Controller('rounds/:id')
export class ShowcaseController {
  constructor(private readonly showcase: ShowcaseService) {}

  @Get('showcase-projects')
  @Answers(
    '已结项项目及其公开照片 Completed projects and the photographs that were published of them',
    CompletedProjectPage,
  )
  completed(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.showcase.completed(actor, id, query);
  }

  @Post('showcase-pictures')
  @Answers('公开照片 Show a photograph of a completed project to everybody', Published, 201)
  publish(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NewShowcasePicture }) asked: NewShowcasePicture,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.showcase.publish(actor, id, asked, request);
  }

  @Post('showcase-pictures/:pictureId/withdrawal')
  @HttpCode(200)
  @Answers('撤下照片 Take a photograph back from publication', Published)
  withdraw(
    @Actor() actor: RequestActor,
    @Param({ schema: PictureParams }) { id, pictureId }: PictureParams,
    @Body({ schema: Withdrawal }) withdrawal: Withdrawal,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.showcase.withdraw(actor, id, pictureId, withdrawal, request);
  }
}

/** The projects of a showcase for everybody. */
@Controller('public/rounds')
@LookUps('rounds', PUBLIC_LOOK_UPS)
export class PublicShowcaseController {
  constructor(private readonly showcase: ShowcaseService) {}

  @Get(':id/showcase/projects')
  @Public()
  @Answers(
    '成果展项目 Projects of the showcase with their figures and pictures, those with pictures first',
    ShownProjectPage,
  )
  projects(@Param({ schema: IdParam }) { id }: IdParam, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.showcase.shown(id, query);
  }
}

/** The pictures that are shown, and no others. */
@Controller('public/showcase-pictures')
@LookUps('showcase-pictures', PICTURE_LOOK_UPS)
export class PublicPictureController {
  constructor(private readonly showcase: ShowcaseService) {}

  @Get(':id')
  @Public()
  @Answers('成果展照片 A picture of a showcase (image/jpeg)')
  async picture(@Param({ schema: IdParam }) { id }: IdParam, @Res() response: Response): Promise<void> {
    const { bytes, sha256 } = await this.showcase.picture(id);
    response.set({ 'Content-Type': DISPLAY_TYPE, 'Cache-Control': KEPT, ETag: `"${sha256}"` }).send(Buffer.from(bytes));
  }
}
