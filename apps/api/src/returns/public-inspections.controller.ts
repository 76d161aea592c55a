import { Controller, Get, Ip, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import { CONCLUSION_LABELS } from '#domain/annual-inspection/consequence.js';
import type { Database } from '#prisma/client.js';
import { publishedConclusions } from '#prisma/stores/annual-inspection/public-list.store.js';
import { signInFailureStore } from '#prisma/stores/sign-in-failure.store.js';
import { Answers } from '../http/answers.js';
import { TooManyAttempts } from '../http/errors.js';
import { keyOf, page } from '../http/paging.js';
import { Public } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { PublicConclusions, PublicQuery, PublicYear } from './return.schemas.js';

/** So many requests from one address in a minute. */
const LOOK_UPS = { max: 60, windowMs: 60_000 };
const LastShown = z.tuple([z.iso.date(), z.string()]);

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
    @Query({ schema: PublicQuery }) { cursor, limit, registryUnitId, conclusion }: PublicQuery,
    @Ip() ip: string,
  ) {
    const wait = await signInFailureStore(this.database).attempt(`inspections|${ip}`, LOOK_UPS, this.clock());
    if (wait > 0) throw new TooManyAttempts(Math.ceil(wait / 1000));
    const rows = await publishedConclusions(this.database, {
      inspectedYear: year,
      registryUnitId: registryUnitId ?? null,
      conclusion: conclusion ?? null,
      after: keyOf(cursor, LastShown),
      limit: limit + 1,
    });
    return page(
      rows,
      limit,
      ({ publishedOn, caseId }) => [publishedOn, caseId],
      ({ caseId: _case, conclusion: slug, ...row }) => ({ ...row, conclusion: { slug, ...CONCLUSION_LABELS[slug] } }),
    );
  }
}
