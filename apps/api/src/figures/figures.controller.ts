import { Controller, Get, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { FigureQuery, TempPartyOrgFigures } from './figure.schemas.js';
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
}
