import { Controller, Get, Ip, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import { PublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { NotFound } from '#domain/errors.js';
import { DrawConfig } from '#domain/random-check/case-facts.js';
import type { Database } from '#prisma/client.js';
import { randomCheckReadingStore } from '#prisma/stores/random-check-reading.store.js';
import type { DrawDetail } from '#prisma/stores/random-check-reading.store.js';
import { signInFailureStore } from '#prisma/stores/sign-in-failure.store.js';
import { Answers } from '../http/answers.js';
import { TooManyAttempts } from '../http/errors.js';
import { keyOf, page } from '../http/paging.js';
import { Public } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { ChecksQuery, PublicDraw, PublicDrawParams, PublicResults } from './random-check.schemas.js';
import { commitmentOf, publicResultOf, resultCounts } from './views.js';

/** A draw may be a large file: so many requests from one address in a minute. */
const LOOK_UPS = { max: 60, windowMs: 60_000 };
const LastCheck = z.tuple([z.int()]);

/** 一公开: what everybody may read of random checks, without signing in. */
@Controller('public/draws')
export class PublicDrawsController {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  @Get(':id')
  @Public()
  @Answers(
    '抽取公示 The commitment of a draw, and after the draw everything that is needed to run it again',
    PublicDraw,
  )
  async one(@Param({ schema: PublicDrawParams }) { id }: PublicDrawParams, @Ip() ip: string): Promise<PublicDraw> {
    const draw = await this.#committed(id, ip);
    const drawn = await randomCheckReadingStore(this.database).published(draw.caseId);
    if (drawn !== null) return PublishedDraw.parse(drawn);
    const commitment = commitmentOf(draw);
    if (commitment === null || draw.baseHash === null || draw.size === null) throw new NotFound('Draw');
    const { caseNo, baseHash, size, cancelledAt } = draw;
    return {
      format: 'banjie-draw-commitment',
      version: 1,
      ...{ caseNo, baseHash, size, commitment },
      terms: DrawConfig.parse(draw.config).terms,
      cancelledAt: cancelledAt === null ? null : new Date(cancelledAt).toISOString(),
    };
  }

  @Get(':id/results')
  @Public()
  @Answers('抽查结果公示 Published results of the checks of a draw', PublicResults)
  async results(
    @Param({ schema: PublicDrawParams }) { id }: PublicDrawParams,
    @Query({ schema: ChecksQuery }) { limit, cursor }: ChecksQuery,
    @Ip() ip: string,
  ): Promise<PublicResults> {
    const { caseId } = await this.#committed(id, ip);
    const reading = randomCheckReadingStore(this.database);
    const found = await reading.checks(caseId, keyOf(cursor, LastCheck)?.[0] ?? 0, limit + 1, true);
    const { items, nextCursor } = page(found, limit, ({ ordinal }) => [ordinal], publicResultOf);
    const { checks, published, abandoned } = await reading.counts(caseId);
    return {
      items: items.filter((item) => item !== null),
      nextCursor,
      ...{ checks, published, abandoned },
      results: resultCounts(await reading.results(caseId, true)),
    };
  }

  /** NOT_FOUND before the commitment. */
  async #committed(caseNo: string, ip: string): Promise<DrawDetail> {
    const wait = await signInFailureStore(this.database).attempt(`draw|${ip}`, LOOK_UPS, this.clock());
    if (wait > 0) throw new TooManyAttempts(Math.ceil(wait / 1000));
    const draw = await randomCheckReadingStore(this.database).detail(caseNo);
    if (draw?.commitment == null) throw new NotFound('Draw');
    return draw;
  }
}
