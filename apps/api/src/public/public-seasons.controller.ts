import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';

import type { Database } from '#prisma/client.js';
import { publicSeasons } from '#prisma/stores/inspection-season/public-seasons.js';
import { Answers } from '../http/answers.js';
import { LookUps } from '../http/look-ups.js';
import { keyOf, page, PageQuery, pageOf } from '../http/paging.js';
import { Public } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';
import { PublicSeason } from './progress.schemas.js';

const A_MINUTE = 60;
const LastSeason = z.tuple([z.int(), z.string().max(100)]);

/** Which seasons have public figures; the figures themselves are at `public/seasons/{caseNo}/figures`. */
@Controller('public/seasons')
@LookUps('seasons', A_MINUTE)
export class PublicSeasonListController {
  constructor(@UseDatabase() private readonly database: Database) {}

  @Get()
  @Public()
  @Answers('年检统计公示列表 Seasons with published figures, the latest year first', pageOf(PublicSeason))
  async list(@Query({ schema: PageQuery }) { limit, cursor }: PageQuery) {
    const last = keyOf(cursor, LastSeason);
    const after = last === null ? null : { year: last[0], id: last[1] };
    const found = await publicSeasons(this.database.pool, after, limit + 1);
    return page(
      found,
      limit,
      ({ inspectedYear, caseId }) => [inspectedYear, caseId],
      ({ caseId: _case, ...shown }): PublicSeason => shown,
    );
  }
}
