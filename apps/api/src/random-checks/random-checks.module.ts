import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { MattersModule } from '../matters/matters.module.js';
import { DrawOutlookService } from './draw-outlook.service.js';
import { DrawnChecksService } from './drawn-checks.service.js';
import { RandomCheckFiguresService } from './figures.service.js';
import { InspectorsController } from './inspectors.controller.js';
import { PublicDrawsController } from './public-draws.controller.js';
import {
  DrawnChecksController,
  RandomCheckFiguresController,
  RandomChecksController,
} from './random-checks.controller.js';
import { RandomChecksService } from './random-checks.service.js';

/** Random checks (双随机、一公开): draws, their checks, and what everybody may read of them. */
@Module({
  imports: [CasesModule, MattersModule],
  controllers: [
    RandomChecksController,
    DrawnChecksController,
    PublicDrawsController,
    InspectorsController,
    RandomCheckFiguresController,
  ],
  providers: [RandomChecksService, DrawOutlookService, DrawnChecksService, RandomCheckFiguresService],
  exports: [RandomChecksService],
})
export class RandomChecksModule {}
