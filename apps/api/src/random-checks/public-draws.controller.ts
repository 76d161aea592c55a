import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import { PublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { NotFound } from '#domain/errors.js';
import { DrawConfig } from '#domain/random-check/case-facts.js';
import type { Database } from '#prisma/client.js';
import { publicDraws } from '#prisma/stores/random-check/public-draws.js';
import { randomCheckReadingStore } from '#prisma/stores/random-check-reading.store.js';
import type { DrawDetail } from '#prisma/stores/random-check-reading.store.js';
import { Answers } from '../http/answers.js';
import { LookUps } from '../http/look-ups.js';
import { keyOf, page, PageQuery } from '../http/paging.js';
import { Public } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';
import { ChecksQuery, PublicDraw, PublicDrawList, PublicDrawParams, PublicResults } from './random-check.schemas.js';
import { commitmentOf, publicDrawLine, publicResultOf, resultCounts } from './views.js';

/** A draw may be a large file: so many requests from one address in a minute. */
const A_MINUTE = 60;
const LastCheck = z.tuple([z.int()]);
const LastDraw = z.tuple([z.number(), z.string().max(100)]);

/** 一公开: what everybody may read of random checks, without signing in. */
@Controller('public/draws')
@LookUps('draw', A_MINUTE)
export class PublicDrawsController {
  constructor(@UseDatabase() private readonly database: Database) {}

  @Get()
  @Public()
  @Answers('抽查公示列表 Draws that were committed to, the newest commitment first', PublicDrawList)
  async list(@Query({ schema: PageQuery }) { limit, cursor }: PageQuery) {
    const last = keyOf(cursor, LastDraw);
    const after = last === null ? null : { time: last[0], id: last[1] };
    const found = await publicDraws(this.database.pool, after, limit + 1);
    return page(found, limit, ({ committedAt, caseId }) => [committedAt, caseId], publicDrawLine);
  }

  @Get(':id')
  @Public()
  @Answers(
    '抽取公示 The commitment of a draw, and after the draw everything that is needed to run it again',
    PublicDraw,
  )
  async one(@Param({ schema: PublicDrawParams }) { id }: PublicDrawParams): Promise<PublicDraw> {
    const draw = await this.#committed(id);
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
  ): Promise<PublicResults> {
    const { caseId } = await this.#committed(id);
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
  async #committed(caseNo: string): Promise<DrawDetail> {
    const draw = await randomCheckReadingStore(this.database).detail(caseNo);
    if (draw?.commitment == null) throw new NotFound('Draw');
    return draw;
  }
}
