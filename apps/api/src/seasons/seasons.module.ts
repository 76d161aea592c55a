import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { SeasonAccess } from './season-access.js';
import { SeasonFiguresService } from './season-figures.service.js';
import { SeasonScheduleService } from './season-schedule.service.js';
import { OwedReturnsController, PublicSeasonsController, SeasonsController } from './seasons.controller.js';
import { SeasonsService } from './seasons.service.js';

/** Seasons (年检季) of the annual inspection, and their figures. */
@Module({
  imports: [CasesModule],
  controllers: [SeasonsController, OwedReturnsController, PublicSeasonsController],
  providers: [SeasonAccess, SeasonsService, SeasonFiguresService, SeasonScheduleService],
  exports: [SeasonsService],
})
export class SeasonsModule {}
