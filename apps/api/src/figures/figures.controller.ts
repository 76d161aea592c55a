import { Controller, Get, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { CoverageFigures, CoverageQuery, FigureQuery, TempPartyOrgFigures } from './figure.schemas.js';
import { FiguresService } from './figures.service.js';

@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  @Get('temp-party-org')
  @Answers(
    '临时党组织统计 Figures of temporary Party organisations, each with numerator and denominator',
    TempPartyOrgFigures,
  )
  tempPartyOrg(@Actor() actor: RequestActor, @Query({ schema: FigureQuery }) query: FigureQuery) {
    return this.figures.tempPartyOrg(actor, query);
  }

  @Get('coverage')
  @Answers('党的组织覆盖统计 How many organisations a Party organisation covers, by base', CoverageFigures)
  coverage(@Actor() actor: RequestActor, @Query({ schema: CoverageQuery }) { unitId }: CoverageQuery) {
    return this.figures.coverage(actor, unitId);
  }
}
