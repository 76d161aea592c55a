import { Controller, Get, Ip, Param, Query } from '@nestjs/common';

import type { Database } from '#prisma/client.js';
import { signInFailureStore } from '#prisma/stores/sign-in-failure.store.js';
import { Answers } from '../http/answers.js';
import { TooManyAttempts } from '../http/errors.js';
import { Public } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { conclusionPage } from './conclusion-page.js';
import { PublicConclusions, PublicQuery, PublicYear } from './return.schemas.js';

/** So many requests from one address in a minute. */
const LOOK_UPS = { max: 60, windowMs: 60_000 };

/** 年检结论公告: what everybody may read of annual inspections: the conclusions, never a return. */
@Controller('public/inspections')
export class PublicInspectionsController {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  @Get(':year')
  @Public()
  @Answers('年检结论公告 Published conclusions of an inspected year, the latest first', PublicConclusions)
  async list(
    @Param({ schema: PublicYear }) { year }: PublicYear,
    @Query({ schema: PublicQuery }) query: PublicQuery,
    @Ip() ip: string,
  ) {
    const wait = await signInFailureStore(this.database).attempt(`inspections|${ip}`, LOOK_UPS, this.clock());
    if (wait > 0) throw new TooManyAttempts(Math.ceil(wait / 1000));
    return conclusionPage(this.database, year, query);
  }
}
