import { Controller, Get, Param, Query } from '@nestjs/common';

import type { Database } from '#prisma/client.js';
import { Answers } from '../http/answers.js';
import { LookUps } from '../http/look-ups.js';
import { Public } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';
import { conclusionPage } from './conclusion-page.js';
import { PublicConclusions, PublicQuery, PublicYear } from './return.schemas.js';

/** So many requests from one address in a minute. */
const A_MINUTE = 60;

/** 年检结论公告: what everybody may read of annual inspections: the conclusions, never a return. */
@Controller('public/inspections')
@LookUps('inspections', A_MINUTE)
export class PublicInspectionsController {
  constructor(@UseDatabase() private readonly database: Database) {}

  @Get(':year')
  @Public()
  @Answers('年检结论公告 Published conclusions of an inspected year, the latest first', PublicConclusions)
  list(@Param({ schema: PublicYear }) { year }: PublicYear, @Query({ schema: PublicQuery }) query: PublicQuery) {
    return conclusionPage(this.database, year, query);
  }
}
